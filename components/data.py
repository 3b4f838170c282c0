"""The dataset and the chart, read once a server and shared by every session."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

import streamlit as st

from bodymap import DATA_DIR as DATA
from bodymap.ask.counted import only_reviewed
from bodymap.ask.lies_here import muscles_under
from bodymap.ask.search import index_of
from bodymap.ask.search_warnings import as_rows
from bodymap.body.geometry import ChartView, read_chart
from bodymap.body.layers import build_layer
from bodymap.body.scene import build_anatomy, build_scene, regions_at
from bodymap.body.zones import build_patterns
from bodymap.data.dataset import Area, Dataset
from bodymap.data.model import VIEWS
from bodymap.data.release import Release
from bodymap.place import SIDES, Place
from bodymap.problems import DataProblems, Problem, shown
from bodymap.read.load import load
from bodymap.read.release import read_releases
from bodymap.tell.export.about import NAME
from bodymap.tell.export.files import export_files, zipped
from bodymap.tell.wording import BODY_CREDIT, NOTICE_PICTURE, TEXTURES_SAID
from components.state import pattern_id

SHOW_UNREVIEWED = "SHOW_UNREVIEWED"  # the environment variable
_ON, _OFF = ("", "1", "true", "yes", "on"), ("0", "false", "no", "off")
# How the chart names a pattern that it paints before Python says so, by side.
TITLES = {"left": "{}, left", "right": "{}, right", "": "{} (drawn on the right)"}


@st.cache_resource(show_spinner="Reading the atlas …")
def dataset() -> Dataset:
    """The checked dataset; raises ``DataProblems`` with every problem found, also with the settings."""
    shows = show_unreviewed(os.environ.get(SHOW_UNREVIEWED, ""))
    return load(DATA) if shows else only_reviewed(load(DATA))


@st.cache_resource(show_spinner=False)
def releases() -> tuple[Release, ...]:
    """Every version of the data, the newest first; raises ``DataProblems`` if their file is not in order."""
    return read_releases(DATA)


@st.cache_resource(show_spinner=False)
def export_zip() -> bytes:
    """The data as one zip, made when it is first asked for; without what the settings leave out."""
    return zipped(export_files(dataset(), DATA), f"{NAME}-{releases()[0].version}")


def show_unreviewed(setting: str) -> bool:
    """Whether counts that no clinician has reviewed are shown; they are unless the setting says no."""
    said = setting.strip().lower()
    if said not in (*_ON, *_OFF):
        message = f"`{setting}` is neither on nor off"
        hint = f"write {', '.join(_OFF)} to hide counts of studies that no clinician has reviewed, 1 to show them"
        raise DataProblems([Problem("environment", 1, SHOW_UNREVIEWED, message, f"{hint}, and start the app again")])
    return said not in _OFF


@st.cache_resource(show_spinner="Drawing the body …")
def chart() -> Mapping[str, ChartView]:
    """Every view of the chart by name; raises ``DataProblems`` where it does not fit the layouts or the regions."""
    views = read_chart(DATA / "body")
    problems = [
        *(_problem(view, "the file is missing") for view in VIEWS if view not in views),
        *(
            _problem(view.name, f"draws `{region}`, which is not in regions.yaml")
            for view in views.values()
            for region in view.regions
            if region not in dataset().regions
        ),
    ]
    if problems:
        raise DataProblems(problems)
    return views


def _problem(view: str, message: str) -> Problem:
    return Problem(shown(DATA / "body" / f"{view}.geojson"), 1, "", message, "run `make chart`")


@st.cache_resource(show_spinner=False)
def known_places() -> Mapping[str, Place]:
    """Every place that can be marked, as the page spells it."""
    return {str(place): place for place in dataset().every_place()}


@st.cache_resource(show_spinner=False)
def search_index() -> bytes:
    """Everything that the search can find, as JSON; bytes, so that Streamlit need not walk it at every rerun."""
    return index_of(dataset()).as_json(as_rows(dataset()))


@st.cache_resource(show_spinner=False)
def known_patterns() -> frozenset[str]:
    """Every pattern that can be painted: ``soleus_1@left``, and ``soleus_1@`` without a side."""
    return frozenset(pattern_id(point, side) for point in dataset().drawn for side in (*SIDES, None))


@st.cache_resource(show_spinner=False)
def under(region: str) -> list[str]:
    """The muscles that lie under a region, by id."""
    return muscles_under(dataset().muscles, chart(), region)


@st.cache_resource(show_spinner=False)
def point_regions() -> Mapping[str, frozenset[tuple[str, bool]]]:
    """The regions over each trigger point, each with whether it lies on the midline."""
    every = dataset().trigger_points.items()
    return {point: regions_at(chart(), pattern.point.positions) for point, pattern in every}


@st.cache_resource(show_spinner=False)
def anatomy(layout: str) -> Mapping[str, list[dict[str, str]]]:
    """The muscles that can be chosen in each view of a layout, the outermost first."""
    return build_anatomy(chart(), layout, dataset().muscles.values())


def layer_areas(kind: str) -> list[Area]:
    """What a layer is made of: the touch of all nerve roots, or the skin of all nerves."""
    return [area for area in dataset().areas.values() if area.kind == kind and area.feels != "pain"]


@st.cache_resource(show_spinner=False)
def layers(layout: str) -> Mapping[str, list[dict[str, Any]]]:
    """The layers that can lie over the body, by kind: their cells."""
    return {kind: build_layer(chart(), layout, layer_areas(kind)) for kind in ("nerve_root", "nerve")}


@st.cache_resource(show_spinner=False)
def scene(layout: str, with_anatomy: bool = False, with_layers: bool = False) -> bytes:
    """The constant scene of a layout as JSON; bytes, so that Streamlit need not walk it at every rerun.

    It holds the patterns of all trigger points, so that the page can paint one before the server answers.
    ``with_anatomy`` adds the outlines of all muscles, so that one can be chosen on the body; ``with_layers`` the layers
    of nerve roots and nerves.
    """
    names = {region.id: (region.name, region.anatomical_name) for region in dataset().regions.values()}
    built = build_scene(chart(), layout, names)
    built["patterns"] = build_patterns(chart(), layout, dataset())
    built["says"] = {
        "titles": TITLES,
        "textures": TEXTURES_SAID,
        "notice": NOTICE_PICTURE,
        "credit": f"Trigger Point Body Map. {BODY_CREDIT}",
    }
    if with_anatomy:
        built["anatomy"] = anatomy(layout)
    if with_layers:
        built["layers"] = layers(layout)
    return json.dumps(built, separators=(",", ":")).encode()
