"""``python -m tests.bench.soak``: people who come in groups, mark places, paint a pattern and leave; what is kept?

Each person is a session over Streamlit's own protocol, without a browser. After each group the memory of the server
is printed. Streamlit keeps a session for two minutes after its page was closed; ``--rest`` waits for that at the end.
The server runs with the project's settings; an environment variable such as ``STREAMLIT_RUNNER_POST_SCRIPT_GC=true``
overrides one for a comparison.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from bodymap.read.load import load
from tests.bench.__main__ import percentile, table
from tests.browser.server import streamlit_process

GROUPS, PEOPLE, CLICKS, PAUSE, ARRIVALS = 5, 60, 6, 2.0, 6.0
LIMIT = 60  # seconds in which an answer must come
CHART, ROW = "-chart_state", "-paint_"  # in the ids of the chart's mount and of muscles' rows


class SoakError(Exception):
    """The server did not answer as it should."""


@dataclass
class Person:
    """One session: what stands on its page, and the times of its clicks in milliseconds."""

    socket: ClientConnection
    marks: list[str] = field(default_factory=list)
    seen: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> (fragment, what the mount holds)
    times: list[float] = field(default_factory=list)
    seq: int = 0

    async def arrive(self) -> None:
        await self._ask(BackMsg(rerun_script={"context_info": {"url": "http://127.0.0.1/"}}))

    async def mark(self, place: str) -> None:
        """Click a place, and check that the server has seen the click."""
        id_, (fragment, held) = self._find(CHART)
        self.seq += 1
        self.marks = [mark for mark in self.marks if mark != place] if place in self.marks else [*self.marks, place]
        click = {"seq": self.seq, "base": json.loads(held)["revision"], "marks": self.marks}
        await self._click(WidgetState(id=id_, json_value=json.dumps({"marks": click})), fragment)
        held = json.loads(self.seen[id_][1])
        if (held["ack"], held["marks"]) != (self.seq, self.marks):
            raise SoakError(f"asked for {click}, and the page holds {held}")

    async def paint(self) -> None:
        """Tap the last muscle of the list: it is painted, or cleared where it was painted already."""
        *_, (id_, (fragment, _)) = [item for item in self.seen.items() if ROW in item[0]]
        before = self._painted()
        await self._click(WidgetState(id=id_, trigger_value=True), fragment)
        if self._painted() == before:
            raise SoakError(f"tapped {id_}, and the body still shows {before}")

    def _painted(self) -> list[str]:
        _, (_, held) = self._find(CHART)
        return [pattern["id"] for pattern in json.loads(held)["patterns"]]

    def _find(self, part: str) -> tuple[str, tuple[str, str]]:
        return next(item for item in self.seen.items() if part in item[0])

    async def _click(self, widget: WidgetState, fragment: str) -> None:
        start = time.perf_counter()
        await self._ask(BackMsg(rerun_script={"widget_states": {"widgets": [widget]}, "fragment_id": fragment}))
        self.times.append((time.perf_counter() - start) * 1000)

    async def _ask(self, message: BackMsg) -> None:
        """Send a message and take in the answer to its end."""
        self.seen = {id_: held for id_, held in self.seen.items() if ROW not in id_}  # the answer brings its own
        await self.socket.send(message.SerializeToString())
        async with asyncio.timeout(LIMIT):
            while True:
                answer = ForwardMsg.FromString(bytes(await self.socket.recv()))
                kind = answer.WhichOneof("type")
                if kind == "delta":
                    self._note(answer)
                elif kind == "script_finished":
                    if answer.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                        raise SoakError("the page could not be read")
                    if answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                        return

    def _note(self, answer: ForwardMsg) -> None:
        element, fragment = answer.delta.new_element, answer.delta.fragment_id
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise SoakError(element.exception.message)
        if kind == "bidi_component":
            self.seen[element.bidi_component.id] = fragment, element.bidi_component.json
        elif kind == "button":
            self.seen[element.button.id] = fragment, ""


async def visit(address: str, places: list[str], clicks: int, chance: random.Random) -> list[float]:
    """Come some time in the first seconds, mark places, paint a pattern and leave: the times of the clicks."""
    await asyncio.sleep(chance.uniform(0, ARRIVALS))
    url = address.replace("http", "ws") + "/_stcore/stream"
    async with connect(url, subprotocols=["streamlit"], max_size=None, open_timeout=LIMIT) as socket:  # type: ignore[list-item]
        person = Person(socket)
        await person.arrive()
        for number in range(clicks):
            await asyncio.sleep(chance.uniform(0.5, 1.5) * PAUSE)
            if number == clicks - 1 and any(ROW in id_ for id_ in person.seen):
                await person.paint()
            else:
                await person.mark(chance.choice(places))
    return person.times


async def groups(address: str, count: int, people: int, clicks: int) -> AsyncIterator[list[float]]:
    """One group after the other: the times of all its clicks."""
    places = [region.id if region.midline else f"{region.id}.left" for region in load().regions.values()]
    for group in range(count):
        visits = [visit(address, places, clicks, random.Random(group * people + n)) for n in range(people)]
        yield [ms for times in await asyncio.gather(*visits) for ms in times]


def memory(process: int) -> float | None:
    """Resident megabytes, where the system tells them."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    [line] = [line for line in status.read_text().splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) / 1024


def processor(process: int) -> float | None:
    """Seconds of processor time so far, where the system tells them."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return None
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def shown(number: float | None) -> str:
    return "?" if number is None else f"{number:.0f}"


async def soak(options: argparse.Namespace) -> None:
    with streamlit_process() as (address, process):
        rows = [["after", "memory MB", "clicks", "median ms", "95th ms", "slowest ms", "processor ms a session"]]
        rows.append(["start", shown(memory(process)), "", "", "", "", ""])
        number, before = 0, processor(process)
        async for times in groups(address, options.groups, options.people, options.clicks):
            number += options.people
            now = processor(process)
            used = None if now is None or before is None else (now - before) * 1000 / options.people
            before = now
            speeds = statistics.median(times), percentile(times, 0.95), max(times)
            rows.append(
                [f"{number} sessions", shown(memory(process)), str(len(times)), *map(shown, speeds), shown(used)]
            )
        if options.rest:
            await asyncio.sleep(options.rest)
            rows.append([f"{options.rest} s of rest", shown(memory(process)), "", "", "", "", ""])
    table(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--groups", type=int, default=GROUPS, help=f"groups, one after the other (default {GROUPS})")
    parser.add_argument("--people", type=int, default=PEOPLE, help=f"people in a group (default {PEOPLE})")
    parser.add_argument("--clicks", type=int, default=CLICKS, help=f"clicks of each (default {CLICKS})")
    parser.add_argument("--rest", type=int, default=0, metavar="SECONDS", help="wait at the end, then look again")
    asyncio.run(soak(parser.parse_args()))


if __name__ == "__main__":
    main()
