"""Support R2 or R3 needs sources that do not derive from one another.

Sources of one ``family`` in ``sources.bib`` count as one: the Travell manuals and the books built on them.
"""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import ReferralSupport
from bodymap.problems import Problem
from bodymap.read.draft import Draft

_INDEPENDENT = (ReferralSupport.R2, ReferralSupport.R3)


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every R2 or R3 whose muscle itself cites a single family of sources.

    What a single point cites does not raise the grade, because it may speak of that point alone.
    """
    for entry in draft.muscles:
        support, cited = entry.record.referral_support, {ref.key for ref in entry.record.sources}
        every_key_read = all(key in draft.sources for key in cited)
        if support in _INDEPENDENT and every_key_read and len({draft.sources[key].family for key in cited}) < 2:
            message = f"{support} needs more than one independent source, cited: {', '.join(sorted(cited))}"
            yield entry.problem("referral_support", message=message, hint="cite an independent source, or give R1")
