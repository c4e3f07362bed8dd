"""From a number to its words and back, and texts that visitors bring, in a real browser."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.screen import Screen
from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.locale import translator
from xi_data.matching.copies import MOST_CHARACTERS
from xi_data.reading.text import GLOSS, simplified
from xi_data.views import rows as rows_of

HOSTILE = (
    "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'> **bold** $x^2$ "
    "[here](javascript:alert(1)) \u202eabc\u2066def\u2069 共8人，又有7777人。\n"
)


PASTE = """(box, text) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, text)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}"""
"""All at once: the browser types what Playwright fills in, which takes long for a long text."""


@pytest.fixture
def lang(request) -> str:
    """The language of the page: each way is walked in one, for it changes the words alone."""
    return request.param


@pytest.fixture
def least(connection, lang):
    """The smallest closure figure, which is not the one that the page shows first."""
    rows = rows_of.closures(connection, SHIPPED, lang)
    return rows.loc[rows["value"].idxmin()]


@pytest.fixture
def words(lang) -> dict[str, str]:
    """Names of the links, in the language of the test."""
    t = translator(lang)
    return {
        "words": t("See in the article"),
        "page": t("Full page"),
        "back": t("Back to {page}", page=t("Closures")),
        "paste": t("Paste the text"),
        "send": t("Show it with its figures"),
    }


def link(visitor: Screen, name: str) -> Locator:
    return visitor.page.get_by_role("link", name=name)


def mark(visitor: Screen) -> Locator:
    """The highlighted words of the figure looked at."""
    return visitor.page.locator(".passage a[aria-current]")


def press_to(visitor: Screen, key: str, target: Locator) -> None:
    """Press a key until the target has the focus, then Enter."""
    focused = target.and_(visitor.page.locator(":focus"))
    for _ in range(80):
        visitor.page.keyboard.press(key)
        if focused.count():
            visitor.page.keyboard.press("Enter")
            return
    pytest.fail(f"{key} does not lead to {target}")


def expect_words(visitor: Screen, figure) -> None:
    """The figure's words stand in the article, marked and in sight."""
    expect(mark(visitor)).to_have_text(figure["mention"])
    expect(mark(visitor)).to_be_in_viewport()
    visitor.drawn()


def paste(visitor: Screen, text: str, names: dict[str, str]) -> None:
    """Paste a text into the box and send it."""
    visitor.page.get_by_role("button", name=names["paste"]).click()
    box = visitor.page.get_by_test_id("stTextArea").locator("textarea")
    box.evaluate(PASTE, text)
    visitor.page.get_by_role("button", name=names["send"]).click()


@pytest.mark.parametrize("lang", ["en"], indirect=True)
def test_from_a_number_to_its_words_and_back_in_two_clicks(screen, article, words, lang, least):
    visitor = screen().open(f"closures?lang={lang}&figure={least['figure_id']}")
    link(visitor, words["words"]).click()
    expect_words(visitor, least)
    visitor.expect_query(lang=lang, figure=least["figure_id"])
    link(visitor, words["back"]).click()
    visitor.page.wait_for_url("**/closures?*")
    expect(visitor.card).to_contain_text(least["label"])
    visitor.expect_query(lang=lang, figure=least["figure_id"])


@pytest.mark.parametrize("lang", ["zh"], indirect=True)
def test_from_a_bar_to_its_words_in_two_clicks(screen, article, words, lang, least):
    visitor = screen().open(f"closures?lang={lang}")
    visitor.click_mark(least["category_label"])
    expect(visitor.card).to_contain_text(least["label"])
    link(visitor, words["words"]).click()
    expect_words(visitor, least)


@pytest.mark.parametrize("lang", ["zh"], indirect=True)
def test_there_and_back_by_keyboard_alone(screen, article, words, lang, least):
    visitor = screen().open(f"closures?lang={lang}&group=leisure&figure={least['figure_id']}")
    press_to(visitor, "Tab", link(visitor, words["words"]))
    expect_words(visitor, least)
    # The focus is on the words: a step back from there is the way back.
    press_to(visitor, "Shift+Tab", link(visitor, words["back"]))
    visitor.page.wait_for_url("**/closures?*")
    expect(visitor.card).to_contain_text(least["label"])
    visitor.expect_query(lang=lang, group="leisure", figure=least["figure_id"])


@pytest.mark.parametrize("lang", ["en"], indirect=True)
def test_words_lead_to_the_figures_page_and_that_to_the_words(screen, article, words, lang, least):
    visitor = screen().open(f"source?lang={lang}&figure={least['figure_id']}")
    expect_words(visitor, least)
    mark(visitor).click()
    visitor.page.wait_for_url("**/figure?*")
    visitor.expect_query(lang=lang, id=least["figure_id"])
    expect(visitor.title).to_contain_text(least["label"])
    expect(visitor.title).to_be_in_viewport()
    link(visitor, words["words"]).click()
    expect_words(visitor, least)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/figure?*")


@pytest.mark.parametrize("lang", ["zh"], indirect=True)
def test_on_a_phone_the_words_are_in_sight(screen, article, words, lang, least):
    visitor = screen(width=390).open(f"closures?lang={lang}&figure={least['figure_id']}")
    link(visitor, words["words"]).click()
    expect_words(visitor, least)


@pytest.mark.parametrize("lang", ["en"], indirect=True)
def test_a_hostile_text_is_shown_as_text(screen, article, words, lang):
    visitor = screen().open(f"source?lang={lang}")
    text = (article + HOSTILE * 2000)[:MOST_CHARACTERS].replace("\r", "")
    paste(visitor, text, words)
    passage = visitor.page.locator(".passage")
    hostile = passage.locator("p").filter(has_text="<script>window.hit = 1</script>")
    expect(hostile.first).to_be_attached()
    visitor.drawn()
    shown = passage.evaluate("e => e.textContent")
    assert len(shown) == len(text.replace("\n", ""))
    assert not set("\u202e\u2066\u2069") & set(shown)
    assert passage.locator("img, script, b, strong, .katex").count() == 0
    assert visitor.page.evaluate("window.hit") is None
    visitor.expect_query(lang=lang)


@pytest.mark.parametrize("lang", ["en"], indirect=True)
def test_a_clean_simplified_copy_shows_every_figure(screen, article, words, lang, connection):
    figures = store.figures(connection, SHIPPED, lang)
    clean = simplified(GLOSS.sub("", article)).replace(",", "，").replace("\r", "")
    visitor = screen().open(f"source?lang={lang}&figure={figures['figure_id'].iloc[-1]}")
    paste(visitor, clean, words)
    expect(visitor.page.locator(".passage p").nth(clean.count("\n"))).to_be_attached()
    marks = visitor.page.locator(".passage a")
    expect(marks.first).to_have_text(simplified(figures["mention"].iloc[0]))
    found = marks.evaluate_all("all => all.map(a => a.dataset.figure)")
    assert list(dict.fromkeys(found)) == list(figures["figure_id"])
    expect(mark(visitor)).to_be_in_viewport()
