"""Numbers in rows: for a terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def shown(number: float | None, digits: int = 0) -> str:
    return "?" if number is None else f"{number:.{digits}f}"


def ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}"


def table(rows: Sequence[Sequence[str]], write: Callable[[str], object] = print) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *cells in rows:
        padded = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        write("  ".join([name.ljust(widths[0]), *padded]))


def markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *others = rows
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *others]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
