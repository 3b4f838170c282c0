"""``python -m tests.bench.soak``: people who come in groups, mark places, paint a pattern and leave; what is kept?

Each person is a session over Streamlit's own protocol, without a browser. After each group the memory of the server
is printed. Streamlit keeps a session for two minutes after its page was closed; ``--rest`` waits for that at the end.
The server runs with the project's settings; an environment variable such as ``STREAMLIT_RUNNER_POST_SCRIPT_GC=true``
overrides one for a comparison.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
from collections.abc import AsyncIterator

from bodymap.read.load import load
from tests.bench.process import memory, processor
from tests.bench.session import session
from tests.bench.tables import percentile, shown, table
from tests.browser.server import streamlit_process

GROUPS, PEOPLE, CLICKS, PAUSE, ARRIVALS = 5, 60, 6, 2.0, 6.0


async def visit(address: str, places: list[str], clicks: int, chance: random.Random) -> list[float]:
    """Come some time in the first seconds, mark places, paint a pattern and leave: the times of the clicks."""
    await asyncio.sleep(chance.uniform(0, ARRIVALS))
    async with session(address) as person:
        await person.arrive()
        for number in range(clicks):
            await asyncio.sleep(chance.uniform(0.5, 1.5) * PAUSE)
            if number == clicks - 1 and person.can_paint():
                await person.paint()
            else:
                await person.mark(chance.choice(places))
    return [click.took for click in person.clicks]


async def groups(address: str, count: int, people: int, clicks: int) -> AsyncIterator[list[float]]:
    """One group after the other: the times of all its clicks."""
    places = [region.id if region.midline else f"{region.id}.left" for region in load().regions.values()]
    for group in range(count):
        visits = [visit(address, places, clicks, random.Random(group * people + n)) for n in range(people)]
        yield [ms for times in await asyncio.gather(*visits) for ms in times]


async def soak(options: argparse.Namespace) -> None:
    with streamlit_process() as (address, process):
        rows = [["after", "memory MB", "clicks", "median ms", "95th ms", "slowest ms", "processor ms a session"]]
        rows.append(["start", shown(memory([process])), "", "", "", "", ""])
        number, before = 0, processor([process])
        async for times in groups(address, options.groups, options.people, options.clicks):
            number += options.people
            now = processor([process])
            used = None if now is None or before is None else (now - before) * 1000 / options.people
            before = now
            speeds = statistics.median(times), percentile(times, 0.95), max(times)
            rows.append(
                [f"{number} sessions", shown(memory([process])), str(len(times)), *map(shown, speeds), shown(used)]
            )
        if options.rest:
            await asyncio.sleep(options.rest)
            rows.append([f"{options.rest} s of rest", shown(memory([process])), "", "", "", "", ""])
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
