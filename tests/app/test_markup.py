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
from bodymap.tell.wording import GROUPS
from components import data
from components.needling.study import PARTS
from components.shared.markup import plain
from tests.hostile import MARKUP, TAIL, hostile, texts
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


def walk(block: Any) -> Iterator[Any]:
    yield block
    for _, child in sorted(getattr(block, "children", {}).items()):
        yield from walk(child)


def strings(message: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a message to the page, with the name of its field."""
    for field, value in message.ListFields():
        for item in value if field.is_repeated else [value]:
            if isinstance(item, str):
                yield name or field.name, item
            elif hasattr(item, "ListFields"):
                yield from strings(item, name or field.name)


def sent(app: AppTest) -> list[tuple[str, str, str]]:
    """Everything that the page was given: kind of element, field, text."""
    nodes = [node for node in walk(app.main) if getattr(node, "proto", None)]
    return [(node.type, *found) for node in nodes for found in strings(node.proto)]


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
        elif kind == "html":
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


def press(app: AppTest, start: str) -> AppTest:
    """The first button whose key begins so."""
    return next(button for button in app.button if (button.key or "").startswith(start)).click().run()


def test_every_kind_of_record_carries_the_markup():
    dataset = hostile()
    bare = [kind for kind, table in dataset.tables.items() if not all(any(texts(row)) for row in table.values())]
    assert bare == []
    assert dataset.tables.keys() == REAL.tables.keys()
    assert all(dataset.tables[kind].keys() == REAL.tables[kind].keys() for kind in REAL.tables)


def test_the_map_with_marks_and_painted_and_pinned_patterns():
    app = opened(marks=MARKS)
    app.button_group(key="pattern_pills").set_value(["pin"]).run()
    app.button_group(key="also_pills").set_value(["under"]).run()
    for row in ("mark_pills", "injury_pills", "pattern_pills", "lies_pills"):
        assert any(plain(MARKUP) in label for label in app.button_group(key=row).options), row
    assert_as_typed(app, "html", "button", "button_group", "bidi_component")
    app.button_group(key="injury_pills").set_value(["more"]).run()
    app.button(key="show_all_patterns").click().run()
    assert_as_typed(app, "html", "button", "button_group")
    app.toggle(key="map").set_value(True).run()
    assert_as_typed(app, "html", "button", "bidi_component")


@pytest.mark.parametrize("kind", ["nerve_root", "nerve", "joint"])
def test_what_else_is_described_and_painted(kind):
    app = opened(marks=MARKS)
    app.button_group(key="also_pills").set_value([kind]).run()
    members = [button for button in app.button if button.proto.form_id == "" and _is_of(button.key, kind)]
    members[0].click().run()
    assert_as_typed(app, "html", "button", "button_group", "bidi_component")
    assert any(escape(MARKUP) in text for _, _, text in sent(app) if "with-it" in text)


def _is_of(key: str | None, kind: str) -> bool:
    area = REAL.areas.get((key or "").removeprefix("paint_").rpartition("_")[0])
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
    assert {kind for kind, text in strings(search.proto) if ".example" in text} <= {"json", "html_content"}
    assert json.dumps(MARKUP)[1:-1].encode() in data.search_index()
    app.session_state["find_place"] = {"chosen": {"seq": 1, "kind": "region", "id": "knee_front", "side": "right"}}
    app.run()
    assert app.session_state.marks == ["knee_front.right"]
    assert plain(MARKUP) in app.button_group(key="mark_pills").options[0]
    assert_as_typed(app, "button_group")


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
    app = opened("injuries", marks=MARKS)
    app.button_group(key="injury_group").set_value(list(GROUPS)).run()
    assert_as_typed(app, "button")


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


@pytest.mark.parametrize("part", PARTS)
def test_the_parts_about_dry_needling(part):
    assert_as_typed(opened("needling", part=part), "html", *(["plotly_chart"] if part == "studies" else []))
