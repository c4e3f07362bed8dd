"""Each page in each language: drawn, headed, within a phone, and without a fault of axe-core's.

Opening it, neither server nor browser asks anything beyond this machine.
"""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.axe import OF_STREAMLIT, broken
from tests.browser.screen import Screen, asked_of_others, expect_ground, path
from tests.ui.visiting import PAGES
from xi_data.locale import LANGUAGES
from xi_data.views import SCREENS

WITH_FIGURES = [key for key in PAGES if key not in ("about", "figure", "compare")]
PROBES = ("_stcore/health", "_stcore/host-config")
HTML_LANG = {"en": "en", "zh": "zh-CN"}

OVERFLOW = """() => {
  const main = document.querySelector('[data-testid=stMain]')
  const wide = [...main.querySelectorAll('*')].filter(
    (e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('canvas, svg'))
  const over = Math.max(document.documentElement.scrollWidth - innerWidth,
                        main.scrollWidth - main.clientWidth)
  return over > 0 ? wide.map((e) => e.className + ' ' + e.textContent.slice(0, 60)) : []
}"""
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => Number(e.tagName[1]))"
CUT_OFF = """[...document.querySelectorAll('svg.marks')].flatMap(svg => {
  const edge = svg.getBoundingClientRect()
  return [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect()
    const seen = getComputedStyle(text).opacity !== '0'
    return seen && box.width && (box.right > edge.right + 1 || box.left < edge.left - 1)
  }).map(text => text.textContent)
})"""

STATES = {
    "en": [(1280, "light"), (390, "light"), (390, "dark")],
    "zh": [(390, "light")],
}
"""Widths and themes: the dark one changes colours alone, which are the same at every width; the
language changes words alone, which have the same place and colour at every width and theme."""
EMPTY = ("read", "corpus")
"""Pages without parts where nothing is brought, and where the server has no corpus."""
LISTED = set(OF_STREAMLIT)
NARROW = 768
"""Pixels below which Streamlit keeps the navigation in a drawer."""


class Opened(Screen):
    """A page in a language, opened once for all that is asked of it."""

    key: str
    lang: str
    asked: list[str]
    drawn_once = False

    def widen(self, width: int) -> None:
        """Make the window this wide, and wait for Streamlit to move its navigation."""
        self.page.set_viewport_size({"width": width, "height": 900})
        if self.drawn_once:
            drawers = 1 if width < NARROW else 0
            expect(self.page.get_by_test_id("stSidebarNavItems")).to_have_count(drawers)


@pytest.fixture(
    scope="module", params=[(key, lang) for key in SCREENS for lang in LANGUAGES], ids="-".join
)
def page(request, known_browser, server) -> Iterator[Opened]:
    opened = Opened(known_browser, server)
    opened.key, opened.lang = request.param
    opened.asked = asked_of_others(opened)
    opened.widen(390)
    others = {"about": "", "read": "", "figure": "&id=closure-food-lodging"}
    others["sql"] = f"&sql={quote('SELECT unit, count(*) AS n FROM figures GROUP BY ALL LIMIT 5')}"
    query = others.get(opened.key, "&view=both")
    opened.open(f"{path(opened.key)}?lang={opened.lang}{query}")
    opened.drawn_once = True
    yield opened
    opened.page.close()


def unexplained(page: Opened) -> list[str]:
    """Console errors but two: on a deep link Streamlit looks for itself below the page first.

    Its front end asks for these two addresses, is told 404, and goes on to the root.
    """
    missing = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    probes = {f"{missing} {page.server.url}/{page.key}/{probe}" for probe in PROBES}
    return [error for error in page.errors if error not in probes]


def test_it_is_drawn_on_a_phone_and_on_a_desk(page):
    expect(page.title).to_have_count(1)
    expect(page.title).not_to_be_empty()
    expect(page.page.locator("html")).to_have_attribute("lang", HTML_LANG[page.lang])
    for width in (320, 390, 1280):
        page.widen(width)
        if page.key not in ("figure", *EMPTY, "compare"):  # which asks for another bulletin
            expect(page.tables.first).to_be_attached()
        if page.key in WITH_FIGURES and page.key != "checks":
            expect(page.chart).to_be_visible()
            expect(page.card).to_be_visible()
        assert page.page.evaluate(OVERFLOW) == []
    assert unexplained(page) == []


def test_nothing_is_asked_of_the_network(page, offline):
    assert page.asked == []
    assert offline.attempts == []


def test_headings_are_one_title_and_its_parts(page):
    first, *others = page.page.evaluate(HEADINGS)
    assert first == 1
    assert set(others) <= {2}
    assert others or page.key in EMPTY


def test_nothing_of_ours_breaks_a_rule_of_axe(page):
    for width, scheme in STATES[page.lang]:
        page.widen(width)
        page.page.emulate_media(color_scheme=scheme)
        expect_ground(page, scheme)
        page.page.wait_for_load_state("networkidle")
        found = broken(page, scheme)
        assert found - LISTED == set(), (width, scheme)
        listed = LISTED if (width, scheme) == (390, "light") else set()
        assert found & LISTED == listed, "what is listed still occurs"


def test_no_words_of_a_chart_are_cut_off_on_the_smallest_phone(page):
    page.widen(320)
    if page.key in WITH_FIGURES and page.key != "checks":
        expect(page.chart).to_be_visible()
    page.drawn()
    assert page.page.evaluate(CUT_OFF) == []
