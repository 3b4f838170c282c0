"""The package that Anki imports. Ids follow from the records, so that importing a newer package updates the cards."""

from __future__ import annotations

import itertools
import json
import sqlite3
import time
from collections.abc import Mapping
from html import escape
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from bodymap.body.geometry import ChartView
from bodymap.data.dataset import Dataset
from bodymap.tell.cards.notes import Kind, notes
from bodymap.tell.cards.pictures import Pictures
from bodymap.tell.wording import (
    BODY_CREDIT,
    DATA_CREDIT,
    FOR_STUDENTS,
    LEGEND,
    MAPS_DIFFER,
    NOTICE_PICTURE,
    NOTICE_SHORT,
)

ROOM = "Trigger Point Body Map"
# Never change these: Anki knows decks and kinds of notes by them. Ids of decks; then those of kinds of notes.
DECKS: Mapping[Kind, tuple[int, str]] = {
    "pattern": (1_764_100_001, f"{ROOM}::Patterns"),
    "muscle": (1_764_100_002, f"{ROOM}::Muscles"),
    "nerve_root": (1_764_100_003, f"{ROOM}::Nerve roots"),
}
MODELS: Mapping[Kind, int] = {"pattern": 1_764_200_001, "muscle": 1_764_200_002, "nerve_root": 1_764_200_003}
FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "pattern": ("Id", "Picture", "Felt", "Name", "Facts", "Sources", "Status"),
    "muscle": ("Id", "Name", "Action", "Nerve", "Facts", "Sources", "Status"),
    "nerve_root": (
        "Id", "Name", "Dermatome", "Picture", "Key muscle", "Reflex", "Facts", "Sources", "Status",
    ),
}  # fmt: skip
_CSS = """.card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.4; text-align: left;
  max-width: 44rem; margin: 0 auto; padding: .5rem; }
.bm { max-width: 34rem; margin: .5rem auto; background: #fff; border-radius: 8px; overflow: hidden; }
.bm > div { position: relative; overflow: hidden; height: 0; }
.bm img { position: absolute; left: 0; width: 100%; max-width: none !important; max-height: none !important; }
.bm svg { position: absolute; left: 0; top: 0; width: 100%; height: 100%; }
.answer { font-size: 1.25em; font-weight: 600; }
p { margin: .2rem 0 .4rem; } ul { padding-left: 1.2rem; } .small, li { font-size: .78em; opacity: .85; }
"""
_FOOT = '<hr><p class="small">{}</p>'.format(
    escape(f"{NOTICE_SHORT} {NOTICE_PICTURE} {BODY_CREDIT} {DATA_CREDIT} {ROOM}.")
)
_ANSWER = '<hr id="answer"><p class="answer">{}</p>{}<p class="small">{{{{Status}}}}</p>{{{{Sources}}}}'


class NoGenankiError(Exception):
    """The package that writes the cards is not installed."""

    def __init__(self) -> None:
        super().__init__("cards are written by genanki, which is not installed; `pip install genanki` and try again")


def cards_package(dataset: Dataset, chart: Mapping[str, ChartView], now: float | None = None) -> bytes:
    """The ``.apkg`` with every card; ``now`` is the time that decides which of two packages is newer."""
    try:
        import genanki
    except ImportError as error:
        raise NoGenankiError from error
    pictures = Pictures(chart, dataset)
    decks = {kind: genanki.Deck(id_, name, _about()) for kind, (id_, name) in DECKS.items()}
    models = {kind: _model(genanki, kind) for kind in MODELS}
    for note in notes(dataset, pictures):
        decks[note.kind].add_note(
            genanki.Note(
                model=models[note.kind],
                fields=[note.id, *(note.fields[name] for name in FIELDS[note.kind][1:])],
                guid=genanki.guid_for("bodymap", note.kind, note.id),
                tags=list(note.tags),
            )
        )
    return _zipped(genanki.Package(list(decks.values())), pictures.bodies(), time.time() if now is None else now)


def _zipped(package: Any, media: Mapping[str, str], now: float) -> bytes:
    """As ``Package.write_to_file``, compressed and without files left in the temporary folder."""
    with sqlite3.connect(":memory:") as collection:
        package.write_to_db(collection.cursor(), now, itertools.count(int(now * 1000)))
        collection.commit()
        table = collection.serialize()
    collection.close()
    result = BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as file:
        file.writestr("collection.anki2", table)
        file.writestr("media", json.dumps({str(at): name for at, name in enumerate(media)}))
        for at, picture in enumerate(media.values()):
            file.writestr(str(at), picture)
    return result.getvalue()


def _model(genanki: Any, kind: Kind) -> Any:
    templates = [
        {"name": name, "qfmt": front, "afmt": f"{{{{FrontSide}}}}{back}"} for name, front, back in _templates(kind)
    ]
    return genanki.Model(
        MODELS[kind],
        f"{DECKS[kind][1].replace('::', ': ')}",
        fields=[{"name": name} for name in FIELDS[kind]],
        templates=templates,
        css=_CSS,
    )


def _templates(kind: Kind) -> list[tuple[str, str, str]]:
    """Name, front and back of each card of a kind; a card without the fact that it asks for is not made."""
    if kind == "pattern":
        front = (
            f'<p>Which muscle and trigger point? (<i>{{{{Felt}}}}</i>)</p>{{{{Picture}}}}<p class="small">{LEGEND}</p>'
        )
        return [("Pattern", front + _FOOT, _ANSWER.format("{{Name}}", "{{Facts}}"))]
    if kind == "muscle":
        asked = {"Action": "What does this muscle do?", "Nerve": "Which nerve and roots supply this muscle?"}
        return [
            (
                name,
                f'<p>{said}</p><p class="answer">{{{{Name}}}}</p>{_FOOT}',
                _ANSWER.format(f"{{{{{name}}}}}", "{{Facts}}"),
            )
            for name, said in asked.items()
        ]
    asked = {
        "Dermatome": "Where is touch described as its own (its dermatome)?",
        "Key muscle": "What is its key muscle or movement?",
        "Reflex": "What is its reflex?",
    }
    warn = f'<p class="small">{escape(MAPS_DIFFER)} {escape(FOR_STUDENTS)}</p>'
    return [
        (
            name,
            f'{{{{#{name}}}}}<p>{said}</p><p class="answer">{{{{Name}}}}</p>{_FOOT}{{{{/{name}}}}}',
            _ANSWER.format(f"{{{{{name}}}}}", ("{{Picture}}" if name == "Dermatome" else "") + "{{Facts}}" + warn),
        )
        for name, said in asked.items()
    ]


def _about() -> str:
    return escape(f"{NOTICE_SHORT} {NOTICE_PICTURE} {BODY_CREDIT} {DATA_CREDIT}")


def count(dataset: Dataset) -> Mapping[Kind, int]:
    """How many notes there are of each kind."""
    return {
        "pattern": len(dataset.trigger_points),
        "muscle": len(dataset.muscles),
        "nerve_root": len(dataset.nerve_roots),
    }
