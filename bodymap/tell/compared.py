"""Conditions that people confuse in one place, side by side: a table that becomes a list on a narrow screen."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.data.next_steps import Compared, Comparison
from bodymap.tell.markup import english, html, joined, quiet
from bodymap.tell.wording import COMPARED_HEADS, COMPARED_SAYS, TIMES
from bodymap.words import tr

Link = Callable[[Condition], object]


def compared(
    dataset: Dataset, comparison: Comparison, link: Link = lambda condition: english(condition.plain_name)
) -> Markup:
    """The table; ``link`` makes what names a condition."""
    heads = joined(html('<th scope="col">{}</th>', tr(head)) for head in COMPARED_HEADS)
    rows = joined(_row(dataset, row, link) for row in comparison.rows)
    table = html('<table class="compared"><thead><tr><td></td>{}</tr></thead><tbody>{}</tbody></table>', heads, rows)
    return quiet(tr(COMPARED_SAYS)) + table


def _row(dataset: Dataset, row: Compared, link: Link) -> Markup:
    flag = dataset.red_flags[row.red_flag]
    sign = html("<strong>{}:</strong> {}", tr(TIMES[flag.time][0]), english(flag.brief))
    heads = map(tr, COMPARED_HEADS)
    said = zip(heads, (row.where, row.when, row.eases, sign), strict=True)
    cells = joined(
        html('<td data-head="{}">{}</td>', head, english(_capital(cell)) if cell is not sign else cell)
        for head, cell in said
    )
    return html('<tr><th scope="row">{}</th>{}</tr>', link(dataset.conditions[row.condition]), cells)


def _capital(text: str | Markup) -> str | Markup:
    return text if isinstance(text, Markup) else text[:1].upper() + text[1:]
