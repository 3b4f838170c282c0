"""Writes the static edition into a folder; never over anything that it did not write itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bodymap.body.geometry import ChartView
from bodymap.body.style import css_variables
from bodymap.data.dataset import Dataset
from bodymap.tell.site.addresses import records
from bodymap.tell.site.bodies import body_files
from bodymap.tell.site.condition import condition_page
from bodymap.tell.site.figures import Figures
from bodymap.tell.site.frame import Page
from bodymap.tell.site.lists import list_pages
from bodymap.tell.site.muscle import muscle_page
from bodymap.tell.site.place import place_page
from bodymap.tell.site.referral import referral_page
from bodymap.tell.site.search import index_script

MARK = "bodymap-site.txt"  # lists what was written, and so says that a folder is a site
_HERE = Path(__file__).parent


class FolderError(Exception):
    """The folder cannot be written to; the message says why and what to do."""


def site_files(dataset: Dataset, chart: Mapping[str, ChartView], app: str = "") -> dict[str, str]:
    """Every file of the site by its place in the folder."""
    figures = Figures(dataset, chart)
    files = {page.file: str(page) for page in _pages(dataset, figures, app)}
    files |= body_files(chart, figures.used)
    style = (_HERE / "site.css").read_text(encoding="utf-8")
    files["site.css"] = f":root {{\n{css_variables()}\n}}\n{style}"
    files["search.js"] = (_HERE / "search.js").read_text(encoding="utf-8")
    files["search-index.js"] = index_script(dataset)
    return files


def write_site(folder: Path, dataset: Dataset, chart: Mapping[str, ChartView], app: str = "") -> str:
    """Write the site and say what was written. Raises ``FolderError`` for a folder that holds something else."""
    before = written_before(folder)
    files = site_files(dataset, chart, app)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in before - set(files):
        _remove(folder, name)
    (folder / MARK).write_text("\n".join(["Written by python -m bodymap site.", *sorted(files), ""]), encoding="utf-8")
    size = sum(len(text.encode()) for text in files.values())
    pages = sum(name.endswith(".html") for name in files)
    return f"{folder}: {pages} pages, {size / 1e6:.1f} MB; open {folder / 'index.html'}"


def written_before(folder: Path) -> set[str]:
    """What an earlier site in the folder consists of. Raises ``FolderError`` where the folder is something else."""
    if folder.exists() and not folder.is_dir():
        raise FolderError(f"{folder}: is a file; name a folder that is new or empty")
    if not folder.exists() or not any(folder.iterdir()):
        return set()
    mark = folder / MARK
    if not mark.is_file():
        raise FolderError(
            f"{folder}: is not empty and holds no site that this command wrote ({MARK} is missing); "
            "name a folder that is new or empty"
        )
    return set(mark.read_text(encoding="utf-8", errors="replace").splitlines()[1:])


def _remove(folder: Path, name: str) -> None:
    """Delete a page that the site no longer has, but nothing outside of the folder."""
    path = folder / name
    if name and path.is_file() and path.resolve().is_relative_to(folder.resolve()):
        path.unlink()


def _pages(dataset: Dataset, figures: Figures, app: str) -> Iterator[Page]:
    yield from list_pages(dataset, app)
    for kind, record in records(dataset):
        if kind == "regions":
            yield place_page(dataset, figures, record, app)
        elif kind == "conditions":
            yield condition_page(dataset, figures, record, app)
        elif kind == "muscles":
            yield muscle_page(dataset, figures, record, app)
        else:
            yield referral_page(dataset, figures, kind, record, app)
