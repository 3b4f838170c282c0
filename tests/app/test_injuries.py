"""The injuries page: the list and its filters, the page of a condition, the ways in and out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from bodymap.ask.conditions import differentials, injuries_first
from bodymap.ask.injury_filter import CHOICES, Filter, filtered, is_serious
from bodymap.ask.runner_places import regions_of
from bodymap.ask.signs import signs
from bodymap.body.scene import LAYOUTS
from bodymap.place import Place
from bodymap.tell.wording import GROUPS, KEPT_THERE, NOTHING_FITS, WHEN
from components import pages, state
from components.injuries import opening
from tests.acting import bodies, offered, tap, told
from tests.real import REAL

ROOT = Path(__file__).resolve().parents[2]
CONDITIONS = REAL.conditions
SERIOUS = {c.id for c in CONDITIONS.values() if is_serious(c)}
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
    return re.findall('data-condition="([^"]*)"', html(app))


def kept(app: AppTest) -> list[str]:
    """Those that are listed although they do not fit, in brief."""
    return [row for row in rows(app) if 'class="thumb' not in card_of(app, row)]


def fitting(app: AppTest) -> list[str]:
    """Those that fit."""
    unrecorded = html(app).partition('<details class="unrecorded"')[2]
    return [row for row in rows(app) if row not in kept(app) and f'data-condition="{row}"' not in unrecorded]


def card_of(app: AppTest, condition: str) -> str:
    [card] = re.findall(f'<a class="card-link[^>]*data-condition="{condition}">.*?</a>', html(app))
    return card


def click_card(app: AppTest, condition: str) -> AppTest:
    """What the page sends after a click on a card."""
    app.session_state[opening.KEY] = {"open": condition}
    return app.run()


def shown_choices(app: AppTest, question: str) -> list[str]:
    return [choice for choice in CHOICES[question] if choice != "marks" or app.session_state.marks]


def html(app: AppTest) -> str:
    return "\n".join(bodies(app))


def has(app: AppTest, key: str) -> bool:
    return any(button.key == key for button in app.button)


def headline(app: AppTest) -> str:
    """The name of the page."""
    [name] = re.findall("<h1>(.*?)</h1>", html(app))
    return name


def questions(app: AppTest, question: str) -> list[str]:
    """What can be chosen for a question of the filter."""
    return list(app.button_group(key=f"injury_{question}").options)


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


# ---- the filter and its cards -------------------------------------------------------------------------------


def test_the_list_opens_with_all_running_injuries_and_the_serious_ones_behind_a_line():
    app = opened()
    assert_fine(app)
    running = {c.id for c in CONDITIONS.values() if c.group == "running"}
    assert counted(app) == len(running) and set(fitting(app)) == running
    assert set(kept(app)) == SERIOUS and f"{len(SERIOUS)} serious ones" in html(app)
    assert "The order is not a likelihood." in html(app)


@pytest.mark.parametrize("kind", GROUPS)
def test_a_kind_narrows_the_list_down(kind):
    app = choose(opened(), kind=[kind])
    assert_fine(app)
    assert set(fitting(app)) == {c.id for c in CONDITIONS.values() if c.group == kind}
    assert counted(app) == len(fitting(app)) and set(rows(app)) >= SERIOUS


def test_no_kind_is_every_kind():
    app = choose(opened(), kind=[])
    assert set(fitting(app)) == set(CONDITIONS) and kept(app) == [] and told(app)["shown"] == {"kind": "all"}


@pytest.mark.parametrize("place", ["foot", "calf", "hip", "upper_body"])
def test_a_place_is_chosen_here_and_what_is_serious_there_stays_whatever_else_is_chosen(place):
    regions = regions_of(REAL, place)
    there = {c.id for c in CONDITIONS.values() if regions & set(c.regions)}
    app = choose(opened(), place=[place])
    assert_fine(app)
    assert set(fitting(app)) == {c for c in there if CONDITIONS[c].group == "running"}
    assert set(kept(app)) == there & SERIOUS
    choose(app, when=["first_steps"], age=["under_18"], after=["new_shoes"])
    assert_fine(app)
    assert there & SERIOUS <= set(rows(app))
    assert KEPT_THERE in html(app)


def test_every_choice_says_how_many_it_would_list():
    app = choose(opened(), place=["knee"])
    for question in ("place", "when", "after", "age", "kind"):
        for label, choice in zip(questions(app, question), shown_choices(app, question), strict=True):
            number = int(label.rpartition(" · ")[2])
            chosen = Filter(**{"place": ("knee",), "kind": ("running",), question: (choice,)})
            assert number == len(filtered(REAL, chosen).fits), label


def test_the_list_one_gets_is_as_long_as_the_count_said():
    app = opened()
    said = dict(zip(shown_choices(app, "place"), questions(app, "place"), strict=True))
    for place in ("shin", "low_back"):
        assert counted(choose(app, place=[place])) == int(said[place].rpartition(" · ")[2])


def test_what_has_no_recorded_trigger_is_said_and_can_be_shown():
    app = choose(opened(), after=["hills"])
    found = filtered(REAL, Filter(after=("hills",), kind=("running",)))
    assert counted(app) == len(found.fits)
    if found.unrecorded:
        assert f"{len(found.unrecorded)} more fit, but what they follow is not recorded" in html(app)
        assert {c.id for c in found.unrecorded} <= set(rows(app))


def test_an_empty_list_does_not_reassure():
    app = choose(opened(), place=["belly"], when=["first_steps"], age=["60_and_over"])
    assert_fine(app)
    assert counted(app) == 0 and NOTHING_FITS in html(app)
    assert "does not mean that there is nothing" in NOTHING_FITS


def test_the_warning_signs_of_the_place_are_one_tap_away():
    anywhere, knee = html(opened()), html(opened(place="knee"))
    assert "Warning signs anywhere" in anywhere and "Warning signs there" in knee
    here = signs(REAL, [REAL.places_of(region)[0] for region in regions_of(REAL, "knee")])
    assert all(str(escape(flag.sign)) in knee for flag in here.every)


def test_clear_goes_back_to_how_the_page_begins():
    app = choose(opened(), place=["knee"], when=["sudden"], kind=[])
    app.button(key="clear_filter").click().run()
    assert_fine(app)
    assert set(fitting(app)) == {c.id for c in CONDITIONS.values() if c.group == "running"}
    assert not has(app, "clear_filter") and told(app)["shown"] == {}


# ---- the address --------------------------------------------------------------------------------------------


def test_the_address_brings_the_filter_back():
    app = choose(opened(), place=["knee", "shin"], when=["sudden"], kind=["running", "general"])
    held = told(app)["shown"]
    assert held == {"place": "knee,shin", "when": "sudden", "kind": "running,general"}
    again = opened(**held)
    assert_fine(again)
    assert rows(again) == rows(app) and told(again)["shown"] == held


def test_what_the_filter_does_not_know_is_left_out_and_said():
    app = opened(place="knee,moon,<b>", when="never", kind="running")
    assert_fine(app)
    assert told(app)["shown"] == {"place": "knee,moon,<b>", "when": "never"}, "the address is kept"
    assert [said.value.count("“") for said in app.warning] == [2, 1]
    assert rows(app) == rows(opened(place="knee"))
    choose(app, when=["sudden"])
    assert len(app.warning) == 1 and told(app)["shown"] == {"place": "knee,moon,<b>", "when": "sudden"}
    choose(app, place=["knee", "shin"])
    assert not app.warning and told(app)["shown"] == {"place": "knee,shin", "when": "sudden"}


def test_a_condition_does_not_lose_the_filter_and_its_address_names_none():
    app = choose(opened(), place=["knee"])
    listed = rows(app)
    click_card(app, listed[0])
    assert app.query_params == {"condition": listed[0]} and told(app)["shown"] == {}
    app.button(key="close_injury").click().run()
    assert_fine(app)
    assert rows(app) == listed and told(app)["shown"] == {"place": "knee"}


# ---- marks --------------------------------------------------------------------------------------------------


def test_marks_of_another_page_do_not_filter_until_one_says_so():
    app = opened(marks=f"{CALF},heel_sole.left")
    assert_fine(app)
    assert rows(app) == rows(opened()) and "felt at your marks" not in html(app)
    [label, *_] = questions(app, "place")
    assert label.startswith("Only at my marks (2) · ")
    choose(app, place=["marks"])
    there = {c.id for region in ("calf_inner", "heel_sole") for c in REAL.conditions_of_region(region)}
    assert set(rows(app)) == {c for c in there if CONDITIONS[c].group == "running"} | there & SERIOUS
    assert counted(app) == int(label.rpartition(" · ")[2])


def test_what_was_answered_on_the_first_page_does_not_filter():
    app = click_chart(AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run(), CALF)
    app.switch_page("components/injuries/injuries.py").run()
    assert_fine(app)
    assert app.session_state.marks == [CALF] and rows(app) == rows(opened())


def test_a_place_marked_on_this_page_counts_as_chosen_and_is_named():
    app = choose(click_chart(opened(), CALF), kind=[])
    assert_fine(app)
    assert "felt at your marks" in html(app) and told(app)["shown"]["place"] == "marks"
    assert offered(app, "mark_pills")[0] == REAL.your_name_of(Place.of(CALF))
    assert counted(app) == len(REAL.conditions_of_region("calf_inner"))
    tap(app, "mark_pills", "clear")
    assert app.session_state.marks == [] and counted(app) == len(CONDITIONS)
    assert "place" not in told(app)["shown"]


def test_marks_and_other_places_take_turns():
    app = click_chart(choose(opened(), place=["knee"]), CALF)
    assert told(app)["shown"]["place"] == "marks"
    choose(app, place=["marks", "foot"])
    assert told(app)["shown"]["place"] == "foot" and app.session_state.marks == [CALF]
    choose(app, place=["foot", "marks"])
    assert told(app)["shown"]["place"] == "marks"


def test_a_link_to_marks_that_are_not_there_lists_everything():
    app = opened(place="marks")
    assert_fine(app)
    assert rows(app) == rows(opened())


# ---- cards --------------------------------------------------------------------------------------------------


def test_a_card_says_what_it_is_where_when_and_whether_it_can_wait():
    app = choose(opened(), kind=[])
    for condition in CONDITIONS.values():
        card = card_of(app, condition.id)
        assert str(escape(condition.plain_name)) in card and str(escape(condition.name)) in card
        assert str(escape(REAL.regions[condition.regions[0]].name)) in card
        assert WHEN[condition.when[0]][1:] in card
        tags = re.findall('<span class="tag [^"]*">([^<]*)<', card)
        serious = condition.id in SERIOUS
        waits = condition.safety_class == "routine" and not condition.stop_first
        assert tags == ([] if waits else tags[:1]) and (tags == ["serious"]) == serious
        assert 'class="thumb ' in card and "url(" in card


def test_all_cards_are_one_element_and_few_bytes():
    app = choose(opened(), kind=[])
    [element] = [body for body in bodies(app) if 'class="cards' in body]
    styles = [element.proto.body for element in app.get("html")]  # Streamlit puts them beside the page
    [style] = [body for body in styles if body.startswith("<style>.thumb")]
    assert element.count("data-condition") == len(CONDITIONS)
    assert len(element.encode()) + len(style.encode()) < 125_000


def test_links_of_cards_keep_the_marks():
    app = opened(marks=CALF)
    assert f'href="?condition={rows(app)[0]}&amp;marks={CALF}"' in html(app)


@pytest.mark.parametrize("clicked", ["nothing", "<script>", 3, None, {"id": "x"}])
def test_a_click_that_names_nothing_known_does_nothing(clicked):
    app = opened()
    app.session_state[opening.KEY] = {"open": clicked}
    app.run()
    assert_fine(app)
    assert rows(app) and "condition" not in app.query_params


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
    assert rows(app) and "<h2>" not in html(app)
    assert len(app.warning) == bool(unknown)


def test_a_row_leads_to_the_page_and_back():
    app = opened()
    [first, *_] = rows(app)
    click_card(app, first)
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
    assert offered(app, "differentials") == [other.plain_name for other in others]
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
