"""The real data, record by record, so that a failing test carries the record's name."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from markupsafe import escape

from bodymap.ask.match import match
from bodymap.ask.search import find
from bodymap.data.kinds import KINDS
from bodymap.data.needling import Claim
from bodymap.data.signs import Time
from bodymap.paths import DATA_DIR
from bodymap.place import Place
from bodymap.problems import Problem
from bodymap.read.bibtex import read_sources
from bodymap.read.load import find_problems
from bodymap.read.yaml_lines import read_yaml
from bodymap.tell.wording import DOCUMENTS, LABEL_NAMES, TOPICS, VERDICTS
from components.injuries.condition_page import condition_page
from components.needling import parts as needling_page
from components.shared.evidence import studies_of
from components.shared.markup import tag
from components.shared.red_flags import signs_html
from components.shared.search_box import MOST

PROBLEMS = find_problems()


def written(kind: str) -> list[str]:
    """The ids written in a data file, readable or not; the file's name if there are none."""
    path = DATA_DIR / KINDS[kind].file
    if kind == "sources":
        return sorted(read_sources(path)[1] or ()) or [path.name]
    data: Any = read_yaml(path).data
    rows = data.get(kind) if isinstance(data, dict) else None
    return [str(row.get("id")) for row in rows or () if isinstance(row, dict)] or [path.name]


def problems_of(kind: str, record: str) -> list[str]:
    """The problems of one record, by the start of their path."""
    start = record if kind == "sources" else f"{kind}.{record}"
    return [str(p) for p in PROBLEMS if Path(p.file).name == KINDS[kind].file and _within(p, start)]


def _within(problem: Problem, start: str) -> bool:
    return problem.path == start or problem.path.startswith((start + ".", start + "["))


def every(kind: str) -> Callable[[Any], Any]:
    return pytest.mark.parametrize("record", written(kind))


@every("regions")
def test_region(record):
    assert problems_of("regions", record) == []


@every("muscles")
def test_muscle(record):
    assert problems_of("muscles", record) == []


@every("red_flags")
def test_red_flag(record):
    assert problems_of("red_flags", record) == []


@every("conditions")
def test_condition(record):
    assert problems_of("conditions", record) == []


@every("danger_zones")
def test_danger_zone(record):
    assert problems_of("danger_zones", record) == []


@every("waivers")
def test_waiver(record):
    assert problems_of("waivers", record) == []


@every("evidence")
def test_evidence(record):
    assert problems_of("evidence", record) == []


@every("harms")
def test_harm(record):
    assert problems_of("harms", record) == []


@every("contraindications")
def test_contraindication(record):
    assert problems_of("contraindications", record) == []


@every("claims")
def test_claim(record):
    assert problems_of("claims", record) == []


@every("guide")
def test_guide_part(record):
    assert problems_of("guide", record) == []


@every("sources")
def test_source(record):
    assert problems_of("sources", record) == []


def test_no_problem_is_left_over():
    assert [str(problem) for problem in PROBLEMS] == []


@pytest.fixture(scope="module")
def real():
    from bodymap.read.load import load

    return load()


@every("regions")
def test_region_is_reached_or_waived(real, record):
    waived = read_yaml(DATA_DIR / KINDS["waivers"].file).data["waivers"]
    assert any(real.reaching(record)) != (record in {row["id"] for row in waived})


@every("danger_zones")
def test_danger_zone_is_told_with_each_of_its_muscles(real, record):
    zone = real.danger_zones[record]
    assert all(zone in real.danger_of_muscle(muscle) for muscle in zone.muscles)
    assert zone.provenance == "recalled" or all(real.sources[ref.key].verified == "seen" for ref in zone.sources)


@every("regions")
def test_region_has_between_three_and_eight_synonyms(record):
    rows = read_yaml(DATA_DIR / KINDS["regions"].file).data["regions"]
    [row] = [row for row in rows if row["id"] == record]
    assert 3 <= len(row["synonyms"]) <= 8


@every("muscles")
def test_every_trigger_point_is_found_from_its_own_pattern(real, record):
    for point in real.muscles[record].trigger_points:
        pattern = real.trigger_points[point.id]
        for zone in pattern.primary:
            side = None if real.regions[zone.region].midline else "left"
            found = {row.trigger_point for row in match(real, [Place(zone.region, side)])}
            assert point.id in found, zone


# ---- what a reader is shown of the records -------------------------------------------------------------------


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


@every("evidence")
def test_the_sources_of_a_study_resolve(real, record):
    study = real.evidence[record]
    assert study.sources and all(ref.key in real.sources for ref in study.sources)


@every("evidence")
def test_only_dry_needling_is_shown_as_dry_needling(real, record):
    study = real.evidence[record]
    for condition in study.conditions:
        text = studies_of(real, real.conditions[condition])
        assert escape(study.finding) in text
        assert (escape(study.finding) in unfolded(text)) == (study.intervention == "dry_needling")


@every("harms")
def test_a_count_of_harms_is_shown_with_what_it_was_counted_in(real, record):
    harm = real.harms[record]
    [shown] = [block for block in needling_page.harms(real).split('<div class="study">') if escape(harm.name) in block]
    assert f"{harm.denominator:,} {harm.unit}" in shown and escape(harm.counted_by) in shown


@every("guide")
def test_every_part_of_the_guide_is_shown(real, record):
    part = real.guide[record]
    shown = needling_page.guide(real, part.section)
    assert all(escape(text) in shown for text in (part.title, *part.text, *part.points))


@every("conditions")
def test_the_page_of_a_condition_shows_its_signs_before_any_muscle(real, record):
    condition = real.conditions[record]
    page = condition_page(real, condition)
    muscles = page.find("<h3>Muscles whose patterns")
    for flag in map(real.red_flags.__getitem__, condition.red_flags):
        assert escape(flag.sign) in page
        assert muscles < 0 or page.index(escape(flag.sign)) < muscles
        assert escape(flag.sign) in unfolded(page)
        assert not flag.note or escape(flag.note) in unfolded(page)


@every("conditions")
def test_a_serious_look_alike_names_no_muscle_and_no_study_of_needling(real, record):
    condition = real.conditions[record]
    if condition.group != "serious" and condition.safety_class != "emergency_mimic":
        return
    page = condition_page(real, condition)
    assert 'class="study' not in page and "studies of dry needling" not in page
    assert not [study.id for study in real.evidence.values() if escape(study.finding) in page]
    page = page.replace(escape(", ".join(condition.synonyms)), "")  # "psoas abscess" is no muscle
    page = re.sub('<details class="sources">.*?</details>', "", page)  # titles of other people's works
    names = {name for m in real.muscles.values() for name in (m.name, m.latin, *m.synonyms)}
    assert [name for name in names if re.search(rf"\b{re.escape(name)}\b", page, re.IGNORECASE)] == []


STRICTEST_FIRST = ("seek_care", "do_not", "do_not_there", "specialist_first", "caution", "discuss")


@every("contraindications")
def test_the_strictest_label_is_shown_and_a_difference_is_told(real, record):
    item = real.contraindications[record]
    rows = needling_page.contraindications(real).split("<tr>")
    [row] = [row for row in rows if row.startswith(f"<td>{escape(item.item)}</td>")]
    labels = {stance.label for stance in item.stances}
    strictest = min(labels, key=STRICTEST_FIRST.index)
    assert re.findall(r'<span class="tag [a-z]*">([^<]*)</span>', row)[0] == LABEL_NAMES[strictest]
    assert (tag("sources differ", "differ") in row) == (len(labels) > 1)
    assert all(escape(stance.says) in row for stance in item.stances)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_is_checked(real, document):
    assert [claim for claim in real.claims.values() if document in claim.documents]


@every("claims")
def test_every_claim_is_shown_with_its_verdict(real, record):
    claim = real.claims[record]
    assert set(claim.documents) <= set(DOCUMENTS)
    rows = needling_page.claims(real).split("<tr>")
    [row] = [row for row in rows if row.startswith(f"<td>{escape(claim.claim)} ")]
    assert tag(VERDICTS[claim.verdict], claim.verdict) in row and escape(claim.finding) in row


@pytest.mark.parametrize(("field", "names"), [("verdict", VERDICTS), ("topic", TOPICS)])
def test_every_kind_of_verdict_and_topic_has_a_name(field, names):
    assert set(get_args(Claim.model_fields[field].annotation)) == set(names)
    assert len(set(names.values())) == len(names)


def test_there_are_at_least_45_conditions(real):
    assert len(real.conditions) >= 45


# What the four documents say that needling is for, in their own words, and the record that answers.
NAMED_BY_THE_DOCUMENTS = {
    "runner's knee": "patellofemoral_pain",
    "shin pain": "medial_tibial_stress_syndrome",
    "calf pain": "calf_strain",
    "foot pain": "plantar_heel_pain",
    "hip pain": "gluteal_tendinopathy",
    "Achilles tendon pain": "achilles_midportion_tendinopathy",
    "sciatica": "sciatica",
    "IT band syndrome": "iliotibial_band_pain",
    "plantar fasciitis": "plantar_heel_pain",
    "tennis elbow": "lateral_elbow_tendinopathy",
    "golfer's elbow": "medial_elbow_tendinopathy",
    "TMJ": "temporomandibular_disorder",
    "rotator cuff": "rotator_cuff_related_shoulder_pain",
    "shoulder impingement": "shoulder_impingement",
    "headaches": "tension_type_headache",
    "migraines": "migraine",
    "carpal tunnel syndrome": "carpal_tunnel_syndrome",
    "piriformis syndrome": "deep_gluteal_syndrome",
    "neck pain": "neck_pain",
    "low back pain": "low_back_pain",
    "chronic back pain": "low_back_pain",
    "knee osteoarthritis": "knee_osteoarthritis",
    "hip osteoarthritis": "hip_osteoarthritis",
    "myofascial pain syndrome": "myofascial_pain_syndrome",
}


@pytest.mark.parametrize(("words", "condition"), NAMED_BY_THE_DOCUMENTS.items(), ids=NAMED_BY_THE_DOCUMENTS)
def test_a_condition_is_found_by_the_words_of_the_documents(real, words, condition):
    shown = find(real, words)[:MOST]
    assert ("condition", condition) in {(hit.kind, hit.id) for hit in shown}


# ---- warning signs cover the body ----------------------------------------------------------------------------

PRESSING = (Time.NOW, Time.TODAY)
ALWAYS_OPEN = re.compile("(calf|shin|groin|hip|chest|neck|low_back)(_|$)|breast|sternum|throat")


@every("regions")
def test_a_region_has_a_pressing_warning_sign_of_its_own(real, record):
    assert [flag for flag in real.red_flags.values() if record in flag.regions and flag.time in PRESSING]


@every("regions")
def test_the_emergencies_of_a_region_are_open_or_named_without_a_click(real, record):
    shown = unescape(unfolded(str(signs_html(real, real.places_of(record)[:1]))))
    emergencies = [f for f in real.red_flags.values() if record in f.regions and f.time is Time.NOW]
    if ALWAYS_OPEN.match(record) or real.regions[record].group == "head_neck":
        assert emergencies, "a place where an emergency must be told"
    assert [flag.id for flag in emergencies if flag.brief not in shown and flag.short not in shown] == []


@pytest.mark.parametrize("place", ["calf", "shin", "groin", "hip", "chest", "neck", "low_back"])
def test_the_places_where_emergencies_must_be_open_exist(real, place):
    assert [region for region in real.regions if region.startswith(place) and ALWAYS_OPEN.match(region)]
