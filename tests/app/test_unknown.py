"""Whatever the address names and nobody knows is said on the page, near names are offered, and the address stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.shared.markup import plain
from tests.acting import tap, told

ROOT = Path(__file__).resolve().parents[2]
WRITTEN_BY_THE_PAGE = ("view", "paint", "pins", "feel", "figure", "place", "when", "after", "age", "kind")
KNEE = {"marks": "knee_front.right"}
# Page, parameter, what somebody wrote, what was meant, and what else stands in the address.
SLIPS: dict[str, tuple[str, str, str, str, dict[str, str]]] = {
    "a mark": ("explore", "marks", "knee_fron.right", "knee_front.right", {}),
    "a mark beside a known one": ("explore", "marks", "sacrum,knee_front", "knee_front.left", {}),
    "a mark by its plain name": ("explore", "marks", "front-of-the-knee", "knee_front.left", {}),
    "a view": ("explore", "view", "foots", "foot", KNEE),
    "a painted pattern": ("explore", "paint", "vastus_medialis_9@right", "vastus_medialis_1@right", KNEE),
    "a pinned pattern": ("explore", "pins", "vastus_mediallis_1@right", "vastus_medialis_1@right", KNEE),
    "a figure": ("explore", "figure", "women", "woman", KNEE),
    "a mark on the list of injuries": ("injuries", "marks", "knee_fron.right", "knee_front.right", {}),
    "a condition": ("injuries", "condition", "achiles_tendon_rupture", "achilles_tendon_rupture", {}),
    "a place": ("injuries", "place", "nee", "knee", {}),
    "a moment": ("injuries", "when", "suden", "sudden", {}),
    "what came before": ("injuries", "after", "hils", "hills", {}),
    "an age": ("injuries", "age", "under_16", "under_18", {}),
    "a kind": ("injuries", "kind", "generel", "general", {}),
    "a figure of injuries": ("injuries", "figure", "women", "woman", {}),
    "a muscle": ("muscles", "muscle", "piriformus", "piriformis", {}),
    "a muscle by a synonym": ("muscles", "muscle", "Calf muscle soleus", "soleus", {}),
    "a root": ("muscles", "root", "C6", "root_c6", {}),
    "a nerve": ("muscles", "nerve", "sciatik", "nerve_sciatic", {}),
    "a joint": ("muscles", "joint", "sacroiliac", "sacroiliac_joint", {}),
    "a disc": ("muscles", "disc", "c5_6", "disc_c5_6", {}),
    "one of the muscles to compare": ("muscles", "compare", "soleus,piriformus", "piriformis", {}),
    "a figure of muscles": ("muscles", "figure", "women", "woman", {}),
    "a part": ("needling", "part", "studys", "studies", {}),
}


def opened(page: str, address: dict[str, str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page(f"components/{page}/{page}.py")
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def address_of(app: AppTest) -> dict[str, str]:
    """What Python says of the address: its own parameters, and what it tells the chart to write."""
    own = {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}
    if chart := told(app):
        own = {name: text for name, text in own.items() if name not in WRITTEN_BY_THE_PAGE}
        own |= {name: text for name, text in chart["shown"].items() if text}
        if not chart["picks"] and not chart.get("keepsMarks"):
            own["marks"] = ",".join(chart["marks"])
    return own


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_named_near_names_are_offered_and_the_address_stays(slip):
    page, parameter, wrong, meant, others = slip
    app = opened(page, {parameter: wrong, **others})
    assert not app.exception
    [said] = app.warning
    assert plain(wrong.split(",")[-1]) in said.value
    assert address_of(app)[parameter] == wrong
    tap(app, f"near_{parameter}_pills", meant)
    assert not app.exception and not app.warning
    held = address_of(app).get(parameter, "")
    assert meant in held.split(",") and wrong.split(",")[-1] not in held.split(","), held
