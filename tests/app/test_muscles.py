"""The muscle page: every muscle opens, warnings first, a figure for each trigger point."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.figures import pattern_figure
from bodymap.geometry import read_chart
from bodymap.load import DATA_DIR, load
from bodymap.pattern_views import best_views, layouts_that_add
from bodymap.scene import LAYOUTS
from components.muscle_card import muscle_card

ROOT = Path(__file__).resolve().parents[2]
DATASET = load()
CHART = read_chart(DATA_DIR / "body")


def opened(muscle: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "components" / "views" / "muscles.py"), default_timeout=60)
    app.query_params["muscle"] = muscle
    return app.run()


def texts(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("muscle", ["soleus", "infraspinatus", "pyramidalis", "sternocleidomastoid"])
def test_the_address_opens_a_muscle(muscle):
    app = opened(muscle)
    assert not app.exception
    assert app.selectbox(key="muscle").value == muscle
    assert f"<h3>{DATASET.muscles[muscle].name}</h3>" in texts(app)
    assert len(app.get("plotly_chart")) == 1


def test_an_unknown_muscle_in_the_address_opens_another_without_a_fuss():
    app = opened("<script>")
    assert not app.exception
    assert app.selectbox(key="muscle").value in DATASET.muscles


def test_warning_signs_are_named_before_the_muscle_without_a_click():
    app = opened("gastrocnemius")
    [brief] = [e for e in app.expander if "Warning signs first" in e.label]
    assert "a leg clot" in brief.label
    assert "High-risk area" in texts(app)


def test_a_muscle_without_a_pattern_says_so():
    app = opened("gemelli")
    assert not app.exception and not app.get("plotly_chart")
    assert any("none is drawn" in info.value for info in app.info)


def test_a_schematic_outline_is_said_to_be_one():
    assert "schematic" in muscle_card(DATASET, DATASET.muscles["pyramidalis"])
    assert "schematic" not in muscle_card(DATASET, DATASET.muscles["soleus"])


@pytest.mark.parametrize("point", DATASET.trigger_points)
def test_the_figure_of_a_pattern_shows_its_point_and_its_primary_zones(point):
    pattern = DATASET.trigger_points[point]
    figure = pattern_figure(CHART, DATASET, pattern)
    names = [trace.name for trace in figure.data]
    assert {"skin", "muscle", "primary", "trigger point"} <= set(names)
    shown = {region for view in best_views(CHART, pattern) for region in CHART[view].regions}
    assert {zone.region for zone in pattern.primary} <= shown
    assert names.count("primary") >= len({zone.region for zone in pattern.primary})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_zone_of_a_pattern_is_out_of_reach(layout):
    for pattern in DATASET.trigger_points.values():
        others = layouts_that_add(CHART, pattern, layout)
        panels = [panel for name in (layout, *others) for row in LAYOUTS[name] for panel in row]
        reachable = {region for panel in panels for region in CHART[panel.view].regions}
        assert {zone.region for zone in (*pattern.primary, *pattern.spillover)} <= reachable, pattern.id
