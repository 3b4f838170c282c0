"""The buttons within HTML (``components/shared/actions.py``): what they say, and what a page sends at a press."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, NamedTuple

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

_PIECE = re.compile(
    r'<div data-row="(?P<row>\w+)"><p(?: class="only-read")?>(?P<label>.*?)</p>|(?P<end></div></div>)'
    r"|<(?P<tag>button|details)(?P<named>(?: [\w-]+=\"[^\"]*\")* data-(?:act|paint)=[^>]*)>(?P<says>.*?)</(?P=tag)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


class Button(NamedTuple):
    """A button of a page: the mount and the row it stands in, the name by which Python knows it, and how it looks."""

    mount: str
    row: str
    act: str
    html: str
    icon: str
    pressed: bool

    @property
    def says(self) -> str:
        """What it says, line by line."""
        return text(self.html)

    @property
    def choice(self) -> str:
        """Its name within its row."""
        return self.act.partition(":")[2]


# ---- what is on the page -------------------------------------------------------------------------------------


def walk(block: Any) -> Iterator[Any]:
    """A block and all that it holds, in order."""
    yield block
    for _, child in sorted(getattr(block, "children", {}).items()):
        yield from walk(child)


def mounts(app: AppTest) -> dict[str, Any]:
    """What the components of a page were given, by their keys."""
    return {node.key: node.proto for node in walk(app.main) if node.type == "bidi_component"}


def told(app: AppTest) -> dict[str, Any]:
    """What the picture of a page was told: marks, painted patterns, the map; nothing where it has no picture."""
    found = [proto for proto in mounts(app).values() if proto.component_name == "bodymap_chart_state"]
    said = {name: value for proto in found for name, value in json.loads(proto.bytes).items()}
    return {name: value for name, value in said.items() if name != "parts"}


def parts(app: AppTest) -> dict[str, str]:
    """The HTML with buttons, by the names of its parts, as they stand below one another."""
    return {name: html for proto in mounts(app).values() for name, html in _parts(proto)}


def bodies(app: AppTest) -> list[str]:
    """All HTML and all texts of a page in order, those of the mounts among them."""
    found: list[str] = []
    for node in walk(app.main):
        if node.type in ("html", "markdown", "caption"):
            found.append(node.proto.body)
        if node.type == "bidi_component":
            found += [html for _, html in _parts(node.proto)]
    return found


def text(html: str) -> str:
    """HTML as it is read, line by line."""
    return unescape(re.sub(r"<[^>]+>", "", html.replace("<br/>", "\n")))


def buttons(app: AppTest) -> list[Button]:
    """Every button of the mounts, and every part that asks for its content, in order."""
    return [
        found for key, proto in mounts(app).items() for _, html in _parts(proto) for found in _buttons_of(html, key)
    ]


def offered(app: AppTest, row: str) -> list[str]:
    """What the buttons of a row say; nothing where there is no such row."""
    return [button.says for button in buttons(app) if button.row == row]


def choices(app: AppTest, row: str) -> list[str]:
    """The names of the buttons of a row."""
    return [button.choice for button in buttons(app) if button.row == row]


def labels(app: AppTest) -> dict[str, str]:
    """What stands above each row, or names it to those who do not see it."""
    pieces = (piece for html in parts(app).values() for piece in _PIECE.finditer(html))
    return {piece["row"]: text(piece["label"]) for piece in pieces if piece["row"]}


def painting(app: AppTest) -> dict[str, str]:
    """The rows that paint: the pattern of each, and what it says."""
    return {button.choice: button.says for button in buttons(app) if button.act.startswith("paint:")}


def pressed(app: AppTest) -> list[str]:
    """The patterns whose rows say that they are painted, to the eye and to the ear."""
    seen = {button.act for button in buttons(app) if not button.row and button.icon == "visibility"}
    heard = [button.act for button in buttons(app) if button.pressed]
    assert seen == set(heard)
    return [act.removeprefix("paint:") for act in heard]


def _parts(proto: Any) -> list[tuple[str, str]]:
    if proto.component_name == "bodymap_actions":
        return json.loads(proto.bytes)
    return json.loads(proto.bytes).get("parts", []) if proto.component_name == "bodymap_chart_state" else []


def _buttons_of(html: str, mount: str) -> Iterator[Button]:
    row = ""
    for piece in _PIECE.finditer(html):
        if not piece["tag"]:
            row = piece["row"] or ""
            continue
        named = {name: unescape(value) for name, value in _ATTRIBUTE.findall(piece["named"])}
        icon, is_pressed = named.get("data-icon", ""), named.get("aria-pressed") == "true"
        yield Button(mount, row, _act_of(named, row), piece["says"], icon, is_pressed)


def _act_of(named: Mapping[str, str], row: str) -> str:
    """As ``actOf`` in components/shared/acting.js."""
    if "data-act" not in named:
        return f"paint:{named['data-paint']}"
    return f"{row}:{named['data-act']}" if row else named["data-act"]


# ---- what somebody does --------------------------------------------------------------------------------------


def press(app: AppTest, act: str) -> AppTest:
    """Press the button of a name; it is an error where there is none, or more than one."""
    [mount] = [button.mount for button in buttons(app) if button.act == act]
    return send(app, mount, act)


def tap(app: AppTest, row: str, choice: str) -> AppTest:
    """Press one of the small buttons of a row."""
    return press(app, f"{row}:{choice}")


def paint(app: AppTest, pattern: str) -> AppTest:
    """Press the row that paints a pattern."""
    return press(app, f"paint:{pattern}")


def send(app: AppTest, mount: str, act: Any) -> AppTest:
    """Send what a page sends when a button is pressed, or what no page of ours would send."""
    state = app._tree.get_widget_states()
    name = _make_trigger_id(mounts(app)[mount].id, "events")
    state.widgets.append(WidgetState(id=name, json_trigger_value=json.dumps([{"event": "act", "value": act}])))
    app._run(state)
    return app
