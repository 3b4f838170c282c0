"""A waiver excuses a known record from a rule that can be waived, is still needed, and has not expired."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bodymap.data.model import Waiver
from bodymap.problems import Problem, did_you_mean
from bodymap.read.draft import Draft, Entry
from bodymap.read.rules import regions_have_patterns

# rule: the kind of record it is about, and the ids that keep the rule and so need no waiver
WAIVABLE: Mapping[str, tuple[str, Callable[[Draft], frozenset[str]]]] = {
    regions_have_patterns.NAME: ("regions", regions_have_patterns.reached),
}


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every waiver that does not hold."""
    for entry in draft.waivers:
        rule = entry.record.rule
        if rule not in WAIVABLE:
            hint = did_you_mean(rule, WAIVABLE) or f"only these can be waived: {', '.join(WAIVABLE)}"
            yield entry.problem("rule", message=f"`{rule}` is not a rule that can be waived", hint=hint)
        else:
            yield from _about(draft, entry, *WAIVABLE[rule])


def _about(
    draft: Draft, entry: Entry[Waiver], kind: str, keeping: Callable[[Draft], frozenset[str]]
) -> Iterator[Problem]:
    waiver = entry.record
    if not draft.knows(kind, waiver.id):
        hint = draft.suggest(kind, waiver.id, "take the waiver out")
        yield entry.problem("id", message=f"`{waiver.id}` is not among the {kind}", hint=hint)
    elif waiver.id in keeping(draft):
        yield entry.problem("id", message=f"`{waiver.id}` keeps the rule by now", hint="take the waiver out")
    elif draft.today is not None and waiver.expires < draft.today:
        message = f"the waiver expired on {waiver.expires}"
        hint = f"look again whether `{waiver.id}` can keep {waiver.rule}; if not, say why and give a new day"
        yield entry.problem("expires", message=message, hint=hint)
