"""What a visitor does and sees in the browser, in the words of the app."""

import re
from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, TimeoutError, expect

from tests.serving import Server
from tests.ui.visiting import FIRST
from xi_data.charts.theme import THEMES

_LAST = re.compile("CC BY 4.0|Σ = our calculation|Σ 表示由编者算出")
"""In the last line of a page, of a frame, and of a page about what was brought."""

MARKS = "svg.marks, canvas.marks"


def path(key: str) -> str:
    """The address of a page: the first one lives at the root."""
    return "" if key == FIRST else key


class Screen:
    """One tab of one visitor, with the console errors that it printed."""

    def __init__(self, context: BrowserContext, server: Server):
        self.server = server
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, address: str) -> "Screen":
        """Go to an address below the server's, or to a whole one, and wait until it is drawn."""
        whole = address if "://" in address else f"{self.server.url}/{address}"
        self.page.goto(whole)
        return self.drawn()

    def drawn(self) -> "Screen":
        """Wait for the last line of a page, for the run to end, for each element's own script."""
        expect(self.footer).to_be_visible(timeout=20_000)
        expect(self.page.get_by_test_id("stApp")).to_have_attribute(
            "data-test-script-state", "notRunning", timeout=20_000
        )
        # What stands where a kind of element is drawn for the first time, until its script came.
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=20_000)
        return self

    @property
    def query(self) -> dict[str, list[str]]:
        """The query of the address."""
        return _query(self.page.url)

    @property
    def title(self) -> Locator:
        """The page's finding."""
        return self.page.get_by_role("heading", level=1)

    @property
    def footer(self) -> Locator:
        """Source, licence and version."""
        return self.page.get_by_test_id("stMarkdownContainer").filter(has_text=_LAST).last

    @property
    def charts(self) -> Locator:
        """Every drawn chart."""
        return self.page.get_by_test_id("stVegaLiteChart").locator(MARKS)

    @property
    def chart(self) -> Locator:
        """The first chart of the page, which is not always the first that is drawn.

        By its place, which is there before the script that draws: that may come to another first.
        """
        return self.page.locator("[class*='st-key-_chart_']").first.locator(MARKS)

    @property
    def tables(self) -> Locator:
        """Every drawn table of rows."""
        return self.page.get_by_role("grid")

    def row(self, key: str) -> Locator:
        """The row of a figure or check in the first table."""
        return self.tables.first.locator(f'tr[data-key="{key}"]')

    @property
    def card(self) -> Locator:
        """The evidence card."""
        return self.page.locator(".st-key-evidence")

    @property
    def chips(self) -> Locator:
        """Filters in force, and the selected figure."""
        return self.page.locator("[class*='st-key-_chip_'] button")

    def mark(self, label: str) -> Locator:
        """The mark of the first chart whose words begin with this label, its click area on top."""
        marks = self.page.get_by_test_id("stVegaLiteChart").first.locator("[role=graphics-symbol]")
        return marks.and_(self.page.locator(f'[aria-label^="{label}"]')).last

    def click_mark(self, label: str) -> None:
        """Click in the middle of a mark's area."""
        mark = self.mark(label)
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def choose(self, name: str) -> None:
        """Click a pill or a segment."""
        self.page.locator("button[data-variant]").filter(has_text=_whole(name)).click()

    def expect_rows(self, number: int) -> None:
        """The first table comes to hold this many rows, its header not counted."""
        expect(self.tables.first.locator("tbody tr")).to_have_count(number)

    def expect_told(self, title: str, chips: list[str]) -> None:
        """The page comes to tell this finding under these filters."""
        expect(self.title).to_have_text(title, use_inner_text=True)
        expect(self.chips).to_have_text(chips, use_inner_text=True)

    def expect_query(self, **wanted: str | list[str]) -> None:
        """The address comes to hold exactly these keys."""
        whole = {key: [v] if isinstance(v, str) else v for key, v in wanted.items()}
        with suppress(TimeoutError):
            self.page.wait_for_url(lambda url: _query(url) == whole)
        assert self.query == whole

    def _note(self, message) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} {message.location['url']}")


def asked_of_others(visitor: Screen) -> list[str]:
    """Addresses beyond this machine, and sockets but the server's own, that its tab asks from now
    on."""
    asked: list[str] = []
    own = f"ws://{visitor.server.host}/_stcore/stream"

    def note_request(request) -> None:
        if urlsplit(request.url).hostname not in (None, "localhost", "127.0.0.1"):
            asked.append(request.url)

    def note_socket(socket) -> None:
        if socket.url != own:
            asked.append(socket.url)

    visitor.page.on("request", note_request)
    visitor.page.on("websocket", note_socket)
    return asked


def expect_ground(visitor: Screen, scheme: str) -> None:
    """The page and all of its charts come to stand on the ground of this theme."""
    ground = (
        f"rgb({', '.join(str(int(THEMES[scheme].ground[at : at + 2], 16)) for at in (1, 3, 5))})"
    )
    for one in (visitor.page.get_by_test_id("stApp"), *visitor.charts.all()):
        expect(one).to_have_css("background-color", ground)
    visitor.drawn()


def _query(url: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(url).query)


def _whole(name: str) -> re.Pattern[str]:
    """The name, and beside it at most a symbol and a number."""
    return re.compile(rf"(^|\W|_){re.escape(name)}\s*\d*$")
