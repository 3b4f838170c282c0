"""How the short form comes onto one page: the figure gives way first, then parts are cut in a stated order.

No text becomes smaller. What is cut is counted: "n more in the long form".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bodymap.tell.report.content import Content
from bodymap.tell.wording import MORE_IN_LONG


@dataclass(frozen=True)
class Fit:
    """How high the figure is in millimetres, and the most that is shown of each part."""

    figure: float = 96
    sources: int = 99
    listed: int = 99  # signs asked about and not noticed
    summaries: bool = True  # of the injuries
    where: int = 99  # places of a pattern
    questions: int = 6
    words: int = 140  # letters of own words
    due: int = 99  # warning signs of a time
    rows: int = 99


# What is given up, one after the other, the least missed first.
_CUTS: tuple[dict[str, Any], ...] = (
    {"sources": 24},
    {"figure": 88},
    {"sources": 16},
    {"figure": 80},
    {"figure": 73},
    {"sources": 12},
    {"figure": 68},
    {"figure": 64},
    {"sources": 6},
    {"listed": 6},
    {"sources": 3},
    {"where": 4},
    {"summaries": False},
    {"questions": 4},
    {"figure": 56},
    {"sources": 0},
    {"words": 100},
    {"due": 5, "listed": 2},
    {"rows": 20},
    {"due": 3, "rows": 15},
    {"rows": 10},
)


def _steps() -> Iterator[Fit]:
    """From everything to the least, each step one part less."""
    fit = Fit()
    yield fit
    for cut in _CUTS:
        fit = replace(fit, **cut)
        yield fit


STEPS = tuple(_steps())


def fitted(said: Content, fit: Fit) -> tuple[Content, dict[str, str]]:
    """The content with no more than fits, and what is said of what was left out."""
    kept = replace(
        said,
        rows=tuple(replace(row, words=_cut(row.words, fit.words)) for row in said.rows[: fit.rows]),
        signs=replace(
            said.signs,
            listed=said.signs.listed[: fit.listed],
            due=tuple(replace(one, lines=_first(one.lines, fit.due)) for one in said.signs.due),
        ),
        patterns=tuple(replace(one, where=_places(one.where, fit.where)) for one in said.patterns),
        injuries=said.injuries if fit.summaries else tuple(replace(one, summary="") for one in said.injuries),
        questions=said.questions[: fit.questions],
        sources=said.sources[: fit.sources],
    )
    return kept, {
        "more_rows": _more(len(said.rows) - len(kept.rows)),
        "more_listed": _more(len(said.signs.listed) - len(kept.signs.listed)),
        "more_questions": _more(len(said.questions) - len(kept.questions)),
        "more_sources": _more(len(said.sources) - len(kept.sources)),
    }


def _more(count: int) -> str:
    return f"{MORE_IN_LONG.format(count)}." if count > 0 else ""


def _first(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    return lines if len(lines) <= most else (*lines[:most], _more(len(lines) - most))


def _cut(text: str, most: int) -> str:
    """The beginning of a text up to a whole word, with three points."""
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]}..."


def _places(text: str, most: int) -> str:
    names = text.split(", ")
    return text if len(names) <= most else f"{', '.join(names[:most])} and {len(names) - most} more"
