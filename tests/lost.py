"""Sessions that were lost, on every page at once: `python -m tests.lost`, about five minutes.

All pages are open in tabs, of a server with a small corpus and own SQL. First their connections are
cut for so long that the server forgets the sessions, then the server is restarted. After each, on
every page, the next click must count and the next download arrive. Prints how many did; ends with 1
where any did not.
"""

import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Locator, expect, sync_playwright

from tests import small_corpus
from tests.browser.conftest import a_context, launched
from tests.browser.screen import Screen, path
from tests.serving import Server, free_port, served
from xi_data.views import SCREENS

CUT = 130
"""Seconds: Streamlit keeps a session without a connection for 120."""

OPENED_AT = {"figure": "&figure=funding-control"}
_PATIENCE = 60_000  # milliseconds: all tabs come back to one server at once


class Line:
    """A port of this machine that leads to another one, and can be cut."""

    def __init__(self, to: int):
        self.port = free_port()
        self._to = to
        self._open: list[socket.socket] = []
        self.mend()

    def mend(self) -> None:
        """Let connections through."""
        self._listening = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._listen, args=(self._listening,), daemon=True).start()

    def cut(self) -> None:
        """End all connections and refuse new ones."""
        for one in (self._listening, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._open.clear()

    def _listen(self, listening: socket.socket) -> None:
        with suppress(OSError):  # cut
            while True:
                here, _ = listening.accept()
                try:
                    there = socket.create_connection(("127.0.0.1", self._to))
                except OSError:  # nobody there, as long as a server starts
                    here.close()
                    continue
                self._open += [here, there]
                for ends in ((here, there), (there, here)):
                    threading.Thread(target=_pass_on, args=ends, daemon=True).start()


def _pass_on(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while content := source.recv(65536):
            sink.sendall(content)
        sink.shutdown(socket.SHUT_WR)


def tabs(context: BrowserContext, at: Server) -> dict[str, Screen]:
    """Every page in a tab of its own."""
    found = {}
    for key in SCREENS:
        found[key] = Screen(context, at)
        found[key].open(f"{path(key)}?lang=en{OPENED_AT.get(key, '')}")
    return found


def expect_connected(visitor: Screen) -> None:
    """The page has its connection again."""
    expect(visitor.page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-connection-state", "CONNECTED", timeout=_PATIENCE
    )


def click(visitor: Screen) -> str:
    """Click what this page offers: a filter, else a switch, else the other language.

    Gives the key of the address that it must change.
    """
    pills = visitor.page.locator("button[data-variant=pills]")
    switches = visitor.page.locator(".st-key-view button[aria-checked=false]")
    languages = visitor.page.locator(".st-key-lang button[aria-checked=false]")
    for key, found in (("", pills), ("view", switches), ("lang", languages)):
        if found.count():
            key = key or _key(found.first)
            found.first.click(timeout=_PATIENCE)
            return key
    raise AssertionError("nothing to click")


def counts(visitor: Screen, before: dict[str, list[str]], key: str) -> bool:
    """Whether the address comes to say another thing under this key, and all else as before."""
    with suppress(Error):
        visitor.page.wait_for_url(
            lambda _: visitor.query.get(key) != before.get(key), timeout=_PATIENCE
        )
    others = [{k: v for k, v in one.items() if k != key} for one in (before, visitor.query)]
    return visitor.query.get(key) != before.get(key) and others[0] == others[1]


def download(visitor: Screen) -> bytes | None:
    """The file of the page's first button for one; None where it has none."""
    button = visitor.page.locator("[class*='st-key-_download_'] button")
    if not button.count():
        return None
    with visitor.page.expect_download(timeout=_PATIENCE) as started:
        button.first.click()
    return started.value.path().read_bytes()


def _key(button: Locator) -> str:
    return button.evaluate(
        "e => e.closest('[class*=st-key-]').className.match(/st-key-([a-z]+)/)[1]"
    )


def _tried(what: str, visitors: dict[str, Screen]) -> bool:
    """Click and download on every page; print what came of it."""
    for one in visitors.values():
        expect_connected(one)
    clicked, files, without, lost = 0, 0, [], []
    for name, one in visitors.items():
        one.page.bring_to_front()
        before = one.query
        if counts(one, before, click(one)):
            clicked += 1
        else:
            lost.append(f"{name}: click")
        try:
            file = download(one)
        except Error:
            lost.append(f"{name}: download")
            continue
        files += bool(file)
        if file is None:
            without.append(name)
    print(f"{what}: {clicked} of {len(visitors)} clicks count, {files} downloads arrive")
    print(f"  without a download: {', '.join(without)}; lost: {', '.join(lost) or 'nothing'}")
    return not lost


@contextmanager
def _browser() -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield a_context(browser)
        browser.close()


def _main(seconds: float) -> bool:
    with tempfile.TemporaryDirectory() as name, _browser() as context:
        folder = Path(name)
        log = folder / "server.log"
        hosted = {"XI_SQL": "on", "XI_CORPUS": str(small_corpus.write(folder / "corpus"))}
        with served(log, **hosted) as server:
            port = int(server.url.rpartition(":")[2])
            line = Line(port)
            visitors = tabs(context, replace(server, url=f"http://localhost:{line.port}"))
            line.cut()
            time.sleep(seconds)
            line.mend()
            sound = _tried(f"cut for {seconds:.0f} s", visitors)
        with served(log, port=port, **hosted):
            return _tried("server restarted", visitors) and sound


if __name__ == "__main__":
    sys.exit(not _main(float(sys.argv[1]) if len(sys.argv) > 1 else CUT))
