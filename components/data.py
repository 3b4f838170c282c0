"""The dataset and the chart, read once a server and shared by every session."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from bodymap import DATA_DIR as DATA
from bodymap.ask.counted import only_reviewed
from bodymap.ask.lies_here import muscles_under
from bodymap.ask.search import index_of
from bodymap.ask.search_warnings import as_rows
from bodymap.body.figure import Figure, mover, placed, reshaped
from bodymap.body.geometry import ChartView
from bodymap.body.layers import build_layer
from bodymap.body.scene import build_anatomy, build_scene, regions_at
from bodymap.body.zones import build_patterns
from bodymap.data.dataset import Dataset
from bodymap.data.patterns import Area
from bodymap.data.release import Release
from bodymap.place import SIDES, Place
from bodymap.problems import DataProblems, Problem
from bodymap.read.chart.fit import sound_chart
from bodymap.read.kept import Kept, load
from bodymap.read.release import read_releases
from bodymap.tell.export.about import NAME
from bodymap.tell.wording import BODY_CREDIT, NOTICE_PICTURE, QUALITIES, TEXTURES_SAID
from bodymap.words import ENGLISH, later
from components.state import pattern_id

SHOW_UNREVIEWED = "SHOW_UNREVIEWED"  # the environment variable
_ON, _OFF = ("", "1", "true", "yes", "on"), ("0", "false", "no", "off")
# How the chart names a pattern that it paints before Python says so, by side.
TITLES = {"left": later("{}, left"), "right": later("{}, right"), "": later("{} (drawn on the right)")}


@st.cache_resource(show_spinner=False)
def kept() -> Kept:
    """What an earlier start worked out of the same files."""
    return Kept(DATA, [Path(__file__).parent])


@st.cache_resource(show_spinner="Reading the atlas …")
def dataset() -> Dataset:
    """The checked dataset; raises ``DataProblems`` with every problem found, also with the settings."""
    shows = show_unreviewed(os.environ.get(SHOW_UNREVIEWED, ""))
    return load(DATA) if shows else only_reviewed(load(DATA))


def _piece(name: str, make: Callable[[], bytes]) -> bytes:
    """What an earlier start made of the dataset as the settings leave it, or makes it now."""
    return kept().piece(name if show_unreviewed(os.environ.get(SHOW_UNREVIEWED, "")) else f"{name}-reviewed", make)


@st.cache_resource(show_spinner=False)
def releases() -> tuple[Release, ...]:
    """Every version of the data, the newest first; raises ``DataProblems`` if their file is not in order."""
    return read_releases(DATA)


@st.cache_resource(show_spinner=False)
def references() -> bytes:
    """The file of references as it was when the data were read."""
    return (DATA / "sources.bib").read_bytes()


@st.cache_resource(show_spinner=False)
def export_zip() -> bytes:
    """The data as one zip, made when it is first asked for; without what the settings leave out."""
    from bodymap.tell.export.files import Beside, export_files, zipped  # pandas and pyarrow are only needed here

    rest = Beside(releases(), chart(), references())
    return zipped(export_files(dataset(), rest), f"{NAME}-{releases()[0].version}")


@cache
def settle() -> None:
    """After the first run of a process: what was read by then stays, so the collector passes it by.

    Not again, because it would also keep the sessions of that moment, and not as one of Streamlit's resources, because
    a session that is collected asks for their lock.
    """
    gc.collect()
    gc.freeze()


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
    """Every view of the chart as it was measured, by name.

    Raises ``DataProblems`` with everything that is wrong with its files, and where they do not fit the regions.
    """
    views = sound_chart(DATA / "body", dataset().regions)
    mover("front", "woman")  # reads her tables now, so that they may break later
    return views


@st.cache_resource(show_spinner="Drawing the body …")
def chart_as(figure: Figure) -> Mapping[str, ChartView]:
    """The chart as one of the figures, made when it is first asked for."""
    return reshaped(chart(), figure)


@st.cache_resource(show_spinner=False)
def dataset_on(figure: Figure) -> Dataset:
    """The dataset for drawing on one of the figures: its trigger points lie where they lie on that figure."""
    return placed(dataset(), figure)


@st.cache_resource(show_spinner=False)
def known_places() -> Mapping[str, Place]:
    """Every place that can be marked, as the page spells it."""
    return {str(place): place for place in dataset().every_place()}


@st.cache_resource(show_spinner=False)
def search_index(language: str = ENGLISH) -> bytes:
    """Everything that the search can find in the chosen language, which is named to keep the languages apart.

    As JSON; bytes, so that Streamlit need not walk it at every rerun.
    """

    def make() -> bytes:
        return index_of(dataset()).as_json(as_rows(dataset()))

    return _piece("search", make) if language == ENGLISH else make()


@st.cache_resource(show_spinner=False)
def known_patterns() -> frozenset[str]:
    """Every pattern that can be painted: ``soleus_1@left``, and ``soleus_1@`` without a side."""
    return frozenset(pattern_id(point, side) for point in dataset().drawn for side in (*SIDES, None))


@st.cache_resource(show_spinner=False)
def _under() -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = json.loads(_piece("under", _all_under))
    return found


def _all_under() -> bytes:
    muscles = dataset().muscles
    return json.dumps({region: muscles_under(muscles, chart(), region) for region in dataset().regions}).encode()


def under(region: str) -> list[str]:
    """The muscles that lie under a region, by id."""
    return _under()[region]


@st.cache_resource(show_spinner=False)
def point_regions() -> Mapping[str, frozenset[tuple[str, bool]]]:
    """The regions over each trigger point, each with whether it lies on the midline."""
    every = dataset().trigger_points.items()
    return {point: regions_at(chart(), pattern.point.positions) for point, pattern in every}


@st.cache_resource(show_spinner=False)
def anatomy(layout: str, figure: Figure = "man") -> Mapping[str, list[dict[str, Any]]]:
    """The muscles that can be chosen in each view of a layout, the outermost first."""
    return build_anatomy(chart_as(figure), layout, dataset().muscles.values())


def layer_areas(kind: str) -> list[Area]:
    """What a layer is made of: the touch of all nerve roots, or the skin of all nerves."""
    return [area for area in dataset().areas.values() if area.kind == kind and area.feels != "pain"]


@st.cache_resource(show_spinner=False)
def layers(layout: str, figure: Figure = "man") -> Mapping[str, list[dict[str, Any]]]:
    """The layers that can lie over the body, by kind: their cells."""
    return {kind: build_layer(chart_as(figure), layout, layer_areas(kind)) for kind in ("nerve_root", "nerve")}


@st.cache_resource(show_spinner=False)
def scene(layout: str, figure: Figure = "man", with_anatomy: bool = False, with_layers: bool = False) -> bytes:
    """The constant scene of a layout as JSON; bytes, so that Streamlit need not walk it at every rerun.

    That of another figure is built when somebody first chooses it, and sent only then.

    It holds the patterns of all trigger points, so that the page can paint one before the server answers.
    ``with_anatomy`` adds the outlines of all muscles, so that one can be chosen on the body; ``with_layers`` the layers
    of nerve roots and nerves.
    """
    name = "-".join(["scene", layout, figure, *["anatomy"] * with_anatomy, *["layers"] * with_layers])
    return _piece(name.replace(" ", "_"), lambda: _scene(layout, figure, with_anatomy, with_layers))


def _scene(layout: str, figure: Figure, with_anatomy: bool, with_layers: bool) -> bytes:
    names = {region.id: (region.name, region.anatomical_name) for region in dataset().regions.values()}
    built = build_scene(chart_as(figure), layout, names)
    built["figure"] = figure
    built["patterns"] = build_patterns(chart_as(figure), layout, dataset_on(figure))
    built["says"] = {
        "titles": TITLES,
        "qualities": QUALITIES,
        "textures": TEXTURES_SAID,
        "notice": NOTICE_PICTURE,
        "credit": f"Trigger Point Body Map. {BODY_CREDIT}",
    }
    if with_anatomy:
        built["anatomy"] = anatomy(layout, figure)
    if with_layers:
        built["layers"] = layers(layout, figure)
    return json.dumps(built, separators=(",", ":")).encode()
