"""What the documents show of the program. `make docs` writes it there with cog, and a test holds it true."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from bodymap import DATA_DIR
from bodymap.__main__ import main
from bodymap.ask.feelings import signs_beside
from bodymap.ask.match import by_muscle, match
from bodymap.ask.reasons import band, band_name, reason
from bodymap.data.dataset import Dataset
from bodymap.data.kinds import KINDS
from bodymap.data.model import REGION_GROUPS, MuscleGroup
from bodymap.data.patterns import REFERRING
from bodymap.place import read_place
from bodymap.read.load import find_problems, load
from bodymap.read.release import read_releases
from bodymap.tell import text as tell
from bodymap.tell.export.about import changelog
from bodymap.tell.way_on import gaps, has_guideline, statements

LEFT_OUT = "  …"
START = "Patterns some clinicians describe there:"


class Folder:
    """A copy of the data to change. Commands run beside it, so that it prints as ``data/...``."""

    def __init__(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        shutil.copytree(DATA_DIR, self.root / "data")
        self.checked: dict[Path, bytes] = {}
        self.last: list[str] = []

    def replace(self, file: str, old: str, new: str) -> None:
        """Change the one place in a file where ``old`` stands, or the first of them below ``- id: ...>``."""
        path = self.root / "data" / file
        text = path.read_text(encoding="utf-8")
        head, mark, old = old.rpartition(" > ")
        at = text.find(old, text.find(f"- id: {head}\n") if mark else 0)
        assert at >= 0, f"data/{file} no longer holds {old!r}: choose another example"
        path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")

    def add(self, file: str, text: str) -> None:
        """Put a text at the end of a file, in place of what was added before."""
        path = self.root / "data" / file
        path.write_text((DATA_DIR / file).read_text(encoding="utf-8").rstrip() + "\n" + text, encoding="utf-8")

    def run(self, *words: str) -> str:
        """What a command prints."""
        said = io.StringIO()
        with contextlib.chdir(self.root), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            main([*words, "--data", "data"])
        return said.getvalue()

    def console(self, command: str, show: Iterable[str] = (), python: str = "python") -> None:
        """Write a command and what it prints; with ``show``, only the lines that hold one of these texts."""
        printed = self.run(*command.split())
        block("console", f"$ {python} -m bodymap {command}\n{shortened(printed, tuple(show))}")

    def found(self) -> list[str]:
        """What `check` finds, looked up once as long as the files stay as they are."""
        now = {path: path.read_bytes() for path in (self.root / "data").glob("*.*")}
        if now != self.checked:
            with contextlib.chdir(self.root):
                self.checked, self.last = now, list(map(str, find_problems(Path("data"))))
        return self.last

    def problems(self, *show: str) -> None:
        """Write what `check` finds, or those lines of it that hold one of these texts."""
        found = self.found()
        for text in show:
            assert any(text in line for line in found), f"check does not say {text!r}: {found}"
        block("text", "\n".join(line for line in found if not show or any(text in line for text in show)))


def broken(*changes: tuple[str, str, str]) -> Folder:
    """A copy of the data with some places changed."""
    folder = Folder()
    for change in changes:
        folder.replace(*change)
    return folder


def shortened(printed: str, show: tuple[str, ...]) -> str:
    """The lines that hold one of some texts, and an ellipsis for each run of others. Without texts, all of them."""
    kept: list[str] = []
    for line in printed.rstrip().splitlines():
        if not line or not show or any(text in line for text in show):
            kept.append(line)
        elif kept[-1:] != [LEFT_OUT]:
            kept.append(LEFT_OUT)
    return "\n".join(kept)


def out(text: str) -> None:
    """Write into the document that is being written."""
    sys.modules["cog"].outl(text)


def block(language: str, text: str) -> None:
    """Write a fenced block."""
    out(f"```{language}\n{text.rstrip()}\n```")


@cache
def real() -> Dataset:
    """The data as they are."""
    return load()


def example(marks: str, lines: int) -> None:
    """Write a command of docs/matching.md and the first lines that it prints below its warning signs."""
    places = [read_place(text, real().regions) for text in marks.split()]
    printed = tell.matches(real(), places, match(real(), places)).splitlines()
    printed = printed[printed.index(START) :]
    shown = [*printed[: lines + 1], "..."] if lines + 1 < len(printed) else printed
    block("console", "\n".join([f"$ python -m bodymap match {marks}", "...", *shown]))


def reach() -> None:
    """Write how many regions each kind reaches, by part of the body."""
    dataset = real()
    kinds = {KINDS[kind].one: KINDS[kind].name.replace("_", " ") for kind in REFERRING}
    reached = {one: {r for area in dataset.areas.values() if area.kind == one for r in area.regions} for one in kinds}
    out(f"| Part of the body | regions | {' | '.join(kinds.values())} |\n|---|---|{'---|' * len(kinds)}")
    for group, name in REGION_GROUPS.items():
        own = {region.id for region in dataset.regions.values() if region.group == group}
        out(f"| {name} | {len(own)} | {' | '.join(str(len(own & regions)) for regions in reached.values())} |")


def levels() -> None:
    """Write on what the levels of docs/matching.md rest."""
    muscles = real().muscles.values()
    rests = [muscle.reported.basis if muscle.reported else None for muscle in muscles]
    out(
        f"Of {len(rests)} muscles, {rests.count('studies')} rest on studies and {rests.count('expert_order')} on an "
        f"expert's order; for {rests.count(None)} nothing is known, and they stand with those seldom reported."
    )


def orders() -> None:
    """Write the rules of order that were tried on published cases."""
    from tests.bench.orders import missed, table

    out(f"{table(real())}\n\nNo pattern of a named muscle reaches the marks in {missed(real())} of the 60 cases.")


def table_of_muscles(marks: str, muscles: int) -> None:
    """Write the first muscles for some marks, with their bands and reasons."""
    dataset = real()
    places = [read_place(text, dataset.regions) for text in marks.split()]
    best = [group.patterns[0] for group in by_muscle(match(dataset, places))][:muscles]
    out("| Place | Muscle | Side | Band | Reason |\n|---|---|---|---|---|")
    for number, found in enumerate(best, 1):
        heading = band_name(band(found, len(places)), len(places))
        name, side = dataset.muscles[found.muscle].name, found.side or "none"
        out(f"| {number} | {name} | {side} | {heading} | {reason(dataset, found, len(places))} |")


def kinds() -> None:
    """Write the kinds of records with their files."""
    out("| Kind | File | One record | What it holds |\n|---|---|---|---|")
    for kind in KINDS.values():
        out(f"| `{kind.name}` | `data/{kind.file}` | `{kind.model.__name__}` | {kind.about} |")


def for_review() -> None:
    """Write how many records of each kind no clinician has reviewed, the counts of studies first."""
    out("| Kind | File | Drafts | Of |\n|---|---|---|---|")
    for kind in sorted(KINDS.values(), key=lambda kind: kind.name not in ("organs", "prevalence")):
        records = real().records(kind.name).values() if "curation" in kind.model.model_fields else ()
        if records:
            drafts = sum(record.curation.status == "draft" for record in records)
            out(f"| `{kind.name}` | `data/{kind.file}` | {drafts} | {len(records)} |")


def way_on() -> None:
    """Write which running injuries have a guideline, which ask to stop first, and for what no source was found."""
    rows, guided, missing = [], 0, 0
    for steps in real().next_steps.values():
        condition = real().conditions[steps.id]
        said = list(statements(steps))
        left_out, has_one = gaps(condition, steps), has_guideline(steps)
        guided, missing = guided + has_one, missing + bool(left_out)
        stop = f" (stop first: {condition.stop_first.replace('_', ' ')})" if condition.stop_first else ""
        guide = "yes" if has_one else "no"
        rows.append(f"| {condition.plain_name}{stop} | {len(said)} | {guide} | {'; '.join(left_out) or 'nothing'} |")
    out(f"Of {len(rows)} running injuries, {guided} have a guideline; for {missing} some part has no source.\n")
    out("| Injury | Statements | Guideline | Left out, because no source was found |\n|---|---|---|---|")
    out("\n".join(rows))


def signs_beside_feelings() -> None:
    """Write the signs that stand beside the questions about how a mark feels, with their sources."""
    out("| Beside | Signs | Sources |\n|---|---|---|")
    for noticed, flags in signs_beside(real()).items():
        keys = dict.fromkeys(ref.key for flag in flags for ref in flag.sources)
        briefs = "; ".join(f"{flag.brief} (`{flag.id}`)" for flag in flags)
        out(f"| {noticed} | {briefs} | {', '.join(f'`{key}`' for key in keys)} |")


def counts_for_review() -> None:
    """Write the studies whose counts the pages show although no clinician has reviewed them."""
    for study in real().prevalence.values():
        shown = sum(row.use == "print" for row in study.rows)
        if shown and study.curation.status == "draft":
            out(f"- `{study.id}`: {shown} {'count' if shown == 1 else 'counts'} shown")


def data_changelog() -> None:
    """Write the versions of the data."""
    out(changelog(read_releases(DATA_DIR)))


def muscle_groups() -> None:
    """Write the groups of muscles."""
    out(", ".join(f"`{group}`" for group in MuscleGroup.__args__))
