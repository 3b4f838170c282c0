"""The quiz: questions drawn by a seed in the address, answered by tap, click or key, and what came of it."""

from components import data, pages, state
from components.quiz.asking import ask, tell
from components.quiz.ending import ending
from components.quiz.keeping import keeping
from components.quiz.session import current, follow
from components.quiz.setting_up import set_up
from components.quiz.starting import start_of
from components.shared.footer import footer
from components.shared.top import top

dataset = data.dataset()
state.arrive("quiz")
pages.name_tab(pages.QUIZ)
top(dataset, "Quiz", search=False)
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
start_of(f"{running.number} {running.told is not None}" if running else "")
footer(dataset)
