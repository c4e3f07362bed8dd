"""Visitors come at once to a server that has just started, and click without a pause.

    python -m tests.load [VISITORS ...] [--clicks N] [--rounds N | --beside]

Prints for each number of visitors how long they wait for their first page and for a click, and the
memory of the server: at first, with them, and after they have left. Exits with 1 where a page shows
an exception, a script fails, or the server prints an error. Everything stays on this machine.

--rounds: as many come again, so often, after the last ones have left: does its memory stay flat?

--beside: as many visitors stay on their pages and click their filters instead, first those of a
bare app, which filters the same figures and draws one chart and one table, then those of ours.
Each do so twice and the second time counts, when both have drawn everything before.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.serving import ROOT, Server, served
from tests.visitors import Page, visitor
from xi_data.record.tables import DATA
from xi_data.views import VIEWS

PAGES = [view.key for view in VIEWS.values() if not view.hidden]
FILTERED = [view.key for view in VIEWS.values() if view.group == "topics"]
BARE = f"""
import altair as alt
import pandas as pd
import streamlit as st


@st.cache_data
def figures():
    return pd.read_csv({str(DATA / "figures.csv")!r})


topic = st.pills("Topic", sorted(figures()["topic"].dropna().unique()))
rows = figures()[figures()["topic"] == topic] if topic else figures()
st.altair_chart(alt.Chart(rows).mark_bar().encode(x="value", y="label_en", color="category"))
st.dataframe(rows)
"""
LEFT = 130
"""Seconds after which the server has forgotten who left: it waits for them for 120."""


@dataclass
class Visits:
    """Milliseconds that visitors waited for their first page and for what they clicked, what broke,
    and megabytes of the server: empty, then with them and after they left, round for round."""

    first: list[float] = field(default_factory=list)
    clicks: list[float] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description="Visitors come at once and click.")
    parser.add_argument("visitors", nargs="*", type=int, default=[60])
    parser.add_argument("--clicks", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--beside", action="store_true")
    options = parser.parse_args()
    if options.beside:
        return int(any([_beside_bare(visitors, options.clicks) for visitors in options.visitors]))
    failed = False
    for visitors in options.visitors:
        with tempfile.TemporaryDirectory() as name:
            found = visits(Path(name), visitors, options.clicks, LEFT, options.rounds)
        print(*found.broken, sep="\n", end="\n" if found.broken else "", file=sys.stderr)
        empty, *held = (f"{megabytes:.0f}" for megabytes in found.memory)
        rounds = "; ".join(map(" with them, ".join, zip(held[::2], held[1::2], strict=True)))
        print(
            f"{visitors} visitors: first page {waits(found.first)}; {len(found.clicks)} clicks "
            f"{waits(found.clicks)}; {len(found.broken)} broken; memory in MB: {empty} empty; "
            f"{rounds} after they left",
            flush=True,
        )
        failed = failed or bool(found.broken)
    return int(failed)


def visits(folder: Path, visitors: int, clicks: int, left: float = 0, rounds: int = 1) -> Visits:
    """Let so many visitors come at once; folder: for the server's files. left: seconds that are
    waited after each round of them.

    Each visitor opens a page by its link, then changes page and clicks in turn.
    """
    found = Visits()
    log = folder / "server.log"
    with served(log, XDG_CACHE_HOME=str(folder)) as server:
        found.memory.append(server.megabytes)
        for _ in range(rounds):
            _come(server, PAGES, visitors, clicks, click, found)
            found.memory.append(server.megabytes)
            time.sleep(left)
            found.memory.append(server.megabytes)
    found.broken += errors_in(log)
    return found


def click(page: Page, number: int, turn: int) -> float:
    """What a visitor of this number does after so many clicks: milliseconds as of rerun."""
    if turn % 2:
        return page.click(number + turn)
    return page.go(PAGES[(number + turn) % len(PAGES)])


def errors_in(log: Path) -> list[str]:
    """Lines in which a server printed an error."""
    return [line for line in log.read_text("utf-8").splitlines() if "Error" in line]


def _come(
    server: Server,
    pages: Sequence[str],
    visitors: int,
    clicks: int,
    click: Callable[[Page, int, int], float],
    found: Visits,
) -> None:
    """Let visitors come at once and click; click: a page, its visitor's number, how many before."""
    start = threading.Barrier(visitors)

    def visit(number: int) -> None:
        key, lang = pages[number % len(pages)], ("en", "zh")[number % 2]
        try:
            with visitor(server, "" if key == PAGES[0] else key, f"lang={lang}") as page:
                start.wait(timeout=60)
                found.first.append(page.rerun())
                found.clicks += [click(page, number, turn) for turn in range(clicks)]
        except Exception as error:
            found.broken.append(f"visitor {number}: {error!r}")

    with ThreadPoolExecutor(visitors) as threads:
        threads.map(visit, range(visitors))


def _beside_bare(visitors: int, clicks: int) -> bool:
    """Print how long a filter takes in the bare app and in ours; whether anything broke."""
    found = {"bare": Visits(), "ours": Visits()}
    with tempfile.TemporaryDirectory() as name, ExitStack() as servers:
        folder = Path(name)
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        bare = servers.enter_context(served(folder / "bare.log", "bare.py", folder))
        ours = servers.enter_context(served(folder / "ours.log", XDG_CACHE_HOME=name))
        for _ in range(2):
            for name, server, pages in (("bare", bare, [PAGES[0]]), ("ours", ours, FILTERED)):
                found[name].clicks.clear()
                _come(server, pages, visitors, clicks, _filtered, found[name])
    p95 = {}
    for name, each in found.items():
        print(*each.broken, sep="\n", end="\n" if each.broken else "", file=sys.stderr)
        print(f"{name}: {visitors} visitors, {len(each.clicks)} clicks {waits(each.clicks)}")
        p95[name] = statistics.quantiles(each.clicks, n=20)[-1]
    print(f"p95 {p95['ours'] / p95['bare']:.2f} times the bare app's", flush=True)
    return any(each.broken for each in found.values())


def _filtered(page: Page, number: int, turn: int) -> float:
    return page.click(number + turn)


def waits(milliseconds: Sequence[float]) -> str:
    """In words: the median and the 95th percentile, where there are some."""
    if len(milliseconds) < 2:
        return f"{sum(milliseconds):.0f} ms"
    p95 = statistics.quantiles(milliseconds, n=20)[-1]
    return f"p50 {statistics.median(milliseconds):.0f} ms, p95 {p95:.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
