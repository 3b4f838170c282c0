"""The way on from a running injury as HTML: each statement with the kind of its source, and what was not found."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition, SourceRef
from bodymap.data.next_steps import LOAD_ADVICE, NextSteps, Option, Statement, Strength
from bodymap.tell.markup import bullets, english, html, joined, quiet
from bodymap.tell.wording import (
    CARE,
    CARE_NOW,
    GENERAL_WORDS,
    NO_GUIDELINE,
    NO_LOAD_ADVICE,
    NOT_FOUND,
    OPTIONS,
    STRENGTHS,
    WAY_ON,
)
from bodymap.words import lowered, tr


def way_on(dataset: Dataset, condition: Condition, level: int = 3) -> Markup:
    """What comes first and the way on, under headings of a level; where only the first care is known, that alone."""
    steps = dataset.next_steps.get(condition.id)
    head = tr(CARE_NOW if condition.safety_class == "emergency_mimic" else CARE)
    care = html("<h{0}>{1}</h{0}><p>{2}</p>", level, head, english(condition.first_care))
    if steps is None:
        return care
    said = Markup() if condition.stop_first else quiet(tr(GENERAL_WORDS))
    box = html('<div class="flags today"><p class="flags-head"><strong>{}</strong></p></div>', tr(NO_LOAD_ADVICE))
    care += box if condition.stop_first else Markup()
    return care + joined(_parts(dataset, steps, level + 1)) + said + _limits(condition, steps)


def cited(dataset: Dataset, condition: Condition) -> list[SourceRef]:
    """The sources of the first care and of every statement."""
    steps = dataset.next_steps.get(condition.id)
    found = [ref for statement in statements(steps) for ref in statement.sources] if steps else []
    return list(dict.fromkeys([*condition.care_sources, *found]))


def statements(steps: NextSteps) -> Iterator[Statement]:
    """Every statement, part by part."""
    for part in WAY_ON:
        yield from getattr(steps, part)


def _parts(dataset: Dataset, steps: NextSteps, level: int) -> Iterator[Markup]:
    for part, head in WAY_ON.items():
        said = getattr(steps, part)
        if said:
            yield html("<h{0}>{1}</h{0}>{2}", level, tr(head), bullets(_said(dataset, statement) for statement in said))


def _said(dataset: Dataset, statement: Statement) -> Markup:
    """``Most are better within months. (people followed: Lagas 2020)``"""
    named = html("<strong>{}:</strong> ", tr(OPTIONS[statement.what])) if isinstance(statement, Option) else ""
    who = "; ".join(dataset.sources[ref.key].brief for ref in statement.sources)
    return html(
        '{}{} <span class="by">({}: {})</span>',
        named,
        english(statement.text),
        tr(STRENGTHS[statement.strength]),
        english(who),
    )


def gaps(condition: Condition, steps: NextSteps) -> list[str]:
    """The parts for which no source was found, as they are headed."""
    refused = LOAD_ADVICE if condition.stop_first else ()
    return [lowered(tr(head)) for part, head in WAY_ON.items() if part not in refused and not getattr(steps, part)]


def has_guideline(steps: NextSteps) -> bool:
    """Whether a guideline stands behind any statement."""
    return any(statement.strength is Strength.GUIDELINE for statement in statements(steps))


def _limits(condition: Condition, steps: NextSteps) -> Markup:
    """That there is no guideline, and for which parts no source was found."""
    missing = gaps(condition, steps)
    said = [
        *([] if has_guideline(steps) else [tr(NO_GUIDELINE)]),
        *([tr(NOT_FOUND).format("; ".join(missing))] if missing else []),
    ]
    return quiet(" ".join(said)) if said else Markup()
