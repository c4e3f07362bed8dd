"""How a page is read: headings, languages, focus, theme, print, frame."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import expect_ground, path
from tests.ui.visiting import PAGES
from xi_data.locale import LANGUAGES

HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => Number(e.tagName[1]))"
CUT_OFF = """[...document.querySelectorAll('svg.marks')].flatMap(svg => {
  const edge = svg.getBoundingClientRect()
  return [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect()
    const seen = getComputedStyle(text).opacity !== '0'
    return seen && box.width && (box.right > edge.right + 1 || box.left < edge.left - 1)
  }).map(text => text.textContent)
})"""
CONTROLS = "button:not(thead *), input, select, textarea, [role=radiogroup], [role=toolbar]"


@pytest.mark.parametrize("key", PAGES)
def test_headings_are_one_title_and_its_parts(tab, key):
    query = "&id=closure-food-lodging" if key == "figure" else ""
    visitor = tab.open(f"{path(key)}?lang=en{query}")
    first, *others = visitor.page.evaluate(HEADINGS)
    assert first == 1
    assert set(others) <= {2}
    assert others


def test_charts_follow_the_theme_at_once(screen):
    visitor = screen(color_scheme="light").open("closures?lang=en")
    expect_ground(visitor, "light")
    visitor.page.emulate_media(color_scheme="dark")
    expect_ground(visitor, "dark")
    visitor.page.get_by_role("button", name="Main menu").click()
    visitor.page.get_by_test_id("stMainMenuItem-theme-Light").click()
    expect_ground(visitor, "light")


def test_a_chart_has_no_toolbar(tab):
    visitor = tab.open("closures?lang=en&view=chart")
    expect(visitor.charts).to_have_count(1)
    for bar in visitor.page.get_by_test_id("stElementToolbar").all():
        expect(bar).to_be_hidden()


def test_the_words_of_the_article_are_in_its_language(tab):
    visitor = tab.open("closures?lang=en&figure=closure-karaoke")
    expect(visitor.card.locator("p[lang=zh]")).to_contain_text("KTV")


def test_a_panel_is_entered_and_left_by_keyboard(tab):
    visitor = tab.open("closures?lang=en")
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


@pytest.mark.parametrize("key", ["organisation", "medical", "closures", "supplies"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_words_of_a_chart_are_cut_off_on_the_smallest_phone(screen, key, lang):
    visitor = screen(width=320).open(f"{key}?lang={lang}")
    expect(visitor.charts.first).to_be_visible()
    assert visitor.page.evaluate(CUT_OFF) == []


def test_the_result_of_a_filter_is_announced(tab):
    visitor = tab.open("closures?lang=en")
    status = visitor.page.get_by_role("status").filter(has_text="selection")
    expect(status).to_have_text("12 of 12 figures are in this selection")
    visitor.choose("Leisure")
    expect(status).to_have_text("4 of 12 figures are in this selection")


@pytest.mark.parametrize("key", ["closures", "supplies", "figures"])
def test_a_printed_page_has_no_controls_and_is_whole(tab, key):
    visitor = tab.open(f"{key}?lang=en")
    visitor.page.emulate_media(media="print")
    expect(visitor.title).to_be_visible()
    expect(visitor.charts.first).to_be_visible()
    for control in visitor.page.locator(CONTROLS).all():
        expect(control).to_be_hidden()
    cut = "[...document.querySelectorAll('[data-testid=stMain], [data-testid=stApp]')]"
    assert visitor.page.evaluate(f"{cut}.every(e => e.scrollHeight <= e.clientHeight + 1)")


def test_a_frame_shows_chart_and_source_and_no_filters(screen):
    visitor = screen(viewport={"width": 600, "height": 500})
    visitor.open("closures?lang=en&embed=true")
    expect(visitor.charts).to_have_count(1)
    expect(visitor.charts.first).to_be_in_viewport(ratio=0.25)
    expect(visitor.footer).to_be_in_viewport()
    expect(visitor.page.locator(CONTROLS).locator("visible=true")).to_have_count(0)
