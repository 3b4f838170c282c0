"""The static edition: complete, linked, small, from no other host, and with every text escaped."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

import pytest

from bodymap.data.dataset import Dataset
from bodymap.tell.site.addresses import FOLDERS, AddressError, file_of, name_of, read_address, records
from bodymap.tell.site.frame import MOST_LETTERS, shortened
from bodymap.tell.site.search import index_script
from bodymap.tell.site.write import MARK, FolderError, site_files, write_site
from bodymap.tell.wording import NOTICE
from tests.each import each
from tests.hostile import hostile
from tests.real import CHART, REAL

MOST_BYTES = 6_000_000
APP = "https://example.org/map/"
SOME = "soleus", "gluteus_minimus", "piriformis"


class Site:
    """The files of a site and its pages as trees."""

    def __init__(self, dataset: Dataset, app: str = "") -> None:
        self.files = site_files(dataset, CHART, app)
        self.pages = {name: tree(text) for name, text in self.files.items() if name.endswith(".html")}


def tree(text: str) -> ElementTree.Element:
    """A page, which must be well-formed."""
    return ElementTree.fromstring(text.removeprefix("<!DOCTYPE html>\n"))


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(REAL)


@pytest.fixture(scope="module")
def marked_up() -> Site:
    """A part of the hostile data: the first records of each kind, and the muscles and conditions that these name."""
    return Site(few(hostile()), APP)


def few(dataset: Dataset, most: int = 6) -> Dataset:
    """The data with few muscles and of other kinds with pages the first records; all places."""
    muscles = [dataset.muscles[id_] for id_ in SOME]
    kinds = [kind for kind in FOLDERS if kind not in ("regions", "muscles", "conditions")]
    kept = {kind: list(dataset.records(kind).values())[:most] for kind in kinds}
    ids = {record.id for kind in kept.values() for record in kind}
    conditions = [c for c in dataset.conditions.values() if all(link.muscle in SOME for link in c.muscles)]
    changed = [
        c.model_copy(update={"involves": tuple(id_ for id_ in c.involves if id_ in ids)}) for c in conditions[:12]
    ]
    danger = [z for z in dataset.danger_zones.values() if set(z.muscles) <= set(SOME)]
    counts = [s for s in dataset.prevalence.values() if s.rows and s.rows[0].muscle in SOME]
    left = {condition.id for condition in changed}
    kept["next_steps"] = [steps for steps in dataset.next_steps.values() if steps.id in left]
    kept["comparisons"] = [t for t in dataset.comparisons.values() if {row.condition for row in t.rows} <= left]
    return dataset.replaced(muscles=muscles, conditions=changed, danger_zones=danger, prevalence=counts, **kept)


def places(page: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """What a page points at, each with the element that does."""
    for element in page.iter():
        for name in ("href", "src", "action"):
            if name in element.attrib:
                yield element.tag, element.attrib[name]


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_there_is_one_page_for_every_record_named_as_people_name_it(site: Site):
    wanted = {file_of(kind, record.id): name_of(record) for kind, record in records(REAL)}
    lists = {"index.html", "parts.html", "letters.html", "signs.html", "about.html"}
    assert set(site.pages) == set(wanted) | lists
    heads = {name: words(page.find(".//h1")) for name, page in site.pages.items() if name in wanted}
    assert heads == {name: " ".join(said.split()) for name, said in wanted.items()}


def test_every_link_leads_to_a_file_and_a_place_in_it(site: Site):
    ids = {name: {e.attrib["id"] for e in page.iter() if "id" in e.attrib} for name, page in site.pages.items()}
    broken = []
    for name, page in site.pages.items():
        for tag, target in places(page):
            if target.startswith(("https://", "http://")) and tag == "a":
                continue
            file, _, anchor = target.partition("#")
            found = normpath(join(dirname(name), file)) if file else name
            if found not in site.files or (anchor and anchor not in ids[found]):
                broken.append((name, target))
    assert not broken
    rows = json.loads(site.files["search-index.js"].partition("= ")[2].rstrip(";\n"))["rows"]
    assert {row[2] for row in rows} == {file_of(kind, record.id) for kind, record in records(REAL)}


def test_every_page_can_be_reached_from_the_first_without_a_search(site: Site):
    seen, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name not in seen and name in site.pages:
            seen.add(name)
            waiting += [normpath(join(dirname(name), to.partition("#")[0])) for _, to in places(site.pages[name])]
    assert seen == set(site.pages)


def test_nothing_is_loaded_from_another_host(site: Site):
    loading = {to for page in site.pages.values() for tag, to in places(page) if tag != "a"}
    assert not [to for to in loading if ":" in to or to.startswith("//")]
    assert "@import" not in site.files["site.css"] and "url(" not in site.files["site.css"]
    assert not re.search(r"https?:|fetch\(|XMLHttp", site.files["search.js"])
    pictures = [text for name, text in site.files.items() if name.endswith(".svg")]
    assert pictures and not any("http" in text.replace("http://www.w3.org/2000/svg", "") for text in pictures)


def test_it_is_small_and_holds_each_view_of_the_body_once(site: Site):
    assert sum(len(text.encode()) for text in site.files.values()) < MOST_BYTES
    skins = [name for name, text in site.files.items() if 'class="skin"' in text]
    assert skins == [name for name in site.files if name.startswith("body/")] and len(skins) <= 9


def test_titles_and_descriptions_differ_and_have_a_length_that_is_shown(site: Site):
    titles = [words(page.find("head/title")) for page in site.pages.values()]
    said = [page.find("head/meta[@name='description']").attrib["content"] for page in site.pages.values()]
    assert len(set(titles)) == len(titles)
    assert len(set(said)) == len(said) and all(20 < len(one) <= MOST_LETTERS for one in said)


@each("name", [file_of(kind, record.id) for kind, record in records(REAL)])
def test_a_page_has_landmarks_headings_in_order_and_figures_in_words(name, site: Site):
    page = site.pages[name]
    assert page.attrib["lang"] == "en"
    assert all(len(page.findall(f".//{tag}")) == 1 for tag in ("main", "h1", "footer")), "landmarks"
    levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch(r"h[1-6]", element.tag)]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), f"headings {levels}"
    ids = [element.attrib["id"] for element in page.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids)), "ids"
    for figure in page.iter("figure"):
        drawn = figure.findall(".//svg")
        assert drawn[0].attrib["aria-label"] and all(one.attrib.get("aria-hidden") for one in drawn[1:])
    assert NOTICE in words(page.find(".//footer"))


@each("id_", REAL.muscles)
def test_a_muscle_says_first_where_the_warning_signs_are_and_that_it_is_a_draft(id_, site: Site):
    muscle, said = REAL.muscles[id_], words(site.pages[file_of("muscles", id_)].find(".//main"))
    assert ("Draft: no clinician" in said) == (muscle.curation.status == "draft")
    if muscle.trigger_points:
        assert 0 < said.index("see the warning signs first") < said.index("Described patterns")
    figures = len(list(site.pages[file_of("muscles", id_)].iter("figure")))
    assert figures >= len(muscle.trigger_points)


@each("id_", REAL.regions)
def test_on_a_place_warning_signs_stand_before_muscles(id_, site: Site):
    heads = [words(head) for head in site.pages[file_of("regions", id_)].iter("h2")]
    assert heads[0] == "Warning signs first"


@each("condition", REAL.conditions.values())
def test_a_condition_says_its_signs_first_and_a_look_alike_no_muscle(condition, site: Site):
    page = site.pages[file_of("conditions", condition.id)]
    heads = [words(head) for head in page.iter("h2")]
    ways = [to for _, to in places(page) if "muscles/" in to]
    if condition.group == "serious" or condition.safety_class == "emergency_mimic":
        assert not ways and not any("Muscles" in head or "needling" in head for head in heads)
    if condition.safety_class == "emergency_mimic":
        assert heads[:2] == ["What to do", "Warning signs"]
    else:
        assert heads[0] == "Warning signs"


def test_hostile_text_makes_no_element_no_handler_and_no_script(marked_up: Site):
    for name, page in marked_up.pages.items():
        every = list(page.iter())
        assert not [e.tag for e in every if e.tag in ("b", "img", "iframe", "object", "style")], name
        assert [e.attrib for e in every if e.tag == "script"] == [{"src": f"{'../' * name.count('/')}search.js"}], name
        assert not [a for e in every for a in e.attrib if a.startswith("on")], name
        outside = [to for _, to in places(page) if ":" in to]
        assert all(to.startswith(("https://", "http://")) for to in outside), name
        assert "alert(1)" in words(page.find("body")) or name in ("about.html",), name


def test_the_index_gives_hostile_text_back_as_it_is():
    dataset = few(hostile())
    rows = json.loads(index_script(dataset).removeprefix("window.bodymapIndex = ").rstrip(";\n"))["rows"]
    assert [row[1] for row in rows] == [name_of(record) for _, record in records(dataset)]


@pytest.mark.parametrize(
    ("file", "ways"),
    [
        ("regions/knee_front", {"?marks=knee_front.left", "?marks=knee_front.right"}),
        ("regions/sacrum", {"?marks=sacrum"}),
        ("muscles/soleus", {"muscles?muscle=soleus"}),
    ],
)
def test_where_an_explorer_is_given_each_page_leads_to_it(file, ways, site: Site, marked_up: Site):
    name = file_of(*file.split("/"))
    found = {to.removeprefix(APP) for _, to in places(marked_up.pages[name]) if to.startswith(APP)}
    assert found == ways
    assert "explorer" not in site.files[name].lower()


@pytest.mark.parametrize("text", ["https://example.org/map", " https://example.org/map/ ", "https://example.org/map//"])
def test_an_address_is_read(text):
    assert read_address(text) == APP


@pytest.mark.parametrize(
    "text", ["example.org", "javascript:alert(1)", "https://", "http://a b", "https://a/?x=1", "http://[x"]
)
def test_an_address_that_is_none_is_refused(text):
    with pytest.raises(AddressError, match=r"example\.org|first page"):
        read_address(text)


def test_a_long_description_is_cut_between_words():
    assert shortened("a  b\nc") == "a b c"
    assert shortened("word " * 60).endswith("word…") and len(shortened("word " * 60)) <= MOST_LETTERS


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The files that writing writes, few."""
    files: dict[str, str] = {"index.html": "<p>a</p>", "muscles/a.html": "<p>b</p>"}

    def made(dataset: Dataset, chart: Mapping[str, object], app: str = "") -> dict[str, str]:
        return dict(files)

    monkeypatch.setattr("bodymap.tell.site.write.site_files", made)
    return files


def test_a_site_may_be_written_again_and_what_it_no_longer_has_goes(tmp_path, small):
    folder = tmp_path / "new" / "site"
    assert "2 pages" in write_site(folder, REAL, CHART)
    (folder / "mine.txt").write_text("mine")
    del small["muscles/a.html"]
    write_site(folder, REAL, CHART)
    assert not (folder / "muscles" / "a.html").exists() and (folder / "mine.txt").read_text() == "mine"


def test_a_folder_with_anything_else_is_refused_and_left_alone(tmp_path, small):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(FolderError, match=rf"not empty.*{re.escape(MARK)} is missing.*new or empty"):
        write_site(tmp_path, REAL, CHART)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    with pytest.raises(FolderError, match="is a file"):
        write_site(tmp_path / "thesis.txt", REAL, CHART)


def test_nothing_outside_of_the_folder_is_deleted(tmp_path, small):
    folder = tmp_path / "site"
    write_site(folder, REAL, CHART)
    outside = tmp_path / "thesis.txt"
    outside.write_text("mine")
    (folder / MARK).write_text(f"Written.\n../thesis.txt\n{outside}\nmuscles\n")
    write_site(folder, REAL, CHART)
    assert outside.exists() and (folder / "muscles").is_dir()
