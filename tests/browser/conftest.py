"""A real server and a real browser; where there is no browser, the summary says so loudly."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from tests.browser.screen import Screen
from tests.serving import Server, served

OFFLINE = Path(__file__).parent / "offline"
NAMES = (
    "chromium-headless-shell",  # without the windows of a desk, a third faster
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
FLAGS = (
    "--no-sandbox",  # containers run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 15_000  # milliseconds: a first page on two busy cores

NewScreen = Callable[..., Screen]

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: what is quick to fail fails first."""
    here = str(Path(__file__).parent)
    items.sort(key=lambda item: str(item.path).startswith(here))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


def launched(playwright: Playwright) -> Browser | None:
    """The browser that is at hand, without a window; None where there is none."""
    own = playwright.chromium.executable_path
    found = next(filter(None, map(shutil.which, NAMES)), own if Path(own).is_file() else None)
    return found and playwright.chromium.launch(executable_path=found, args=FLAGS)


@pytest.fixture(scope="session")
def browser(playwright) -> Iterator[Browser]:
    """Chromium, Chrome or Playwright's own, headless."""
    running = launched(playwright)
    if running is None:
        said = (
            "NO BROWSER TEST WAS RUN: there is neither chromium nor google-chrome on the path, and "
            "Playwright has none of its own (python -m playwright install chromium)"
        )
        pytest.fail(said) if os.environ.get("CI") else pytest.skip(said)
    yield running
    running.close()


@dataclass(frozen=True)
class Offline:
    """Where a server runs that reaches nothing beyond this machine, and what it tried to reach."""

    record: Path
    environment: dict[str, str]

    @property
    def attempts(self) -> list[str]:
        """Audit event and host of each refused connection."""
        return self.record.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session")
def offline(tmp_path_factory) -> Offline:
    folder = tmp_path_factory.mktemp("offline")
    record = folder / "connections.txt"
    record.touch()
    environment = {
        "PYTHONPATH": str(OFFLINE),
        "XI_CONNECTIONS": str(record),
        "XDG_CACHE_HOME": str(folder),
        "XI_SQL": "on",
    }
    return Offline(record, environment)


@pytest.fixture(scope="session")
def server(browser, offline) -> Iterator[Server]:
    """The app as `make run` starts it, with the network cut; only where there is a browser."""
    with served(offline.record.with_name("server.log"), **offline.environment) as running:
        yield running


def a_context(browser: Browser, **options: Any) -> BrowserContext:
    """An empty browser, English unless its options say otherwise."""
    options = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB"} | options
    context = browser.new_context(**options, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    # Else Chromium asks where to save, and no download arrives.
    context.add_init_script("delete window.showSaveFilePicker")
    return context


@pytest.fixture(scope="session")
def known_browser(browser) -> Iterator[BrowserContext]:
    """A browser that has the app's scripts and fonts from pages it has shown before."""
    context = a_context(browser)
    yield context
    context.close()


@pytest.fixture
def screen(browser, known_browser, server) -> Iterator[NewScreen]:
    """screen(width=390, locale="zh-CN"): a new visitor; closed at the end.

    A new tab of the browser that knows the app, in which a page is drawn in half the time.
    fresh: an empty browser. device: options of the browser that make it one of Playwright's
    devices, or speak another language; it is an empty one then.
    """
    with ExitStack() as opened:

        def visitor(
            at: Server = server, width: int = 1280, height: int = 900, fresh=False, **device: Any
        ) -> Screen:
            device.pop("default_browser_type", None)
            size = {"width": width, "height": height}
            if fresh or device:
                context = a_context(browser, **{"viewport": size} | device)
                opened.callback(context.close)
                return Screen(context, at)
            new = Screen(known_browser, at)
            opened.callback(new.page.close)
            new.page.set_viewport_size(size)
            return new

        yield visitor
