"""Visitors come at once to a server that has just started, and click without a pause.

    python -m tests.load [VISITORS ...] [--clicks N]

Prints for each number of visitors how long they wait for their first page and for a click, and the
memory of the server: at first, at most, and after they have left. Exits with 1 where a page shows
an exception, a script fails, or the server prints an error. Everything stays on this machine.
"""

import argparse
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.serving import Server, served
from tests.visitors import visitor
from xi_data.views import VIEWS

PAGES = [view.key for view in VIEWS.values() if not view.hidden]
LEFT = 130
"""Seconds after which the server has forgotten who left: it waits for them for 120."""


@dataclass
class Visits:
    """Milliseconds that visitors waited for their first page and for what they clicked, what broke,
    and megabytes of the server when it was empty, when it held most, and after they left."""

    first: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description="Visitors come at once and click.")
    parser.add_argument("visitors", nargs="*", type=int, default=[60])
    parser.add_argument("--clicks", type=int, default=12)
    options = parser.parse_args()
    failed = False
    for visitors in options.visitors:
        with tempfile.TemporaryDirectory() as name:
            found = visits(Path(name), visitors, options.clicks, left=LEFT)
        print(*found.broken, sep="\n", end="\n" if found.broken else "", file=sys.stderr)
        empty, most, left = found.memory
        print(
            f"{visitors} visitors: first page {_waits(found.first)}; {len(found.clicks)} clicks "
            f"{_waits(found.clicks)}; {len(found.broken)} broken; memory {empty:.0f} MB empty, "
            f"{most:.0f} at most, {left:.0f} after they left",
            flush=True,
        )
        failed = failed or bool(found.broken)
    return int(failed)


def visits(folder: Path, visitors: int, clicks: int, left: float = 0) -> Visits:
    """Let so many visitors come at once; folder: for the server's files. left: seconds that are
    waited at the end.

    Each visitor opens a page by its link, then changes page and clicks in turn.
    """
    start = threading.Barrier(visitors)
    found = Visits()

    def visit(server: Server, number: int) -> None:
        key, lang = PAGES[number % len(PAGES)], ("en", "zh")[number % 2]
        try:
            with visitor(server, "" if key == PAGES[0] else key, f"lang={lang}") as page:
                start.wait(timeout=60)
                found.first.append(page.rerun())
                for click in range(clicks):
                    if click % 2:
                        found.clicks.append(page.click(number + click))
                    else:
                        found.clicks.append(page.go(PAGES[(number + click) % len(PAGES)]))
        except Exception as error:
            found.broken.append(f"visitor {number}: {error!r}")

    log = folder / "server.log"
    with served(log, XDG_CACHE_HOME=str(folder)) as server:
        found.memory.append(server.megabytes)
        with ThreadPoolExecutor(visitors) as threads:
            for number in range(visitors):
                threads.submit(visit, server, number)
        found.memory.append(server.megabytes)
        time.sleep(left)
        found.memory.append(server.megabytes)
    found.broken += [line for line in log.read_text().splitlines() if "Error" in line]
    return found


def _waits(milliseconds: Sequence[float]) -> str:
    if len(milliseconds) < 2:
        return f"{sum(milliseconds):.0f} ms"
    p95 = statistics.quantiles(milliseconds, n=20)[-1]
    return f"p50 {statistics.median(milliseconds):.0f} ms, p95 {p95:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
