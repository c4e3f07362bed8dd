"""From a click to a settled page, in a browser, beside a bare page with its chart and table.

The bare page is a filter, the page's first chart and its first table, made beforehand for both
states of the filter. Both are clicked in turn, in one browser, from the click to the last change of
anything in the page, shadow roots included, once the script has ended.

Each page is measured with its chart and table on show, and as it opens: for most with its chart
alone, which a bare page draws much sooner than a table, as Streamlit's own goes on for 0.2 s. Left
out is a page that has neither, and where both are on show, one whose only click is between the two.
Exits with 1 where a page takes more than LIMITS times as long as its bare twin.
"""

import logging
import pickle
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import a_context, launched
from tests.browser.screen import Screen, path
from tests.handed import handed
from tests.lost import OPENED_AT, click
from tests.serving import ROOT, Server, served
from xi_data.locale import translator
from xi_data.views import VIEWS

BOTH = "chart and table"
LIMITS = {BOTH: 1.3, "as opened": 5.0}
WARM, ROUNDS = 2, 12  # clicks that do not count, and that do, on each page

SETTLED = """() => new Promise(done => {
    const app = document.querySelector("[data-testid=stApp]")
    let clicked, last
    const observer = new MutationObserver(() => { last = performance.now() })
    const whatever = {subtree: true, childList: true, attributes: true, characterData: true}
    const watch = root => {
        observer.observe(root, whatever)
        for (const one of root.querySelectorAll("*")) if (one.shadowRoot) watch(one.shadowRoot)
    }
    watch(document)
    const start = () => { clicked = last = performance.now() }
    addEventListener("click", start, {capture: true, once: true})
    const look = () => {
        const ended = app.dataset.testScriptState === "notRunning"
        if (last > clicked && ended && performance.now() - last > 250) done(last - clicked)
        else setTimeout(look, 20)
    }
    look()
})"""
"""Milliseconds from the next click until nothing has changed for a quarter of a second."""

BARE = """
import pickle

import streamlit as st


@st.cache_resource(show_spinner=False)
def shown(page):
    with open(f"{page}.pickle", "rb") as file:
        return pickle.load(file)


states = shown(st.query_params["page"])
for name, data in states[1 if st.pills("Filter", ["One", "Other"]) else 0].items():
    if name == "chart":
        st.vega_lite_chart(None, data, theme=None)
    else:
        st.dataframe(data, hide_index=True)
"""


def main() -> int:
    logging.disable(logging.WARNING)  # of pages that run without a browser
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        browser = launched(playwright)
        if browser is None:
            print("There is no browser: see README, Tests.", file=sys.stderr)
            return 1
        with (
            served(folder / "ours.log") as ours,
            served(folder / "bare.log", "bare.py", folder) as bare,
        ):
            failed = False
            for state, limit in LIMITS.items():
                head = f"{state}, at most {limit}".ljust(28)
                print(head, "ours ms", "bare ms", "  ratio", sep="   ")
                found = [_compared(browser, ours, bare, folder, key, state) for key in VIEWS]
                failed |= max(found) > limit
    print(f"{ROUNDS} clicks each, in turn: medians of those that filter and of those that do not.")
    return int(failed)


def _compared(
    browser: Browser, ours: Server, bare: Server, folder: Path, key: str, state: str
) -> float:
    """Prints both times; how many times as long ours takes, 0 where it has nothing to compare."""
    context = a_context(browser)
    visitor = Screen(context, ours)
    switches = {one.key for one in VIEWS[key].switches(translator("en"))}
    both = "&view=both" if "view" in switches and state == BOTH else ""
    visitor.open(f"{path(key)}?lang=en{OPENED_AT.get(key, '')}{both}")
    states = [visitor.query]
    clicked = click(visitor)
    visitor.page.wait_for_url(lambda _: visitor.query != states[0])
    visitor.drawn()
    states.append(visitor.query)
    shown = [_chart_and_table(handed(key, query)) for query in states]
    if not any(shown) or (both and clicked == "view"):
        context.close()
        return 0
    name = f"{key}{both}"
    (folder / f"{name}.pickle").write_bytes(pickle.dumps(shown))
    twin = context.new_page()
    twin.goto(f"{bare.url}/?{urlencode({'page': name})}")
    pill = twin.locator("button[data-variant=pills]").first
    pill.wait_for()
    times: dict[str, list[list[float]]] = {"ours": [[], []], "bare": [[], []]}
    for turn in range(WARM + ROUNDS):
        for side, page, press in (
            ("ours", visitor.page, lambda: click(visitor)),
            ("bare", twin, pill.click),
        ):
            took = _settled(page, press)
            if turn >= WARM:
                times[side][turn % 2].append(took)
    context.close()
    took, beside = (statistics.mean(map(statistics.median, each)) for each in times.values())
    ratio = took / beside
    print(key.ljust(28), f"{took:7.0f}", f"{beside:7.0f}", f"{ratio:7.2f}", sep="   ", flush=True)
    return ratio


def _settled(page: Page, press: Any) -> float:
    page.bring_to_front()  # a tab behind draws nothing
    page.evaluate(f"() => {{ window.settled = ({SETTLED})() }}")
    press()
    return page.evaluate("() => window.settled")


def _chart_and_table(shown: list[tuple[str, Any]]) -> dict[str, Any]:
    """The first of each, the table as a data frame; small tables only where there is no other."""
    charts, small, tables = (
        [data for name, data in shown if name == wanted]
        for wanted in ("chart", "table", "row_table")
    )
    found = {"chart": charts[0]} if charts else {}
    if tables:
        return found | {"table": tables[0]}
    return found or ({"table": small[0]} if small else {})


if __name__ == "__main__":
    sys.exit(main())
