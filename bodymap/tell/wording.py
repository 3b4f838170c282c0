"""What every page, report and answer says in the same words."""

from __future__ import annotations

from collections.abc import Mapping

from bodymap.data.model import FlagLevel

NOTICE = (
    "Learning tool. It cannot tell you what is wrong or replace a health professional. Trigger points are debated and "
    "maps are approximate: patterns described by experts, and people differ. Emergency signs: call your emergency "
    "number."
)
NOT_ALL_CLEAR = "None of these signs? You can still have a serious problem. If you are worried, ask a doctor."
LEVELS: Mapping[FlagLevel, tuple[str, str]] = {
    FlagLevel.EMERGENCY: ("Emergency", "Call your emergency number now (112, 999, 911) if:"),
    FlagLevel.URGENT: ("Urgent", "See a doctor today or within a few days if:"),
    FlagLevel.SOON: ("Soon", "Arrange to see a doctor or physiotherapist if:"),
}
# The safety classes of conditions, the most serious first, and what is said beside a condition's name.
CLASSES: Mapping[str, str] = {
    "emergency_mimic": "Serious: rule this out first",
    "rule_out_first": "Have serious causes ruled out first",
    "routine": "",
}
