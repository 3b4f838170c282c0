"""``python -m tests.bench.crowd``: many people click at the same time; how long do they wait, and what does it cost?

Each person is a session over Streamlit's own protocol, without a browser: the page is opened, then places are marked,
one click every few seconds. The bare app (``bare_app.py``) bears the same crowd before, on the same machine. Counted
are the clicks of the time after everybody has come; one person opens the page before all others, so that nobody waits
for the data to be read. Driver and server share the machine.

With ``--url`` the crowd goes to servers that run already, each person to the next address in turn; ``--process`` names
the processes whose memory and processor time count as theirs. The bare app is started beside them all the same.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import random
import shlex
import statistics
import sys
import time
from collections import Counter as Count
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit

from bodymap.read.load import load
from tests.bench.process import memory, processor
from tests.bench.session import Answer, Counter, Person, session
from tests.bench.tables import markdown, percentile, ratio, shown, table
from tests.browser.server import streamlit_process

PEOPLE, SECONDS, PAUSE, MOST = 150, 60.0, 3.0, 4
ARRIVING = 0.2  # seconds between two who come


@dataclass
class Told:
    """What a crowd met: the answers of the time that counts, and what the servers used in it."""

    openings: list[Answer] = field(default_factory=list)
    clicks: list[Answer] = field(default_factory=list)
    errors: Count[str] = field(default_factory=Count)
    first: float = 0.0  # when the first page was there, by time.perf_counter
    started: float | None = None  # when its process was started, if that was here
    start_cost: float | None = None  # seconds of processor time until then
    processor: float | None = None  # seconds
    memory: tuple[float | None, ...] = ()  # megabytes: before anybody came, when all were there, at the end, at most


@dataclass(frozen=True)
class Crowd:
    """How many come, over how many seconds they come, how long they then stay, and how they click."""

    people: int
    arriving: float
    seconds: float
    pause: float
    most: int


async def _person(number: int, crowd: Crowd, address: str, who: type[Any], places: Sequence[str], told: Told) -> None:
    chance, start = random.Random(number), time.perf_counter()
    await asyncio.sleep(crowd.arriving * number / crowd.people)
    begin, end = start + crowd.arriving, start + crowd.arriving + crowd.seconds
    try:
        async with session(address, who) as person:
            try:
                await person.arrive()
                await asyncio.sleep(chance.uniform(0, 1) * crowd.pause)
                while time.perf_counter() < end:
                    await person.act(places, crowd.most, chance)
                    await asyncio.sleep(chance.uniform(0.5, 1.5) * crowd.pause)
            finally:
                told.openings += [person.opening] if person.opening else []
                told.clicks += [click for click in person.clicks if begin <= click.asked < end]
                await asyncio.sleep(end + 1 - time.perf_counter())  # nobody leaves before the end
    except Exception as error:  # each is counted and named below
        told.errors[f"{type(error).__name__}: {str(error)[:120]}"] += 1


async def bear(
    crowd: Crowd, addresses: Sequence[str], processes: Sequence[int], who: type[Any], places: Sequence[str]
) -> Told:
    """Send a crowd to servers, that marks ``places``; what it met."""
    for address in addresses:  # the first person of a server waits for the data
        async with session(address, who) as first:
            await first.arrive()
    told = Told(first=time.perf_counter())
    told.memory, told.start_cost = (memory(processes),), processor(processes)

    async def watch() -> None:
        await asyncio.sleep(crowd.arriving)
        used, there = processor(processes), memory(processes)
        await asyncio.sleep(crowd.seconds)
        after = processor(processes)
        told.processor = None if used is None or after is None else after - used
        told.memory += there, memory(processes), memory(processes, "VmHWM")

    people = (_person(n, crowd, addresses[n % len(addresses)], who, places, told) for n in range(crowd.people))
    await asyncio.gather(watch(), *people)
    return told


def clicks_table(rows: dict[str, Told]) -> list[list[str]]:
    """How long a click took and what it cost, a line for each app."""
    head = [
        "a click",
        "clicks",
        "errors",
        "median ms",
        "95th ms",
        "99th ms",
        "CPU ms",
        "elements",
        "kB",
        "kB on the line",
    ]
    lines = [head]
    for name, told in rows.items():
        times = [click.took for click in told.clicks]
        numbers = [statistics.median(times), percentile(times, 0.95), percentile(times, 0.99)] if times else [None] * 3
        cost = told.processor * 1000 / len(times) if told.processor is not None and times else None
        lines.append(
            [
                name,
                str(len(times)),
                str(told.errors.total()),
                *map(shown, numbers),
                shown(cost, 1),
                *(_middle(told.clicks, what) for what in ("elements", "size", "wire")),
            ]
        )
    return lines


def _middle(answers: Sequence[Answer], what: str) -> str:
    if not answers:
        return "?"
    value = statistics.median(getattr(answer, what) for answer in answers)
    return f"{value:.0f}" if what == "elements" else f"{value / 1000:.1f}"


def memory_table(rows: dict[str, Told]) -> list[list[str]]:
    """What opening the page took, and what the servers held, a line for each app."""
    lines = [
        [
            "opening, and memory",
            "start to first page, s",
            "CPU s",
            "people",
            "opening, median ms",
            "95th ms",
            "kB",
            "MB before",
            "all there",
            "at the end",
            "at most",
        ]
    ]
    for name, told in rows.items():
        times = [opening.took for opening in told.openings]
        speeds = (statistics.median(times), percentile(times, 0.95)) if times else (None, None)
        size, held = _middle(told.openings, "size"), (*told.memory, *[None] * 4)[:4]
        start = None if told.started is None else told.first - told.started
        start_cost = told.start_cost if told.started else None
        lines.append(
            [name, shown(start, 1), shown(start_cost, 1), str(len(times)), *map(shown, speeds), size, *map(shown, held)]
        )
    return lines


def said(rows: dict[str, Told], crowd: Crowd, command: str) -> list[str]:
    """Where and how it was measured, a sentence each."""
    app, bare = rows.get("this app"), rows.get("bare app")
    lines = [
        f"`{command}`, {time.strftime('%-d %B %Y')}: {crowd.people} people, a click every {crowd.pause:g} s, at most "
        f"{crowd.most} marks, {crowd.seconds:g} s after all had come. Driver and servers on {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, Streamlit {streamlit.__version__}."
    ]
    if app and bare and app.clicks and bare.clicks and app.processor and bare.processor:
        costs = [told.processor / len(told.clicks) for told in (app, bare) if told.processor]
        lines.append(f"A click costs {ratio(*costs)} times the processor time of the bare app's.")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=PEOPLE, help=f"how many come (default {PEOPLE})")
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"how long they click (default {SECONDS:g})")
    parser.add_argument("--pause", type=float, default=PAUSE, help=f"seconds between clicks (default {PAUSE:g})")
    parser.add_argument("--marks", type=int, default=MOST, help=f"marks of each at most (default {MOST})")
    parser.add_argument("--url", action="append", default=[], help="a server that runs already, ws:// or http://")
    parser.add_argument("--process", action="append", type=int, default=[], help="the number of a process of theirs")
    parser.add_argument("--no-bare", action="store_true", help="leave the bare app out")
    parser.add_argument("--write", type=Path, metavar="FILE", help="also write the tables into a Markdown file")
    options = parser.parse_args()
    crowd = Crowd(options.people, options.people * ARRIVING, options.seconds, options.pause, options.marks)
    rows: dict[str, Told] = {}
    # Read before a server starts, as its start is timed.
    places = [region.id if region.midline else f"{region.id}.left" for region in load().regions.values()]
    with ExitStack() as servers:
        if not options.no_bare:
            start = time.perf_counter()
            with streamlit_process("tests/bench/bare_app.py") as (address, process):
                rows["bare app"] = asyncio.run(bear(crowd, [address], [process], Counter, places))
            rows["bare app"].started = start
        addresses, processes, started = options.url, options.process, None
        if not addresses:
            started = time.perf_counter()
            address, process = servers.enter_context(streamlit_process())
            addresses, processes = [address], [process]
        rows["this app"] = asyncio.run(bear(crowd, addresses, processes, Person, places))
        rows["this app"].started = started
    lines = said(rows, crowd, shlex.join(["python", "-m", "tests.bench.crowd", *sys.argv[1:]]))
    tables = [clicks_table(rows), memory_table(rows)]
    for part in tables:
        table(part)
        print()
    print("\n".join(lines))
    for name, told in rows.items():
        for error, times in told.errors.most_common():
            print(f"{name}: {times} times {error}")
    if options.write:
        options.write.write_text("\n\n".join([*lines, *map(markdown, tables)]) + "\n", encoding="utf-8")
    sys.exit(any(told.errors for told in rows.values()))


if __name__ == "__main__":
    main()
