"""Where each page of the static edition stands, and where the explorer shows the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from markupsafe import Markup

from bodymap.data.dataset import Dataset
from bodymap.data.model import Condition
from bodymap.place import SIDES, Place
from bodymap.tell.markup import html, joined


class Folder(NamedTuple):
    """The pages of one kind of record: their folder, what they are called, and where the explorer shows one."""

    folder: str
    many: str
    one: str
    explorer: str  # page of the explorer and the parameter that names the record


FOLDERS: Mapping[str, Folder] = {
    "regions": Folder("places", "Places", "Place", "?marks"),
    "conditions": Folder("conditions", "Injuries and conditions", "Condition", "injuries?condition"),
    "muscles": Folder("muscles", "Muscles", "Muscle", "muscles?muscle"),
    "nerve_roots": Folder("nerve-roots", "Nerve roots", "Nerve root", "muscles?root"),
    "nerves": Folder("nerves", "Nerves", "Nerve", "muscles?nerve"),
    "joints": Folder("joints", "Joints", "Joint", "muscles?joint"),
    "discs": Folder("discs", "Discs of the spine", "Disc", "muscles?disc"),
}


class AddressError(ValueError):
    """The address of the explorer cannot be used; the message says why."""


def records(dataset: Dataset) -> Iterator[tuple[str, Any]]:
    """Every record that has a page, with its kind."""
    return ((kind, record) for kind in FOLDERS for record in dataset.records(kind).values())


def name_of(record: Any) -> str:
    """What a page is called: the name that people use."""
    return record.plain_name if isinstance(record, Condition) else record.name


def file_of(kind: str, id_: str) -> str:
    """``muscles/soleus.html``."""
    return f"{FOLDERS[kind].folder}/{id_}.html"


def link(dataset: Dataset, kind: str, id_: str, said: str = "", up: str = "../", anchor: str = "") -> Markup:
    """A link to the page of a record; ``up`` leads from the page that it stands on to the first one."""
    text = said or name_of(dataset.records(kind)[id_])
    return html('<a href="{}{}{}">{}</a>', up, file_of(kind, id_), anchor, text)


def links(dataset: Dataset, kind: str, ids: Any, up: str = "../") -> Markup:
    """Links in a row."""
    return joined((link(dataset, kind, id_, up=up) for id_ in ids), ", ")


def read_address(text: str) -> str:
    """The address of an explorer as links use it, with a slash at its end. Raises ``AddressError``."""
    address = text.strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError as error:
        raise AddressError(f"`{text}` is no address: {error}; write one like https://example.org/") from error
    if parts.scheme not in ("http", "https") or not host or any(letter.isspace() for letter in address):
        raise AddressError(f"`{text}` is no address of an explorer; write one like https://example.org/")
    if parts.query or parts.fragment:
        raise AddressError(f"`{text}` has a part after ? or #; write the address of its first page only")
    return address.rstrip("/") + "/"


def in_explorer(dataset: Dataset, app: str, kind: str, id_: str) -> Markup:
    """The way to the same record in the explorer, one a side for a place with sides; nothing without an explorer."""
    if not app:
        return Markup()
    page, _, parameter = FOLDERS[kind].explorer.partition("?")
    said = "Open in the explorer"
    if kind == "regions" and not dataset.regions[id_].midline:
        ways = [(f"{said}, {side}", str(Place(id_, side))) for side in reversed(SIDES)]
    else:
        ways = [(said, id_)]
    rows = (html('<a class="button" href="{}">{}</a>', f"{app}{page}?{urlencode({parameter: v})}", s) for s, v in ways)
    return html('<p class="ways">{}</p>', joined(rows, " "))
