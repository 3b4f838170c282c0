"""axe-core in a page: what it finds against WCAG and good practice, at every level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Page

from .server import ROOT

SCRIPT = ROOT / "node_modules" / "axe-core" / "axe.min.js"
MISSING = "axe-core is not installed: npm ci --ignore-scripts"
# Every rule that is on by itself (all levels, good practice too), and the size of targets, which is not.
_RUN = """async () => {
  const found = await axe.run(document, {
    resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
  });
  return found.violations.flatMap(({ id, impact, nodes }) => nodes.map(
    ({ target, html, any, all, none }) => ({
      rule: id, impact, target: target.flat().join(" "), html: html.slice(0, 300),
      why: [...any, ...all, ...none].map(({ message }) => message).join("; ").slice(0, 300),
    })));
}"""


@dataclass(frozen=True)
class Violation:
    """An element that breaks a rule: the rule's name, how bad, where it stands, its beginning, and why."""

    rule: str
    impact: str
    target: str
    html: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {self.target}\n    {self.html}\n    {self.why}"


def violations(page: Page) -> list[Violation]:
    """What axe finds in the page as it is now, one for each element and rule."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    return [Violation(**found) for found in page.evaluate(_RUN)]


def listed(found: Iterable[Violation]) -> str:
    """Violations as lines to read."""
    return "\n".join(map(str, found))
