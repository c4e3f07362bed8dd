"""Visitors come at once to two replicas behind nginx, click without a pause, and take a file.

    python -m tests.load_replicas [VISITORS] [--clicks N]

nginx has the configuration that we ship, and must be on the path. Prints how many visitors each
replica had, and how long they waited. Exits with 1 where anything breaks, where a replica prints an
error or has no visitor, or where a request of a visitor went to another replica than her websocket.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.replicas import COOKIE, Hosted, two_replicas
from tests.load import PAGES, Visits, click, errors_in, waits
from tests.visitors import visitor

MOST = 180
"""Visitors of one address, of which nginx takes 200 connections."""

REQUESTS = 2
"""Of each visitor: the websocket and a file."""

PATIENCE = 10  # seconds that nginx may take to note the last requests


@dataclass
class Shared:
    """What visitors met, and how many each replica had, by its host and port."""

    visits: Visits = field(default_factory=Visits)
    visitors: Counter[str] = field(default_factory=Counter)


def main() -> int:
    parser = argparse.ArgumentParser(description="Visitors come at once to two replicas.")
    parser.add_argument(
        "visitors",
        nargs="?",
        type=int,
        default=100,
        choices=range(2, MOST + 1),
        metavar=f"2..{MOST}",
    )
    parser.add_argument("--clicks", type=int, default=5)
    options = parser.parse_args()
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        parser.error("there is no nginx on the path")
    with tempfile.TemporaryDirectory() as name:
        found = shared(nginx, Path(name), options.visitors, options.clicks)
    visits = found.visits
    print(*visits.broken, sep="\n", end="\n" if visits.broken else "", file=sys.stderr)
    replicas = " and ".join(map(str, found.visitors.values()))
    print(
        f"{replicas} visitors on two replicas: first page {waits(visits.first)}; "
        f"{len(visits.clicks)} clicks {waits(visits.clicks)}; {len(visits.broken)} broken"
    )
    return int(bool(visits.broken))


def shared(nginx: str, folder: Path, visitors: int, clicks: int) -> Shared:
    """Let so many visitors come at once. nginx: the program. folder: for files of the replicas."""
    found, start = Shared(), threading.Barrier(visitors)
    with two_replicas(nginx, folder, XDG_CACHE_HOME=str(folder)) as hosted:

        def visit(number: int) -> None:
            try:
                _visit(hosted, number, clicks, start, found.visits)
            except Exception as error:
                found.visits.broken.append(f"{_name(number)}: {error!r}")

        with ThreadPoolExecutor(visitors) as threads:
            threads.map(visit, range(visitors))
        _look(hosted, visitors, found)
    for log in folder.glob("replica*.log"):
        found.visits.broken += errors_in(log)
    return found


def _visit(
    hosted: Hosted, number: int, clicks: int, start: threading.Barrier, found: Visits
) -> None:
    cookie = f"{COOKIE}={_name(number)}"
    key, lang = PAGES[number % len(PAGES)], ("en", "zh")[number % 2]
    key = "" if key == PAGES[0] else key
    with visitor(hosted.front, key, f"lang={lang}", cookie) as page:
        start.wait(timeout=60)
        found.first.append(page.rerun())
        found.clicks += [click(page, number, turn) for turn in range(clicks)]
    address = f"{hosted.front.url}/data/figures.csv?lang={lang}"
    with urllib.request.urlopen(
        urllib.request.Request(address, headers={"Cookie": cookie})
    ) as answer:
        answer.read()


def _look(hosted: Hosted, visitors: int, found: Shared) -> None:
    """Which replica had which visitor, by nginx's notes."""
    for number in range(visitors):
        deadline = time.monotonic() + PATIENCE
        while len(hosted.requests(_name(number))) < REQUESTS and time.monotonic() < deadline:
            time.sleep(0.1)
        noted = hosted.requests(_name(number))
        replicas = {replica for one in noted for replica in one.replicas}
        found.visitors.update(replicas)
        if len(noted) != REQUESTS or len(replicas) != 1:
            found.visits.broken.append(f"{_name(number)} came to {sorted(replicas)}: {noted}")
    if len(found.visitors) != len(hosted.replicas):
        found.visits.broken.append(f"visitors on {sorted(found.visitors)} alone")


def _name(number: int) -> str:
    """Of a visitor, as nginx makes one."""
    return random.Random(number).randbytes(16).hex()


if __name__ == "__main__":
    sys.exit(main())
