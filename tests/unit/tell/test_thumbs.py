"""Small pictures: in a view that draws the places, inside the picture, the body behind them moved to the same part."""

from __future__ import annotations

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from bodymap.body.geometry import screen_sign
from bodymap.body.scene import drawn_box
from bodymap.tell.thumbs import GRID, SHAPE, SIDE, Thumbs, as_url
from tests.each import each
from tests.real import CHART, REAL

THUMBS = Thumbs(CHART)


def svg_of(url: str) -> ElementTree.Element:
    assert url.startswith('url("data:image/svg+xml,') and url.endswith('")')
    coded = url.removeprefix('url("data:image/svg+xml,').removesuffix('")')
    assert not set('<>#"') & set(coded)
    return ElementTree.fromstring(unquote(coded))


@each("condition", REAL.conditions)
def test_every_condition_has_a_picture_of_some_of_its_places(condition):
    thumb = THUMBS.of(REAL.conditions[condition].regions)
    assert thumb and set(CHART[thumb.view].regions) & set(REAL.conditions[condition].regions)
    picture = svg_of(thumb.places)
    _, _, width, height = (int(edge) for edge in picture.attrib["viewBox"].split())
    assert width / height == pytest.approx(SHAPE, abs=0.02)
    [shape] = picture
    assert shape.attrib["d"].startswith("M")
    assert len(thumb.style) < 900


@pytest.mark.parametrize("region", ["knee_front", "knee_back", "heel_sole", "hip_side"])
def test_the_body_behind_is_moved_to_what_is_marked(region):
    thumb = THUMBS.of([region])
    assert thumb
    view = CHART[thumb.view]
    x0, y0, x1, y1 = drawn_box(view, SIDE)
    x, y, width, height = (int(edge) / GRID for edge in svg_of(thumb.places).attrib["viewBox"].split())
    wide, high = (float(part) / 100 for part in re.findall(r"[-\d.]+", thumb.size))
    across, down = (float(part) / 100 for part in re.findall(r"[-\d.]+", thumb.at))
    assert wide == pytest.approx((x1 - x0) / width, rel=0.03) and high == pytest.approx((y1 - y0) / height, rel=0.03)
    assert across * (1 - wide) == pytest.approx((x0 - x) / width, abs=0.06)  # where the background begins, in pictures
    assert down * (1 - high) == pytest.approx((-y1 - y) / height, abs=0.06)
    left, low, right, high_end = view.regions[region].geometry.bounds
    sign = screen_sign(view.name, SIDE)
    assert x <= min(sign * left, sign * right) and max(sign * left, sign * right) <= x + width
    assert y <= -high_end and -low <= y + height


def test_a_place_that_no_view_draws_has_no_picture():
    assert THUMBS.of([]) is None and THUMBS.of(["nowhere"]) is None


def test_the_bodies_come_once_in_light_and_dark_colours():
    style = THUMBS.style(REAL.conditions.values())
    used = {thumb.view for c in REAL.conditions.values() if (thumb := THUMBS.of(c.regions))}
    assert set(re.findall(r"\.thumb\.(\w+)\{background-image:", style)) == used
    assert len(style) < 40_000
    for url in re.findall(r"background-image:(url\(.*?\"\))\}", style):
        assert "prefers-color-scheme:dark" in ElementTree.tostring(svg_of(url), encoding="unicode")


def test_a_picture_as_a_url_is_read_back_as_it_was():
    assert unquote(as_url("<a b='#1'>50%</a>")) == "url(\"data:image/svg+xml,<a b='#1'>50%</a>\")"
