"""Look up a muscle, a nerve root, a nerve, a joint or a disc: where it is felt, what is known, and its sources.

Muscles can also stand side by side (``compare``).
"""

from bodymap.words import tr
from components import data, pages, state
from components.muscles.cards import cards_download
from components.muscles.choice import MUSCLES, choose, records_of
from components.muscles.compare import asked, side_by_side
from components.muscles.referral import study_referral
from components.muscles.study import study
from components.shared.footer import footer
from components.shared.top import part, top
from components.shared.unknown_note import figures_known, unknown_note

arrived = state.arrive("muscles")
top(data.dataset(), tr(pages.MUSCLES.title), search=False)
unknown_note(figures_known())
compared = asked(data.dataset())
if compared is not None:
    pages.name_tab(pages.MUSCLES, ", ".join(data.dataset().muscles[muscle].name for muscle in compared))
    part(tr("Muscles side by side"))
    side_by_side(data.dataset(), compared)
else:
    topic, chosen, is_new = choose(data.dataset(), arrived)
    pages.name_tab(pages.MUSCLES, records_of(data.dataset(), topic)[chosen].name)
    part(tr(topic.one))
    if topic is MUSCLES:
        study(data.dataset(), chosen, is_new)
    else:
        study_referral(data.dataset(), topic, chosen, is_new)
cards_download(data.dataset())
footer(data.dataset())
