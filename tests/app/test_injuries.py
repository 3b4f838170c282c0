"""The injuries page: the list and its filters, the page of a condition, the ways in and out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from bodymap.ask.conditions import differentials, injuries_first, matching
from bodymap.body.scene import LAYOUTS
from bodymap.place import Place
from bodymap.tell.wording import GROUPS, WHEN
from components import pages, state
from components.injuries import lists as injuries
from components.shared.markup import plain
from tests.each import each
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
CONDITIONS = REAL.conditions
EMERGENCIES = [c.id for c in CONDITIONS.values() if c.safety_class == "emergency_mimic"]
CLASSES = ("emergency_mimic", "rule_out_first", "routine")
CALF = "calf_inner.left"


def opened(**address: str) -> AppTest:
    """The injuries page within the app, so that it can lead to other pages."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page("components/injuries/injuries.py")
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def click_chart(app: AppTest, *marks: str, seq: int = 1) -> AppTest:
    """What the picture sends after a click."""
    click = {"seq": seq, "base": app.session_state.revision, "marks": list(marks)}
    app.session_state[state.CLICKS] = {"marks": click}
    return app.run()


def rows(app: AppTest) -> list[str]:
    """The conditions listed, in order."""
    keys = [button.key or "" for button in app.button]
    return [key.removeprefix("injury_") for key in keys if key.removeprefix("injury_") in CONDITIONS]


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def has(app: AppTest, key: str) -> bool:
    return any(button.key == key for button in app.button)


def headline(app: AppTest) -> str:
    """The name of the page."""
    [name] = re.findall("<h1>(.*?)</h1>", html(app))
    return name


def tap(app: AppTest, row: str, choice: str) -> AppTest:
    """Tap one of the small buttons of a row."""
    return app.button_group(key=row).set_value([choice]).run()


def offered(app: AppTest, row: str) -> list[str]:
    """What the small buttons of a row say; nothing where there is no such row."""
    return [label for group in app.button_group if group.key == row for label in group.options]


def counted(app: AppTest) -> int:
    """How many conditions the heading of the list says there are."""
    [number] = re.findall(r"<h3>(\d+) conditions?", html(app))
    return int(number)


def choose(app: AppTest, **pills: list[str]) -> AppTest:
    for key, value in pills.items():
        app.button_group(key=f"injury_{key}").set_value(value)
    return app.run()


def assert_fine(app: AppTest) -> None:
    assert not app.exception and not app.error


# ---- the list -----------------------------------------------------------------------------------------------


def test_the_list_opens_with_running_injuries_and_shows_all_on_request():
    app = opened()
    assert_fine(app)
    running = {c.id for c in CONDITIONS.values() if c.group == "running"}
    assert counted(app) == len(running) and len(rows(app)) == injuries.FIRST
    app.button(key="injury_more").click().run()
    assert set(rows(app)) == running and not has(app, "injury_more")


def test_all_kinds_together_are_all_conditions():
    app = choose(opened(), group=list(GROUPS))
    assert counted(app) == len(CONDITIONS)
    assert counted(choose(app, group=[])) == len(CONDITIONS)


@pytest.mark.parametrize("group", GROUPS)
def test_a_kind_narrows_the_list_down(group):
    app = choose(opened(), group=[group])
    assert_fine(app)
    own = {c.id for c in CONDITIONS.values() if c.group == group}
    assert counted(app) == len(own) and own.issuperset(rows(app))


@pytest.mark.parametrize("when", WHEN)
def test_a_moment_narrows_the_list_down(when):
    app = choose(opened(), group=[], when=[when])
    assert_fine(app)
    own = {c.id for c in CONDITIONS.values() if when in c.when}
    assert counted(app) == len(own) and own.issuperset(rows(app))


def test_kind_and_moment_must_both_fit():
    found = matching(REAL, [], ["running"], ["first_steps", "sudden"])
    assert {c.id for c in found} == {
        c.id for c in CONDITIONS.values() if c.group == "running" and {"first_steps", "sudden"} & set(c.when)
    }


def test_a_mark_narrows_the_list_down_and_is_named():
    app = choose(click_chart(opened(), CALF), group=list(GROUPS))
    assert_fine(app)
    assert "felt at your marks" in html(app)
    assert offered(app, "mark_pills")[0] == REAL.your_name_of(Place.of(CALF))
    assert counted(app) == len(REAL.conditions_of_region("calf_inner"))
    tap(app, "mark_pills", "clear")
    assert app.session_state.marks == [] and counted(app) == len(CONDITIONS)


@each("emergency", EMERGENCIES)
def test_an_emergency_felt_at_a_mark_passes_every_filter(emergency):
    record = CONDITIONS[emergency]
    for region in record.regions:
        for group in GROUPS:
            for when in WHEN:
                assert record in matching(REAL, REAL.places_of(region)[:1], [group], [when])
    assert (record in matching(REAL, [], ["running"], ())) == (record.group == "running")


def test_no_emergency_felt_at_several_marks_waits_behind_show_all():
    marks = [CALF, "hip_front.left", "chest_upper.left"]
    app = click_chart(opened(), *marks)
    here = {c.id for mark in marks for c in REAL.conditions_of_region(mark.partition(".")[0])}
    assert len(here & set(EMERGENCIES)) > injuries.FIRST
    assert here & set(EMERGENCIES) - set(rows(app)) == set()


def test_emergencies_felt_at_a_mark_are_listed_first_whatever_is_chosen():
    app = choose(click_chart(opened(), CALF), group=["general"], when=["first_steps"])
    expected = [c.id for c in REAL.conditions_of_region("calf_inner") if c.safety_class == "emergency_mimic"]
    assert expected and set(rows(app)[: len(expected)]) == set(expected)


def test_an_empty_list_does_not_reassure():
    mark, group, when = next(
        (mark, group, when)
        for mark in REAL.every_place()
        for group in GROUPS
        for when in WHEN
        if not matching(REAL, [mark], [group], [when])
    )
    app = choose(click_chart(opened(), str(mark)), group=[group], when=[when])
    assert_fine(app)
    assert counted(app) == 0 and not rows(app)
    assert any("does not mean that there is nothing" in caption.value for caption in app.caption)


# ---- ways in and out ----------------------------------------------------------------------------------------


def one_of(safety_class: str, group: str | None = None) -> str:
    return next(c.id for c in CONDITIONS.values() if c.safety_class == safety_class and group in (None, c.group))


OPENED = [one_of(safety_class) for safety_class in CLASSES] + [one_of("rule_out_first", "serious")]


@pytest.mark.parametrize("condition", OPENED)
def test_the_address_opens_a_condition(condition):
    app = opened(condition=condition)
    assert_fine(app)
    assert f"<h2>{escape(CONDITIONS[condition].plain_name)}</h2>" in html(app)
    assert not rows(app) and has(app, "close_injury")


@pytest.mark.parametrize("unknown", ["nothing", "<script>", ""])
def test_an_unknown_condition_in_the_address_shows_the_list(unknown):
    app = opened(condition=unknown)
    assert_fine(app)
    assert len(rows(app)) == injuries.FIRST and "<h2>" not in html(app)


def test_a_row_leads_to_the_page_and_back():
    app = opened()
    [first, *_] = rows(app)
    app.button(key=f"injury_{first}").click().run()
    assert_fine(app)
    assert app.query_params == {"condition": first}
    assert f"<h2>{escape(CONDITIONS[first].plain_name)}</h2>" in html(app)
    app.button(key="close_injury").click().run()
    assert "condition" not in app.query_params and rows(app)


def test_a_click_on_the_chart_closes_the_page_and_narrows_the_list():
    app = click_chart(opened(condition=OPENED[-2]), CALF)
    assert_fine(app)
    assert "condition" not in app.query_params and app.session_state.marks == [CALF]
    assert "felt at your marks" in html(app) and rows(app)


def test_marks_in_the_address_do_not_close_the_page():
    app = opened(condition=OPENED[0], marks=CALF)
    assert_fine(app)
    assert app.session_state.marks == [CALF] and "<h2>" in html(app) and has(app, "to_map")


@pytest.mark.parametrize("where", ["close_injury", "to_map"])
def test_marks_are_kept_on_the_way_out(where):
    app = opened(condition=OPENED[0], marks=CALF)
    app.button(key=where).click().run()
    assert_fine(app)
    assert app.session_state.marks == [CALF]
    assert headline(app) == ("Injuries" if where == "close_injury" else "Trigger Point Body Map")


def test_the_pills_of_the_map_lead_to_the_page_with_the_marks():
    app = click_chart(AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run(), CALF)
    first = injuries_first(REAL, [Place.of(CALF)])[0].id
    tap(app, "injury_pills", first)
    assert_fine(app)
    assert headline(app) == "Injuries"
    assert f"<h2>{escape(CONDITIONS[first].plain_name)}</h2>" in html(app)
    assert app.session_state.marks == [CALF] and "marks" in app.query_params


def test_the_muscles_of_a_condition_can_be_opened_but_not_from_a_serious_one():
    condition = next(c for c in CONDITIONS.values() if c.muscles and c.group != "serious")
    app = opened(condition=condition.id)
    muscle = condition.muscles[0].muscle
    app.button(key=f"muscle_{muscle}").click().run()
    assert_fine(app)
    assert headline(app) == "Muscles" and app.session_state.muscle == muscle
    for serious in (c for c in OPENED if CONDITIONS[c].group == "serious"):
        other = opened(condition=serious)
        assert not [b.key for b in other.button if (b.key or "").startswith("muscle_") or b.key == "mark_places"]


def test_what_a_condition_involves_is_named_and_leads_to_the_muscles_page():
    app = opened(condition="sciatica")
    assert_fine(app)
    roots = ["L4 nerve root", "L5 nerve root", "S1 nerve root"]
    assert f"<h3>Involves</h3><p>{', '.join(roots)}.</p>" in html(app)
    assert html(app).index("Warning signs") < html(app).index("<h3>Involves</h3>")
    assert offered(app, "involved") == roots
    tap(app, "involved", "root_l5")
    assert_fine(app)
    assert headline(app) == "Muscles"


def test_a_condition_that_involves_none_of_these_says_nothing_of_it():
    condition = next(c for c in CONDITIONS.values() if not c.involves)
    app = opened(condition=condition.id)
    assert "Involves" not in html(app) and offered(app, "involved") == []


@pytest.mark.parametrize(
    ("kind", "id_", "parameter"),
    [("nerve_root", "root_l5", "root"), ("nerve", "nerve_sural", "nerve"), ("joint", "hip_joint", "joint"),
     ("disc", "disc_c5_6", "disc")],
)  # fmt: skip
def test_the_address_of_what_is_involved_names_it(monkeypatch, kind, id_, parameter):
    gone: list[object] = []
    monkeypatch.setattr(pages.st, "switch_page", lambda script, query_params: gone.append((script, query_params)))
    pages.open_referral(kind, id_)
    assert gone == [(pages.MUSCLES.script, {parameter: id_})]


def test_what_else_it_can_be_is_one_tap_away():
    condition = next(c for c in CONDITIONS.values() if len(differentials(REAL, c)) > 1)
    app = opened(condition=condition.id)
    others = differentials(REAL, condition)
    assert offered(app, "differentials") == [plain(other.plain_name) for other in others]
    tap(app, "differentials", others[-1].id)
    assert_fine(app)
    assert app.query_params["condition"] in (others[-1].id, [others[-1].id])
    assert f"<h2>{escape(others[-1].plain_name)}</h2>" in html(app)


def test_the_places_of_a_condition_can_be_taken_to_the_map():
    condition = next(c for c in CONDITIONS.values() if c.group == "running")
    app = opened(condition=condition.id)
    app.button(key="mark_places").click().run()
    assert_fine(app)
    assert headline(app) == "Trigger Point Body Map"
    on_the_right = [REAL.places_of(region)[-1] for region in condition.regions]
    assert app.session_state.marks == [str(place) for place in on_the_right]
    assert {place.side for place in on_the_right} == {"right"}


def test_a_condition_turns_the_chart_to_a_view_that_draws_it():
    sole = next(c for c in CONDITIONS.values() if "heel_sole" in c.regions and c.group == "running")
    app = opened(condition=sole.id)
    assert app.button_group(key="layout").value == "Foot"
    app.button_group(key="layout").set_value(next(iter(LAYOUTS))).run()
    assert app.button_group(key="layout").value == next(iter(LAYOUTS)), "the reader's choice stands"
    assert pages.CONDITION in app.query_params
