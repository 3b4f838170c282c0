"""Look up a muscle, a nerve root, a nerve, a joint or a disc: where it is felt, what is known, and its sources."""

from components import data, pages, state
from components.muscles.choice import MUSCLES, choose, records_of
from components.muscles.referral import study_referral
from components.muscles.study import study
from components.shared.footer import footer
from components.shared.top import top

arrived = state.arrive("muscles")
top(data.dataset(), "Muscles", search=False)
topic, chosen, is_new = choose(data.dataset(), arrived)
pages.name_tab(pages.MUSCLES, records_of(data.dataset(), topic)[chosen].name)
if topic is MUSCLES:
    study(data.dataset(), chosen, is_new)
else:
    study_referral(data.dataset(), topic, chosen, is_new)
footer(data.dataset())
