"""Visitors who come, click, take a file and leave, for many minutes: does the memory stay flat?

    python -m tests.soak [VISITORS] [--minutes N]

So many are there at any time; each opens a page by its link, changes pages and clicks filters with
a pause before each, asks one data address and leaves; the next one comes in its place. Prints the
memory of the server after each minute. Exits with 1 where anything breaks, or where the server
holds over a tenth more in the last quarter of the time than in the second: the first is for what is
kept from then on, and for the first visitors to be forgotten.
"""

import argparse
import random
import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.load import PAGES, Visits, click, errors_in, waits
from tests.serving import Server, served
from tests.visitors import visitor

CLICKS = 10
"""Of one visit."""

PAUSE = 0.5, 3.0
"""Seconds before a click: the least and the most."""

FORMATS = ("csv", "json", "xlsx")
GROWTH = 1.1
"""Times the memory of the second quarter that the last one may hold."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Visitors come, click and leave for minutes.")
    parser.add_argument("visitors", nargs="?", type=int, default=8)
    parser.add_argument("--minutes", type=int, default=20, choices=range(4, 121), metavar="4..120")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = soaked(Path(name), options.visitors, options.minutes)
    print(*found.broken, sep="\n", end="\n" if found.broken else "", file=sys.stderr)
    grown = growth(found.memory)
    print(
        f"{len(found.first)} visits, {len(found.clicks)} clicks {waits(found.clicks)}; "
        f"{len(found.broken)} broken; last quarter {grown:.2f} times the second"
    )
    return int(bool(found.broken) or grown > GROWTH)


def soaked(folder: Path, visitors: int, minutes: int) -> Visits:
    """What visitors met; memory: of the server after each minute. folder: for its files."""
    found, log, over = Visits(), folder / "server.log", threading.Event()
    script = "xi_data/ui/shell/serve.py"
    with (
        served(log, script, XDG_CACHE_HOME=str(folder)) as server,
        ThreadPoolExecutor(visitors) as threads,
    ):
        for number in range(visitors):
            threads.submit(_visit_again, server, number, visitors, over, found)
        for minute in range(1, minutes + 1):
            time.sleep(60)
            found.memory.append(server.megabytes)
            print(f"minute {minute}: {server.megabytes:.0f} MB", flush=True)
        over.set()
    found.broken += errors_in(log)
    return found


def growth(memory: Sequence[float]) -> float:
    """How many times the memory of the second quarter the last one holds, by their medians."""
    quarter = len(memory) // 4
    return statistics.median(memory[-quarter:]) / statistics.median(memory[quarter : 2 * quarter])


def _visit_again(
    server: Server, number: int, step: int, over: threading.Event, found: Visits
) -> None:
    """Visit until it is over; number: of the first visitor, each after it is a step on."""
    while not over.is_set():
        try:
            _visit(server, number, over, found)
        except Exception as error:
            found.broken.append(f"visitor {number}: {error!r}")
            over.wait(PAUSE[1])
        number += step


def _visit(server: Server, number: int, over: threading.Event, found: Visits) -> None:
    chance = random.Random(number)
    key, lang = PAGES[number % len(PAGES)], ("en", "zh")[number % 2]
    with visitor(server, "" if key == PAGES[0] else key, f"lang={lang}") as page:
        found.first.append(page.rerun())
        for turn in range(CLICKS):
            if over.wait(chance.uniform(*PAUSE)):
                return
            found.clicks.append(click(page, number, turn))
    file = f"figures.{FORMATS[number % len(FORMATS)]}?lang={lang}"
    with urllib.request.urlopen(f"{server.url}/data/{file}") as answer:
        answer.read()


if __name__ == "__main__":
    sys.exit(main())
