"""The quiz: questions drawn by a seed in the address, answered by tap, click or key, and what came of it."""

from bodymap.words import tr
from components import data, pages, state
from components.quiz.asking import ask, tell
from components.quiz.ending import ending
from components.quiz.keeping import keeping
from components.quiz.session import current, follow
from components.quiz.setting_up import set_up
from components.quiz.starting import said_now, start_of
from components.shared.footer import footer
from components.shared.top import top
from components.shared.unknown_note import figures_known, unknown_note

dataset = data.dataset()
state.arrive("quiz")
pages.name_tab(pages.QUIZ)
top(dataset, tr(pages.QUIZ.title), search=False)
unknown_note(figures_known())
problems = follow(dataset)
running = current(dataset)
if running is None:
    set_up(problems)
elif running.told is not None:
    tell(dataset, running)
elif running.question is not None:
    ask(dataset, running)
else:
    ending(dataset, running)
keeping(dataset, running)
start_of(f"{running.number} {running.told is not None}" if running else "", said_now(dataset, running))
footer(dataset)
