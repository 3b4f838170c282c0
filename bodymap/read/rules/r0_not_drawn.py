"""A muscle has trigger points exactly when a pattern of its own is documented: R0 is never drawn."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.model import ReferralSupport
from bodymap.problems import Problem
from bodymap.read.draft import Draft


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every muscle with support R0 and trigger points, and at every other one without any."""
    for entry in draft.muscles:
        undocumented = entry.record.referral_support is ReferralSupport.R0
        if undocumented and entry.record.trigger_points:
            message = "R0 patterns are not drawn, so this muscle cannot have trigger points"
            yield entry.problem(
                "referral_support", message=message, hint="find a source for the pattern, or take it out"
            )
        if not undocumented and not entry.record.trigger_points:
            message = "a muscle with a documented pattern needs at least one trigger point"
            yield entry.problem("trigger_points", message=message, hint="add one, or say `referral_support: R0`")
