"""A count points to what exists, fits its study, and is shown only where it says something by itself."""

from __future__ import annotations

from collections.abc import Iterator

from bodymap.data.prevalence import MuscleCount, Prevalence
from bodymap.problems import Problem
from bodymap.read.draft import Draft, Entry

FEWEST = 15  # people in whom a count may be shown; a share of fewer says next to nothing
_NEVER_SHOWN = ("latent", "tenderness")


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at every reference that leads nowhere and at every count that may not stand as it does."""
    for entry in draft.prevalence:
        study = entry.record
        named = (
            (("muscles", "tested"), study.tested),
            (("muscles", "most_often"), study.most_often),
            (("regions", "regions"), study.regions),
        )
        for (kind, field), ids in named:
            for at, id_ in enumerate(ids):
                yield from _unknown(draft, entry, kind, id_, (field, at))
        if study.condition:
            yield from _unknown(draft, entry, "conditions", study.condition, ("condition",))
        if study.rows and study.people is None:
            yield entry.problem("rows", message="counts people of an unknown number", hint="say how many in `people`")
        for at, row in enumerate(study.rows):
            yield from _unknown(draft, entry, "muscles", row.muscle, ("rows", at, "muscle"))
            for message, hint in (*_wrong(study, row), *(_not_to_show(study, row) if row.use == "print" else ())):
                yield entry.problem("rows", at, message=message, hint=hint)


def _unknown(
    draft: Draft, entry: Entry[Prevalence], kind: str, id_: str, steps: tuple[str | int, ...]
) -> Iterator[Problem]:
    if not draft.knows(kind, id_):
        yield entry.problem(*steps, message=f"`{id_}` is not one of the {kind}", hint=draft.suggest(kind, id_))


def _wrong(study: Prevalence, row: MuscleCount) -> Iterator[tuple[str, str]]:
    if row.n is not None and row.n > row.of:
        yield f"counts {row.n} of {row.of}", "the first number cannot be the greater one"
    if row.compared_of is None and (row.compared_n is not None or row.compared_percent is not None):
        yield "gives a comparison without its number of people", "add `compared_of:`"
    if row.compared_n is not None and row.compared_of is not None and row.compared_n > row.compared_of:
        yield f"compares {row.compared_n} of {row.compared_of}", "the first number cannot be the greater one"
    if row.compared_of is not None and row.compared_of > study.compared:
        yield f"compares with {row.compared_of} people, the study with {study.compared}", "mend one of the two"
    if row.by_definition and (row.counted != "active" or row.compared_of is None):
        yield "says that its comparison holds by definition", "that is so only for active points, beside a comparison"


def _not_to_show(study: Prevalence, row: MuscleCount) -> Iterator[tuple[str, str]]:
    if study.provenance != "read":
        yield "is shown, but its study was not read", "read it, or use `order_only`"
    if row.n is None and row.percent is None:
        yield "is shown without a number", "add `n:` or `percent:` as printed, or use `order_only`"
    if row.of < FEWEST:
        yield f"is shown, but only {row.of} people were examined", f"use `order_only` below {FEWEST} people"
    if row.counted in _NEVER_SHOWN:
        yield f"is shown, but counts {row.counted} points", "use `context`: people without pain have them too"
