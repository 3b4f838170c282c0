"""The page on dry needling: each part by its address, the figure, the filters, and the warning on every part."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from bodymap.data.needling import Evidence
from bodymap.tell.wording import INTERVENTIONS, TOPICS, VERDICTS
from components.needling import parts as needling_page
from components.needling.study import PARTS
from components.shared.evidence import strongest_first
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
STUDIES = REAL.evidence.values()
SHOWN = {  # what stands on each part
    "about": [part.title for part in REAL.guide.values() if part.section in ("what", "how", "feeling")],
    "studies": ["How sure studies are, condition by condition", "The studies"],
    "harms": ["Unwanted effects that were counted", "Reasons not to have it, or to ask first"],
    "visit": [part.title for part in REAL.guide.values() if part.section in ("practitioner", "after")],
    "claims": list(TOPICS.values()),
}


def opened(part: str = "") -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "needling" / "needling.py"), default_timeout=60)
    if part:
        app.query_params["part"] = part
    return app.run()


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def address(app: AppTest) -> str:
    """The part that the address stands for: the first needs no parameter."""
    value = app.query_params.get("part", next(iter(PARTS)))
    return value[0] if isinstance(value, list) else value


def findings(app: AppTest) -> list[str]:
    """The texts of the studies on the page, in order."""
    return re.findall(r'<div class="study [a-z_]+"><p>(.*?)</p>', html(app))


def told(studies: list[Evidence]) -> list[str]:
    """The texts under the names of the conditions, in the order of the names, the strongest of each first."""
    headed = [(heading(study), study) for study in strongest_first(studies)]
    return [f"{escape(s.studied)} {escape(s.finding)}" for _, s in sorted(headed, key=lambda found: found[0])]


def heading(study: Evidence) -> str:
    """What a study stands under."""
    names = [REAL.conditions[condition].plain_name for condition in study.conditions]
    return ", ".join(names) or "Muscle and joint pain in general"


def assert_fine(app: AppTest) -> None:
    assert not app.exception and not app.error


# ---- the parts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", PARTS)
def test_the_address_opens_a_part_and_the_warning_stands_above_it(part):
    app = opened(part)
    assert_fine(app)
    assert address(app) == part == app.button_group(key="part").value
    text = html(app)
    assert all(f"<h3>{escape(said)}</h3>" in text for said in SHOWN[part])
    assert text.index("Do not needle yourself or anyone else") < text.index(f"<h3>{escape(SHOWN[part][0])}</h3>")
    others = [said for other in PARTS if other != part for said in SHOWN[other]]
    assert not [said for said in others if f"<h3>{escape(said)}</h3>" in text]


@pytest.mark.parametrize("part", ["", "nothing", "<script>"])
def test_an_unknown_part_opens_the_first(part):
    app = opened(part)
    assert_fine(app)
    assert app.button_group(key="part").value == next(iter(PARTS))
    assert len(app.warning) == bool(part) and address(app) == (part or next(iter(PARTS)))


def test_the_control_changes_the_part_and_the_address():
    app = opened()
    for part in PARTS:
        app.button_group(key="part").set_value(part).run()
        assert_fine(app)
        assert address(app) == part and f"<h3>{escape(SHOWN[part][0])}</h3>" in html(app)


def test_every_part_of_the_guide_is_shown_and_only_when_to_get_help_is_repeated():
    pages = [html(opened(part)) for part in PARTS]
    for part in REAL.guide.values():
        shown = sum(f"<h3>{escape(part.title)}</h3>" in page for page in pages)
        assert shown == 1 or (shown > 1 and part.section == "get_help"), part.id


# ---- studies ------------------------------------------------------------------------------------------------


def test_the_part_about_studies_holds_the_figure_and_opens_with_dry_needling():
    app = opened("studies")
    assert len(app.get("plotly_chart")) == 1
    assert app.button_group(key="evidence_kind").value == "dry_needling"
    assert findings(app) == told([study for study in STUDIES if study.intervention == "dry_needling"])


def test_studies_stand_folded_under_their_condition_with_what_they_found_counted():
    text = html(opened("studies"))
    own = [study for study in STUDIES if study.intervention == "dry_needling"]
    heads = re.findall(r"<summary><strong>(.*?)</strong>: (.*?)</summary>", text)
    assert [head for head, _ in heads] == [escape(name) for name in sorted({heading(study) for study in own})]
    for head, said in heads:
        found = [study for study in own if escape(heading(study)) == head]
        assert sum(map(int, re.findall(r"(?:^|, )(\d+) ", said))) == len(found), head


@pytest.mark.parametrize("kind", INTERVENTIONS)
def test_the_kind_of_treatment_filters_the_studies(kind):
    app = opened("studies")
    app.button_group(key="evidence_kind").set_value(kind).run()
    assert_fine(app)
    assert findings(app) == told([study for study in STUDIES if study.intervention == kind])


def test_a_condition_filters_the_studies_and_goes_when_the_kind_has_none_of_it():
    app = opened("studies")
    condition = next(c for s in STUDIES if s.intervention == "dry_needling" for c in s.conditions)
    app.selectbox(key="evidence_where").select(condition).run()
    assert_fine(app)
    own = [study for study in REAL.evidence_of_condition(condition) if study.intervention == "dry_needling"]
    assert findings(app) == told(own)
    kind = next(k for k in INTERVENTIONS if not any(s.intervention == k for s in REAL.evidence_of_condition(condition)))
    app.button_group(key="evidence_kind").set_value(kind).run()
    assert_fine(app)
    assert findings(app) == told([study for study in STUDIES if study.intervention == kind])


def test_the_strongest_studies_stand_first():
    order = [list(type(study.certainty)).index(study.certainty) for study in strongest_first(STUDIES)]
    assert order == sorted(order, reverse=True)


# ---- claims -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_filters_the_claims(verdict):
    app = opened("claims")
    app.button_group(key="claim_verdict").set_value([verdict]).run()
    assert_fine(app)
    text = html(app)
    for claim in REAL.claims.values():
        assert (f"<td>{escape(claim.claim)} " in text) == (claim.verdict == verdict), claim.id


def test_without_a_verdict_every_claim_is_shown():
    assert html(opened("claims")).count("<tr><td>") == len(REAL.claims)


# ---- harms --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("percent", "said"), [(19.18, "192"), (0.1, "1"), (100, "1,000")])
def test_a_share_is_told_as_a_count(percent, said):
    assert needling_page.per_thousand(percent, "treatments") == f"about {said} of every 1,000 treatments"
