"""Everything that is described to reach the marks: by kind, from head to foot, on its side, nothing counted."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.ask.match import match
from bodymap.ask.refers import MUSCLE, REFERRED, Referred, refers
from bodymap.data.patterns import REFERRING, Pattern
from bodymap.place import OTHER_SIDE, SIDES, Place, read_place
from tests.real import REAL

MARKS = st.lists(
    st.builds(
        lambda region, side: Place(region, None if REAL.regions[region].midline else side),
        st.sampled_from(list(REAL.regions)),
        st.sampled_from(SIDES),
    ),
    min_size=1,
    max_size=5,
    unique=True,
)
LOOSE_MARKS = st.lists(
    st.builds(
        lambda region, side: Place(region, None if REAL.regions[region].midline else side),
        st.sampled_from(list(REAL.regions)),
        st.sampled_from((None, *SIDES)),
    ),
    max_size=5,
)
FIXED = {area.record.id for area in REAL.areas.values() if area.fixed_side}


def ask(*tokens: str, kinds: tuple[str, ...] = REFERRED) -> list[Referred]:
    return refers(REAL, [read_place(token, REAL.regions) for token in tokens], kinds)


@settings(deadline=None)
@given(MARKS)
def test_rows_stand_by_kind_and_within_a_kind_as_the_data_are_written(marks):
    rows = refers(REAL, marks)
    assert [row.kind for row in rows] == sorted((row.kind for row in rows), key=REFERRED.index)
    order = [*REAL.trigger_points, *(id_ for kind in REFERRING for id_ in REAL.tables[kind])]
    for kind in REFERRED:
        ids = [order.index(row.id) for row in rows if row.kind == kind]
        assert ids == sorted(ids)
    for row in rows:
        assert {*row.primary, *row.spillover} <= set(marks) and (row.primary or row.spillover)


@settings(deadline=None)
@given(LOOSE_MARKS, st.lists(st.sampled_from(REFERRED), unique=True))
def test_rows_are_those_of_everything_asked_one_by_one(marks, kinds):
    marked = list(dict.fromkeys(marks))
    named = [side for side in SIDES if side in {mark.side for mark in marked}]
    is_open = any(mark.side is None and not REAL.regions[mark.region].midline for mark in marked)
    expected = []
    for thing in (*REAL.trigger_points.values(), *REAL.areas.values()):
        is_pattern = isinstance(thing, Pattern)
        if (MUSCLE if is_pattern else thing.kind) not in kinds or (is_pattern and thing.point.feeling):
            continue
        fixed, sided = (None, True) if is_pattern else (thing.fixed_side, thing.has_sides)
        sides = [fixed] if fixed else named if sided else named[:1]
        for side in [*sides, *([] if named and not is_open else [None])]:
            asked = side if side is None or fixed or sided else "left"
            levels = [tuple(m for m in marked if m in level) for level in REAL.places(thing.id, asked)]
            if any(levels) and is_pattern:
                expected.append(Referred(MUSCLE, thing.id, thing.name, side, *levels, "pain"))
            elif any(levels):
                shown = asked if fixed or sided else None
                expected.append(Referred(thing.kind, thing.record.id, thing.name, shown, *levels, thing.feels))
    assert refers(REAL, marks, tuple(kinds)) == expected


@settings(deadline=None)
@given(MARKS)
def test_mirrored_marks_give_mirrored_rows(marks):
    def key(row: Referred, mirror: bool) -> tuple[object, ...]:
        side = OTHER_SIDE[row.side] if mirror and row.side else row.side
        levels = [frozenset(p.mirrored() if mirror else p for p in level) for level in (row.primary, row.spillover)]
        return row.kind, row.id, row.feels, side, *levels

    here = {key(row, True) for row in refers(REAL, marks) if row.id not in FIXED}
    there = {key(row, False) for row in refers(REAL, [m.mirrored() for m in marks]) if row.id not in FIXED}
    assert here == there


@settings(deadline=None)
@given(MARKS)
def test_every_area_that_lies_at_a_mark_is_found(marks):
    found = {(row.id, row.feels) for row in refers(REAL, marks)}
    for area in REAL.areas.values():
        for side in (area.fixed_side,) if area.fixed_side else SIDES:
            if any(mark in level for level in REAL.places(area.id, side) for mark in marks):
                assert (area.record.id, area.feels) in found, area.id


@settings(deadline=None)
@given(MARKS)
def test_muscles_are_those_of_the_list_of_muscles(marks):
    rows = {row.id for row in refers(REAL, marks, (MUSCLE,))}
    assert rows == {row.trigger_point for row in match(REAL, marks) if row.side in {m.side for m in marks} | {None}}


def test_touch_and_pain_of_a_root_are_kept_apart():
    rows = [row for row in ask("forearm_thumb_side.right", kinds=("nerve_root",)) if row.id == "root_c6"]
    assert [(row.name, row.feels, row.side) for row in rows] == [
        ("C6 nerve root", "pain", "right"),
        ("C6 nerve root, touch", "touch", "right"),
    ]


def test_what_lies_on_one_side_of_every_body_is_found_on_that_side_only():
    [spleen] = [area for area in REAL.areas.values() if area.record.id == "organ_spleen"]
    assert spleen.fixed_side == "left"
    region = next(r for r in spleen.regions if not REAL.regions[r].midline)
    assert "organ_spleen" in [row.id for row in ask(f"{region}.left")]
    assert "organ_spleen" not in [row.id for row in ask(f"{region}.right")]


def test_a_kind_alone_and_marks_without_a_side():
    assert {row.kind for row in ask("low_back", kinds=("joint",))} == {"joint"}
    assert {row.side for row in ask("low_back", kinds=("joint",))} == {None}


def test_no_organ_can_be_painted():
    assert not [id_ for id_ in REAL.drawn if id_ in REAL.organs]
    assert {area.id for area in REAL.areas.values() if area.kind != "organ"} <= set(REAL.drawn)
