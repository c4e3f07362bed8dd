"""Sixty visitors come at once to a server that has just started, and click without a pause.

Prints how long they wait for a page. Exits with 1 where a page shows an exception, a script fails,
or the server prints an error. Everything stays on this machine.
"""

import statistics
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.serving import Server, served
from tests.visitors import visitor
from xi_data.views import VIEWS

VISITORS, CLICKS = 60, 12
PAGES = [view.key for view in VIEWS.values() if not view.hidden]


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        waits, broken = visits(Path(name), VISITORS, CLICKS)
    for what in broken:
        print(what, file=sys.stderr)
    p50, p95 = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
    print(f"{len(waits)} pages for {VISITORS} visitors at once: p50 {p50:.0f} ms, p95 {p95:.0f} ms")
    return int(bool(broken))


def visits(folder: Path, visitors: int, clicks: int) -> tuple[list[float], list[str]]:
    """Milliseconds of every page that came, and what broke; folder: for the server's files.

    Each visitor opens a page by its link, then changes page and clicks in turn.
    """
    start = threading.Barrier(visitors)
    waits: list[float] = []
    broken: list[str] = []

    def visit(server: Server, number: int) -> None:
        key, lang = PAGES[number % len(PAGES)], ("en", "zh")[number % 2]
        try:
            with visitor(server, "" if key == PAGES[0] else key, f"lang={lang}") as page:
                start.wait(timeout=60)
                waits.append(page.rerun())
                for click in range(clicks):
                    if click % 2:
                        waits.append(page.click(number + click))
                    else:
                        waits.append(page.go(PAGES[(number + click) % len(PAGES)]))
        except Exception as error:
            broken.append(f"visitor {number}: {error!r}")

    log = folder / "server.log"
    with served(log, XDG_CACHE_HOME=str(folder)) as server, ThreadPoolExecutor(visitors) as threads:
        for number in range(visitors):
            threads.submit(visit, server, number)
    return waits, broken + [line for line in log.read_text().splitlines() if "Error" in line]


if __name__ == "__main__":
    sys.exit(main())
