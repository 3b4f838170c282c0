"""What a reader is shown of every record, as HTML: all of it, in order, well formed; what is urgent without a click."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any

import pytest
import streamlit as st
from markupsafe import escape

from bodymap.ask.conditions import felt_here
from bodymap.ask.injury_filter import MARKS, Filter, filtered
from bodymap.ask.signs import signs
from bodymap.data.model import SAFETY_CLASSES
from bodymap.data.signs import Time
from bodymap.tell.wording import (
    BANNERS,
    DOCUMENTS,
    INTERVENTIONS,
    LABEL_NAMES,
    LOOK_ALIKE,
    NO_HARMS_SAID,
    VERDICTS,
    WHEN,
)
from components.injuries.condition_page import condition_page
from components.injuries.study import felt
from components.needling import parts
from components.shared import red_flags
from components.shared.evidence import studies_of, study_html
from components.shared.markup import tag
from components.shared.muscle_card import pattern_card
from components.shared.pieces import pieces_of
from tests.each import each
from tests.real import REAL
from tests.whole import whole

CONDITIONS = REAL.conditions.values()
EMERGENCIES = [c for c in CONDITIONS if c.safety_class == "emergency_mimic"]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text given to ``st.html``, in order."""
    texts: list[str] = []
    monkeypatch.setattr(st, "html", texts.append)
    return texts


# ---- reading a page -----------------------------------------------------------------------------------------


class _Unfolded(HTMLParser):
    """Keeps what is readable without a click: nothing inside ``<details>``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.depth, self.kept = 0, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "details"
        self.keep(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.keep(f"</{tag}>")
        self.depth -= tag == "details"

    def handle_data(self, data: str) -> None:
        self.keep(data)

    def handle_entityref(self, name: str) -> None:
        self.keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.keep(f"&#{name};")

    def keep(self, text: str) -> None:
        self.kept += "" if self.depth else text


def unfolded(page: str) -> str:
    """The HTML of a page without its folded parts."""
    reader = _Unfolded()
    reader.feed(page)
    reader.close()
    return reader.kept


def test_the_reader_of_pages_sees_what_is_folded():
    page = "<p>a &lt; b</p><details class='x'><summary>c</summary><details>d</details>e</details><p>f</p>"
    assert unfolded(page) == "<p>a &lt; b</p><p>f</p>"


class Tags(HTMLParser):
    """Notes tags that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "img", "hr", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def assert_well_formed(text: str) -> None:
    tags = Tags()
    tags.feed(text)
    assert not tags.wrong and not tags.open, (tags.wrong, tags.open)
    assert not re.search(r"[>(,:;] ?None ?[<),.;]|[{}]", text), "an unfilled place in the text"


# ---- warning signs ------------------------------------------------------------------------------------------

# Places where an emergency must be told.
ALWAYS_OPEN = re.compile("(calf|shin|groin|hip|chest|neck|low_back)(_|$)|breast|sternum|throat")


PIECES = pieces_of(REAL)


def signs_shown(region: str, places: int = 1) -> str:
    """The part about warning signs, with what is folded away."""
    return whole(red_flags.signs_html(REAL, REAL.places_of(region)[:places], PIECES))


@each("region", REAL.regions)
def test_the_signs_of_a_place_are_complete(region):
    shown = signs_shown(region)
    own = {flag.id: flag for flag in (*REAL.flags_of_region(region), *REAL.flags_anywhere)}
    assert_well_formed(shown)
    assert [id_ for id_, flag in own.items() if escape(flag.sign) not in shown] == []
    assert len(signs(REAL, REAL.places_of(region)).every) == len(own)
    assert shown == red_flags.signs_html(REAL, REAL.places_of(region)[:1]), "as if the answer held every item"


@each("region", REAL.regions)
def test_the_emergencies_of_a_place_are_shown_without_a_click(region):
    emergencies = [f for f in REAL.red_flags.values() if region in f.regions and f.time is Time.NOW]
    if ALWAYS_OPEN.match(region) or REAL.regions[region].group == "head_neck":
        assert emergencies, "a place where an emergency must be told"
    shown = unfolded(signs_shown(region))
    open_lines = {flag.id for flag in signs(REAL, REAL.places_of(region)).open}
    said = [escape(flag.brief if flag.id in open_lines else flag.short) for flag in emergencies]
    assert [words for words in said if words not in shown] == []


@pytest.mark.parametrize("place", ["calf", "shin", "groin", "hip", "chest", "neck", "low_back"])
def test_the_places_where_emergencies_must_be_open_exist(place):
    assert [region for region in REAL.regions if region.startswith(place) and ALWAYS_OPEN.match(region)]


def test_marks_of_both_sides_give_each_sign_once():
    shown = signs_shown("calf_inner", places=2)
    here = signs(REAL, REAL.places_of("calf_inner"))
    assert len(here.every) > len(here.open)
    for flag in here.every:
        in_a_line = flag in here.open or flag not in (*here.now, *here.anywhere)
        assert shown.count(f"<li>{escape(flag.sign)} ") == 1
        assert shown.count(f":</strong> {escape(flag.brief)}</li>") == in_a_line, flag.id


# ---- conditions ---------------------------------------------------------------------------------------------


def ranks(conditions: Sequence[Any]) -> list[int]:
    return [SAFETY_CLASSES.index(condition.safety_class) for condition in conditions]


@each("region", REAL.regions)
def test_the_conditions_felt_at_a_place_are_all_listed_once_serious_first(region):
    places = REAL.places_of(region)
    for listed in (felt_here(REAL, places), filtered(REAL, Filter(place=(MARKS,), marked=(region,))).fits):
        assert sorted(c.id for c in listed) == sorted(c.id for c in REAL.conditions_of_region(region))
        assert ranks(listed) == sorted(ranks(listed))


BEFORE = {
    "emergency_mimic": ("What to do", "Warning signs", "SUMMARY", "What people tell", "When to see someone"),
    "rule_out_first": ("Warning signs", "When to see someone", "SUMMARY", "STORY", "What else it can be"),
    "routine": (
        "SUMMARY", "Warning signs", "When to see someone", "STORY", "What usually comes first", "What else it can be",
    ),
}  # fmt: skip
AFTER = ("Muscles whose patterns share the place", "What studies of dry needling found")


@each("record", CONDITIONS)
def test_the_safety_class_decides_the_order_of_the_page(record):
    page = condition_page(REAL, record)
    care = ("What usually comes first",) if record.safety_class == "rule_out_first" else ()
    headings = [*BEFORE[record.safety_class], *care, *(AFTER if record.group != "serious" else ())]
    story = "What people tell" if record.group == "serious" else "The typical story"
    text = {"SUMMARY": f"<p>{escape(record.summary)}</p>", "STORY": f"<h3>{story}</h3>"}
    places = [page.find(text.get(heading, f"<h3>{heading}</h3>")) for heading in headings]
    assert -1 not in places and places == sorted(places), dict(zip(headings, places, strict=True))
    banner = LOOK_ALIKE if record.group == "serious" else BANNERS[record.safety_class]
    assert escape(banner) in page.split("</div>")[0] and bool(banner) == (record.safety_class != "routine")


@each("record", CONDITIONS)
def test_everything_recorded_of_a_condition_is_on_its_page(record):
    page = condition_page(REAL, record)
    assert_well_formed(page)
    told = (record.name, record.summary, record.story, record.see_someone, record.first_care, *record.differentials)
    assert [text for text in told if escape(text) not in page] == []
    assert all(WHEN[moment].lower() in page for moment in record.when)
    cited = {ref.key for ref in (*record.sources, *record.care_sources)}
    assert all(escape(REAL.sources[key].citation) in page for key in cited)


@each("record", CONDITIONS)
def test_the_page_of_a_condition_shows_its_signs_before_any_muscle_and_emergencies_without_a_click(record):
    page = condition_page(REAL, record)
    muscles = page.find("<h3>Muscles whose patterns")
    open_page = unfolded(page)
    for flag in map(REAL.red_flags.__getitem__, record.red_flags):
        assert escape(flag.sign) in page
        assert muscles < 0 or page.index(escape(flag.sign)) < muscles
        assert flag.time is not Time.NOW or escape(flag.sign) in open_page


@each("record", [c for c in CONDITIONS if c.group == "serious" or c in EMERGENCIES])
def test_a_serious_look_alike_names_no_muscle_and_no_study_of_needling(record):
    page = condition_page(REAL, record)
    assert 'class="study' not in page and "studies of dry needling" not in page
    assert not [study.id for study in REAL.evidence.values() if escape(study.finding) in page]
    page = page.replace(escape(", ".join(record.synonyms)), "")  # "psoas abscess" is no muscle
    for text in record.differentials:  # the name of an injury may hold that of a muscle: "soleus strain"
        if any(map(REAL.condition_named, (text, text.partition(" (")[0], text.partition(" (")[2].rstrip(")")))):
            page = page.replace(str(escape(text)), "")
    page = re.sub('<details class="sources">.*?</details>', "", page)  # titles of other people's works
    names = {name for m in REAL.muscles.values() for name in (m.name, m.latin, *m.synonyms)}
    assert [name for name in names if re.search(rf"\b{re.escape(name)}\b", page, re.IGNORECASE)] == []


@each("record", CONDITIONS)
def test_the_chart_paints_every_place_of_a_condition_on_both_sides(record):
    shown: dict[str, Any] = felt(REAL, record)["patterns"][0]
    assert shown["primary"] == [str(place) for region in record.regions for place in REAL.places_of(region)]
    assert record.plain_name in shown["title"] and shown["felt"] and not shown["id"], "no pattern of a muscle"


# ---- patterns -----------------------------------------------------------------------------------------------


@each("pattern", REAL.trigger_points.values())
def test_the_card_of_a_pattern_is_complete(pattern):
    text = pattern_card(REAL, pattern)
    assert_well_formed(text)
    assert escape(pattern.point.where) in text
    for zone in (*pattern.primary, *pattern.spillover):
        assert escape(REAL.regions[zone.region].name) in text


# ---- dry needling -------------------------------------------------------------------------------------------


@each("study", REAL.evidence.values())
def test_a_study_is_told_with_what_was_tested_how_sure_and_harms(study):
    text = study_html(REAL, study)
    assert_well_formed(text)
    assert f"<dt>Tested</dt><dd>{INTERVENTIONS[study.intervention]}</dd>" in text
    assert "<dt>Certainty (GRADE)</dt><dd>" in text and "<dt>Compared with</dt><dd>" in text
    assert f"<dt>Harms</dt><dd>{escape(study.harms or NO_HARMS_SAID)}</dd>" in text


@each("study", REAL.evidence.values())
def test_only_dry_needling_is_shown_as_dry_needling(study):
    for condition in study.conditions:
        text = studies_of(REAL, REAL.conditions[condition])
        assert escape(study.finding) in text
        needled, _, others = text.partition("Studies of something else")
        assert (escape(study.finding) in needled) == (study.intervention == "dry_needling")
        assert (escape(study.finding) in others) == (study.intervention != "dry_needling")


@each("harm", REAL.harms.values())
def test_a_count_of_harms_is_shown_with_what_it_was_counted_in(harm):
    [shown] = [block for block in parts.harms(REAL).split('<div class="study">') if escape(harm.name) in block]
    assert f"{harm.denominator:,} {harm.unit}" in shown and escape(harm.counted_by) in shown
    counted = [effect.percent for effect in harm.effects if effect.percent] + [harm.minor_percent or 1]
    assert all(not parts.per_thousand(p, harm.unit).startswith("about 0 ") for p in counted), "rounded away"


@each("part", REAL.guide.values())
def test_every_part_of_the_guide_is_shown(part):
    shown = parts.guide(REAL, part.section)
    assert all(escape(text) in shown for text in (part.title, *part.text, *part.points))


STRICTEST_FIRST = ("seek_care", "do_not", "do_not_there", "specialist_first", "caution", "discuss")
CAUTIONS = parts.contraindications(REAL)
CLAIMS = parts.claims(REAL)


@each("item", REAL.contraindications.values())
def test_the_strictest_label_is_shown_and_a_difference_is_told(item):
    [row] = [row for row in CAUTIONS.split("<tr>") if row.startswith(f"<td>{escape(item.item)}</td>")]
    labels = {stance.label for stance in item.stances}
    strictest = min(labels, key=STRICTEST_FIRST.index)
    assert re.findall(r'<span class="tag [a-z]*">([^<]*)</span>', row)[0] == LABEL_NAMES[strictest]
    assert (tag("sources differ", "differ") in row) == (len(labels) > 1)
    assert all(escape(stance.says) in row for stance in item.stances)


@each("claim", REAL.claims.values())
def test_every_claim_is_shown_with_its_verdict(claim):
    assert set(claim.documents) <= set(DOCUMENTS)
    [row] = [row for row in CLAIMS.split("<tr>") if row.startswith(f"<td>{escape(claim.claim)} ")]
    assert tag(VERDICTS[claim.verdict], claim.verdict) in row and escape(claim.finding) in row
