"""Markup in the data or in the search box is shown as typed, on every page: here as Streamlit gets it.

``tests/browser/test_markup.py`` looks at what a browser makes of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from bodymap.ask.match import match
from bodymap.data.model import SAFETY_CLASSES
from components import data
from components.needling.study import PARTS
from components.shared.markup import plain
from tests.acting import offered, paint, painting, parts, press, tap, walk
from tests.hostile import MARKUP, SHORT, TAIL, fields, hostile, texts
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
MARKS = "knee_front.right,calf_inner.left,sacrum"
SIGNS = (".example", "alert", "<b>", "<script", "`co`")
# What Streamlit shows as it is, or hands on to a program: everything else that is no HTML is read as Markdown.
AS_IT_IS = {
    ("selectbox", "options"),
    ("multiselect", "options"),
    ("multiselect", "raw_values"),
    ("selectbox", "raw_value"),
    ("button_group", "raw_values"),
    ("text_input", "value"),
    ("bidi_component", "json"),
    ("bidi_component", "bytes"),
    ("bidi_component", "html_content"),
}


@pytest.fixture(scope="module", autouse=True)
def written() -> Iterator[None]:
    """The app reads the data with markup in every text."""
    with pytest.MonkeyPatch.context() as patch:
        dataset = hostile()
        patch.setattr(data, "load", lambda _: dataset)
        st.cache_resource.clear()
        yield
    st.cache_resource.clear()


def opened(page: str = "", **address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    if page:
        app.switch_page(f"components/{page}/{page}.py")
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def strings(message: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a message to the page, with the name of its field."""
    for field, value in message.ListFields():
        for item in value if field.is_repeated else [value]:
            if isinstance(item, str | bytes):
                yield name or field.name, item if isinstance(item, str) else item.decode()
            elif hasattr(item, "ListFields"):
                yield from strings(item, name or field.name)


def sent(app: AppTest) -> list[tuple[str, str, str]]:
    """Everything that the page was given: kind of element, field, text."""
    nodes = [node for node in walk(app.main) if getattr(node, "proto", None)]
    others = [node for node in nodes if getattr(node.proto, "component_name", "") != "bodymap_actions"]
    acting = [("acting", name, html) for name, html in parts(app).items()]
    return [(node.type, *found) for node in others for found in strings(node.proto)] + acting


def assert_as_typed(app: AppTest, *wanted: str) -> None:
    """No text from the data is read as HTML or Markdown; each of the wanted kinds of element carries some."""
    assert not app.exception and not app.error
    carrying = set()
    for kind, field, text in sent(app):
        if kind == "plotly_chart":
            assert_plain_figure(json.loads(text) if field == "spec" else {})
            rest = ""
        elif (kind, field) in AS_IT_IS:
            rest = ""
        elif kind in ("html", "acting"):
            rest = text.replace(escape(MARKUP), "").replace(escape(TAIL), "")
        else:
            rest = text.replace(plain(MARKUP), "")
        assert not [sign for sign in SIGNS if sign in rest], (kind, field, text)
        if ".example" in text:
            carrying.add(kind)
    assert carrying >= set(wanted), f"only {carrying} show a text of the data"


def assert_plain_figure(figure: Any) -> None:
    """No text of a figure is read as the HTML that Plotly knows, but for its own bold names in what hovers."""
    if isinstance(figure, str):
        assert "<b>x" not in figure and "<script" not in figure, figure
    elif isinstance(figure, dict | list):
        for item in figure.values() if isinstance(figure, dict) else figure:
            assert_plain_figure(item)


def test_every_kind_of_record_carries_the_markup():
    dataset = hostile()
    bare = [kind for kind, table in dataset.tables.items() if not all(any(texts(row)) for row in table.values())]
    assert bare == []
    assert dataset.tables.keys() == REAL.tables.keys()
    assert all(dataset.tables[kind].keys() == REAL.tables[kind].keys() for kind in REAL.tables)


@pytest.mark.parametrize("kind", REAL.tables)
def test_every_field_of_free_text_carries_markup(kind):
    """A field without any holds ids or choices: none of its texts has a blank, but for cranial nerves."""
    found = [found for record in hostile().tables[kind].values() for found in fields(record)]
    marked = {name for name, text in found if text.endswith((MARKUP, SHORT, TAIL))}
    assert {name: text for name, text in found if name not in marked and " " in text and text[:3] != "CN "} == {}


def test_the_map_with_marks_and_painted_and_pinned_patterns():
    app = opened(marks=MARKS)
    tap(tap(app, "pattern_pills", "pin"), "also_pills", "under")
    for row in ("mark_pills", "injury_pills", "pattern_pills", "lies_pills"):
        assert any(MARKUP in label for label in offered(app, row)), row
    assert any(MARKUP in label for label in painting(app).values())
    assert_as_typed(app, "html", "acting", "bidi_component")
    press(press(tap(app, "injury_pills", "more"), "show_all_patterns"), "about")
    assert escape(MARKUP) in parts(app)["patterns"].partition('class="card"')[2]
    assert_as_typed(app, "html", "acting")
    app.toggle(key="map").set_value(True).run()
    assert_as_typed(app, "html", "acting", "bidi_component")


@pytest.mark.parametrize("kind", ["nerve_root", "nerve", "joint"])
def test_what_else_is_described_and_painted(kind):
    app = opened(marks=MARKS)
    tap(app, "also_pills", kind)
    paint(app, next(pattern for pattern in painting(app) if _is_of(pattern, kind)))
    assert_as_typed(app, "html", "acting", "bidi_component")
    assert escape(MARKUP) in parts(app)["patterns"].partition("with-it")[2]


def _is_of(pattern: str, kind: str) -> bool:
    area = REAL.areas.get(pattern.partition("@")[0])
    return bool(area and area.kind == kind)


def test_a_place_without_a_pattern_is_named():
    bare = next(place for place in REAL.every_place() if not match(REAL, [place]))
    app = opened(marks=f"{bare},{MARKS}")
    assert any(escape(MARKUP) in text for _, _, text in sent(app) if "No pattern is drawn in" in text)
    assert_as_typed(app, "html")


def test_the_list_of_places():
    app = opened()
    app.toggle(key="place_list").set_value(True).run()
    assert_as_typed(app, "button")


@pytest.mark.parametrize("page", ["", "injuries"])
def test_what_can_be_found_is_given_as_data_and_what_is_chosen_is_named_as_typed(page):
    """What a browser makes of the answers, and of what is typed and not found, stands in tests/browser."""
    app = opened(page)
    [search] = [node for node in walk(app.main) if node.key == "find_place"]
    assert search.type == "bidi_component"
    assert {kind for kind, text in strings(search.proto) if ".example" in text} <= {"bytes", "json", "html_content"}
    assert json.dumps(MARKUP)[1:-1].encode() in data.search_index()
    app.session_state["find_place"] = {"chosen": {"seq": 1, "kind": "region", "id": "knee_front", "side": "right"}}
    app.run()
    assert app.session_state.marks == ["knee_front.right"]
    assert MARKUP in offered(app, "mark_pills")[0]
    assert_as_typed(app, "acting")


@pytest.mark.parametrize(
    ("kind", "id_", "page"), [("muscle", "soleus", "muscles"), ("condition", "migraine", "injuries")]
)
def test_a_page_chosen_in_the_search(kind, id_, page):
    app = opened()
    app.session_state["find_place"] = {"chosen": {"seq": 1, "kind": kind, "id": id_}}
    app.run()
    assert app.session_state.page == page
    assert_as_typed(app, "html")


def test_the_list_of_injuries():
    app = opened("injuries", marks=MARKS, place="marks", kind="all")
    assert_as_typed(app, "html", "acting")
    assert_as_typed(opened("injuries", place="knee"), "html")


@pytest.mark.parametrize("safety_class", SAFETY_CLASSES)
def test_the_page_of_a_condition(safety_class):
    """The one with most links to muscles, and with other studies where there are some."""
    own = [c for c in REAL.conditions.values() if c.safety_class == safety_class]
    condition = max(own, key=lambda c: (len(REAL.evidence_of_condition(c.id)), len(c.muscles)))
    app = opened("injuries", condition=condition.id, marks=MARKS)
    assert_as_typed(app, "html", "bidi_component")


@pytest.mark.parametrize("muscle", ["soleus", "gemelli"])
def test_the_page_of_a_muscle_and_its_figure(muscle):
    app = opened("muscles", muscle=muscle)
    if points := REAL.muscles[muscle].trigger_points:
        app.session_state[f"figure_of_{points[0].id}"] = True
        app.run()
        assert len(app.get("plotly_chart")) == 1
    assert_as_typed(app, "html", "selectbox", *(["plotly_chart", "button_group"] if points else []))


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("muscles", {"nerve": "nerve_suprascapular"}), ("muscles", {"muscle": "piriformus"}),
        ("injuries", {"condition": "sciatica"}), ("explore", {"marks": "knee_fron.right"}),
    ],
)  # fmt: skip
def test_ways_to_other_records_and_near_names(page, address):
    assert_as_typed(opened(page, **address), "acting")


@pytest.mark.parametrize("part", PARTS)
def test_the_parts_about_dry_needling(part):
    assert_as_typed(opened("needling", part=part), "html", *(["plotly_chart"] if part == "studies" else []))
