"""Study a muscle: choose it by name or on the body; where it lies, its trigger points, its patterns, its sources."""

from components import data, pages, state
from components.muscles.study import choose_muscle, study
from components.shared.footer import footer
from components.shared.top import top

state.arrive("muscles")
top(data.dataset(), "Muscles", search=False)
muscle = choose_muscle(data.dataset())
pages.name_tab(pages.MUSCLES, data.dataset().muscles[muscle].name)
study(data.dataset(), muscle)
footer(data.dataset())
