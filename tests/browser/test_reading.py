"""How a page is read: headings, languages, focus, theme, print, frame."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import expect_ground
from tests.ui.visiting import PAGES
from xi_data.views import VIEWS

CONTROLS = (
    "button:not(thead *, .st-key-_relations *), input, select, textarea, [role=toolbar], "
    "[role=radiogroup]:not([class*='st-key-_said'] *)"
)
"""But the headings of a table, how a figure stands to others, and sentences that can be picked."""


def test_charts_follow_the_theme_at_once(screen):
    visitor = screen(color_scheme="light").open("closures?lang=en")
    expect_ground(visitor, "light")
    visitor.page.emulate_media(color_scheme="dark")
    expect_ground(visitor, "dark")
    visitor.page.get_by_role("button", name="Main menu").click()
    visitor.page.get_by_test_id("stMainMenuItem-theme-Light").click()
    expect_ground(visitor, "light")


def test_a_chart_has_no_toolbar(screen):
    visitor = screen().open("closures?lang=en&view=chart")
    expect(visitor.charts).to_have_count(1)
    for bar in visitor.page.get_by_test_id("stElementToolbar").all():
        expect(bar).to_be_hidden()


def test_the_words_of_the_article_are_in_its_language(screen):
    visitor = screen().open("closures?lang=en&figure=closure-karaoke")
    expect(visitor.card.locator("p[lang=zh]")).to_contain_text("KTV")


def test_a_panel_is_entered_and_left_by_keyboard(screen):
    visitor = screen().open("closures?lang=en")
    expect(visitor.chart).to_be_visible()
    opener = visitor.card.get_by_role("button", name="Cite")
    opener.focus()
    visitor.page.keyboard.press("Enter")
    inside = visitor.page.get_by_test_id("stPopoverBody").locator("button:focus")
    expect(inside).to_be_visible()
    visitor.page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_the_text_can_be_skipped(screen, article):
    visitor = screen().open("source?lang=en")
    skip = visitor.page.get_by_role("button", name="Skip the text")
    skip.focus()
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.locator(".passage :focus")).to_have_count(0)
    expect(visitor.page.locator(".passage")).not_to_be_focused()
    expect(visitor.page.locator(":focus").last).to_be_visible()


def test_the_result_of_a_filter_is_announced(screen):
    visitor = screen().open("closures?lang=en")
    status = visitor.page.get_by_role("status").filter(has_text="selection")
    expect(status).to_have_text("12 of 12 figures are in this selection")
    visitor.choose("Leisure")
    expect(status).to_have_text("4 of 12 figures are in this selection")


@pytest.mark.parametrize("key", ["closures", "supplies", "figures", "organisation", "checks"])
def test_a_printed_page_has_no_controls_and_is_whole(screen, key):
    visitor = screen().open(f"{key}?lang=en&view=both")
    visitor.page.emulate_media(media="print")
    expect(visitor.title).to_be_visible()
    expect(visitor.tables.first if key == "checks" else visitor.chart).to_be_visible()
    for control in visitor.page.locator(CONTROLS).all():
        expect(control).to_be_hidden()
    cut = "[...document.querySelectorAll('[data-testid=stMain], [data-testid=stApp]')]"
    assert visitor.page.evaluate(f"{cut}.every(e => e.scrollHeight <= e.clientHeight + 1)")


CHARTS = [key for key in PAGES if VIEWS[key].group == "topics"]
LEAST = 200  # pixels of a chart that are in sight, where it has as many


@pytest.mark.parametrize("key", CHARTS)
def test_a_frame_shows_chart_and_source_and_no_filters(screen, key):
    visitor = screen(width=600, height=500)
    visitor.open(f"{key}?lang=en&embed=true")
    chart = visitor.chart
    expect(chart).to_be_visible()
    box = chart.bounding_box()
    assert min(500, box["y"] + box["height"]) - box["y"] >= min(LEAST, box["height"])
    expect(visitor.footer).to_be_in_viewport()
    expect(visitor.page.locator(CONTROLS).locator("visible=true")).to_have_count(0)


def test_chinese_words_of_a_citation_say_so(screen):
    visitor = screen().open("closures?lang=en")
    visitor.card.locator(".st-key-_cite_figure").get_by_role("button").first.click()
    cited = visitor.page.get_by_test_id("stPopoverBody").locator(".text").last
    expect(cited.locator("[lang=zh]").first).to_contain_text("臨汾")
    expect(cited).to_contain_text("Linfen News")
