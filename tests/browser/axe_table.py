"""How often each page breaks a rule of axe: ``python -m tests.browser.axe_table`` prints a table in Markdown."""

from __future__ import annotations

import sys
from collections import Counter

from playwright.sync_api import sync_playwright

from .axe import Violation, violations
from .every_page import COLOURS, PAGES, SIZES, open_context, open_page, turn_to
from .server import LAUNCH_ARGS, chromium_path, streamlit_server


def main() -> None:
    """Look at every page, light and dark, on a desk and a phone."""
    found: dict[str, dict[str, list[Violation]]] = {}
    with streamlit_server() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=LAUNCH_ARGS)
        for size in ("1440", "390"):
            context = open_context(browser, SIZES[size])
            for looked in PAGES:
                page = open_page(context, url, looked)
                for colours in COLOURS:
                    turn_to(page, colours)
                    found.setdefault(looked.name, {})[f"{colours} {size}"] = violations(page)
                page.close()
            context.close()
        browser.close()
    print(table(found))
    for violation in unlike(found):
        print(violation, file=sys.stderr)


def table(found: dict[str, dict[str, list[Violation]]]) -> str:
    """Elements that break a rule, by page and window, and which rules."""
    windows = list(next(iter(found.values())))
    lines = [
        f"| Page | {' | '.join(windows)} | Rules (elements in all windows) |",
        f"|---|{'---|' * (len(windows) + 1)}",
    ]
    for name, by_window in found.items():
        rules = Counter(one.rule for ones in by_window.values() for one in ones)
        said = ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
        lines.append(f"| {name} | {' | '.join(str(len(by_window[w])) for w in windows)} | {said} |")
    sums = [sum(len(by_window[w]) for by_window in found.values()) for w in windows]
    rules = Counter(one.rule for by_window in found.values() for ones in by_window.values() for one in ones)
    said = ", ".join(f"{rule} {count}" for rule, count in rules.most_common())
    return "\n".join([*lines, f"| **All** | {' | '.join(map(str, sums))} | {said} |"])


def unlike(found: dict[str, dict[str, list[Violation]]]) -> list[str]:
    """An example of each rule and kind of element, with where it was seen."""
    seen: dict[tuple[str, str], str] = {}
    for name, by_window in found.items():
        for window, ones in by_window.items():
            for one in ones:
                seen.setdefault((one.rule, one.html[:60]), f"{name}, {window}: {one}")
    return list(seen.values())


if __name__ == "__main__":
    main()
