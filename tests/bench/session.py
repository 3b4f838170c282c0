"""A person without a browser: one session over Streamlit's own protocol, on this app or on the bare one."""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

LIMIT = 60  # seconds in which an answer must come
CHART = "-chart_state"  # in the id of the mount of the chart and the answer
ROW = re.compile('<button data-paint="([^"]+)"')


class SessionError(Exception):
    """The server did not answer as it should."""


@dataclass(frozen=True)
class Answer:
    """One answer to its end: when it was asked for (seconds), how long it took (milliseconds), what came.

    ``size`` counts the bytes of its messages; ``wire`` those that came over the line, after compression.
    """

    asked: float
    took: float
    elements: int
    size: int
    wire: int


class Counting(ClientConnection):
    """A connection that counts what it receives, as it comes over the line."""

    received = 0

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        super().data_received(data)


@dataclass
class Session:
    """What stands on the page of a person, and every answer so far."""

    socket: Counting
    opening: Answer | None = None
    clicks: list[Answer] = field(default_factory=list)
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> (fragment, what the mount holds)
    values: dict[str, WidgetState] = field(default_factory=dict)  # what a browser sends with every click

    async def arrive(self) -> None:
        self.opening = await self._ask(BackMsg(rerun_script={"context_info": {"url": "http://127.0.0.1/"}}))

    def find(self, part: str) -> tuple[str, tuple[str, str]]:
        """The widget whose id holds ``part``: its id, its fragment, and what it holds."""
        found = next((item for item in self.seen.items() if part in item[0]), None)
        if found is None:
            raise SessionError(f"nothing on the page is called {part}")
        return found

    async def click(self, widget: WidgetState, fragment: str, keep: bool) -> None:
        """Send a widget's news, with all that was kept of others as a browser does, and wait for the answer."""
        others = [value for id_, value in self.values.items() if id_ != widget.id]
        if keep:
            self.values[widget.id] = widget
        states = {"widgets": [*others, widget]}
        self.clicks.append(await self._ask(BackMsg(rerun_script={"widget_states": states, "fragment_id": fragment})))

    async def _ask(self, message: BackMsg) -> Answer:
        """Send a message and take in the answer to its end."""
        start, before, elements, size = time.perf_counter(), self.socket.received, 0, 0
        await self.socket.send(message.SerializeToString())
        async with asyncio.timeout(LIMIT):
            while True:
                frame = bytes(await self.socket.recv())
                size += len(frame)
                answer = ForwardMsg.FromString(frame)
                kind = answer.WhichOneof("type")
                if kind == "delta":
                    elements += 1
                    self._note(answer)
                elif kind == "script_finished":
                    if answer.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                        raise SessionError("the page could not be read")
                    if answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                        break
        took = (time.perf_counter() - start) * 1000
        return Answer(start, took, elements, size, self.socket.received - before)

    def _note(self, answer: ForwardMsg) -> None:
        element, fragment = answer.delta.new_element, answer.delta.fragment_id
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise SessionError(element.exception.message)
        if kind == "bidi_component":
            mount = element.bidi_component
            self.seen[mount.id] = fragment, mount.json or mount.bytes.decode("utf-8", "replace")
        elif kind == "button":
            self.seen[element.button.id] = fragment, ""
        elif kind == "button_group":
            self._keep(WidgetState(id=element.button_group.id, string_array_value={"data": []}))
        elif kind == "checkbox":
            self._keep(WidgetState(id=element.checkbox.id, bool_value=element.checkbox.default))

    def _keep(self, value: WidgetState) -> None:
        self.values.setdefault(value.id, value)


@dataclass
class Person(Session):
    """Somebody on the first page of this app."""

    marks: list[str] = field(default_factory=list)
    seq: int = 0

    async def act(self, places: Sequence[str], most: int, chance: random.Random) -> None:
        """Mark a place; with ``most`` marks, take one of them away."""
        await self.mark(chance.choice(self.marks if len(self.marks) >= most else places))

    async def mark(self, place: str) -> None:
        """Click a place, and check that the server has seen the click."""
        id_, (fragment, held) = self.find(CHART)
        self.seq += 1
        self.marks = [mark for mark in self.marks if mark != place] if place in self.marks else [*self.marks, place]
        click = {"seq": self.seq, "base": json.loads(held)["revision"], "marks": self.marks}
        await self.click(WidgetState(id=id_, json_value=json.dumps({"marks": click})), fragment, keep=True)
        now = json.loads(self.seen[id_][1])
        if (now["ack"], now["marks"]) != (self.seq, self.marks):
            raise SessionError(f"asked for {click}, and the page holds {now}")

    def can_paint(self) -> bool:
        """Whether a muscle is listed."""
        return bool(self._rows())

    async def paint(self) -> None:
        """Tap the last muscle of the list: it is painted, or cleared where it was painted already."""
        id_, (fragment, _) = self.find(CHART)
        before, tapped = self._painted(), self._rows()[-1]
        act = json.dumps([{"event": "act", "value": f"paint:{tapped}"}])
        await self.click(WidgetState(id=_make_trigger_id(id_, "events"), json_trigger_value=act), fragment, keep=False)
        if self._painted() == before:
            raise SessionError(f"tapped {tapped}, and the body still shows {before}")

    def _rows(self) -> list[str]:
        """What the rows of the answer paint; none where nothing is marked."""
        _, (_, held) = self.find(CHART)
        return ROW.findall(dict(json.loads(held)["parts"]).get("patterns", ""))

    def _painted(self) -> list[str]:
        _, (_, held) = self.find(CHART)
        return [pattern["id"] for pattern in json.loads(held)["patterns"]]


@dataclass
class Counter(Session):
    """Somebody on the bare app, who clicks its button."""

    async def act(self, places: Sequence[str], most: int, chance: random.Random) -> None:
        [(id_, (fragment, _))] = self.seen.items()
        await self.click(WidgetState(id=id_, trigger_value=True), fragment, keep=False)


@asynccontextmanager
async def session(address: str, who: type[Any] = Person) -> AsyncIterator[Any]:
    """A session of its own at an address of a server, ``http://…`` or ``ws://…``; nothing is asked for yet."""
    url = address.replace("http", "ws", 1).rstrip("/")
    url = url if url.endswith("/_stcore/stream") else f"{url}/_stcore/stream"
    protocols: Any = ["streamlit"]
    async with connect(
        url, subprotocols=protocols, max_size=None, open_timeout=LIMIT, create_connection=Counting
    ) as socket:
        yield who(socket)
