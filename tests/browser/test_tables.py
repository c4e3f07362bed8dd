"""Tables by mouse and keyboard, and evidence that comes to where the eye is."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.screen import Screen
from tests.browser.test_browser import press_until
from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.views import rows as rows_of

MASKS = "supply-masks-reserve"
OBSERVED = "screening-outside-observed"


def focused(visitor: Screen, of: Locator) -> Locator:
    return of.and_(visitor.page.locator(":focus"))


def value(visitor: Screen) -> Locator:
    """The number of the evidence card and the words as printed."""
    return visitor.card.get_by_test_id("stMetricValue").first


def way_in(visitor: Screen, page: str) -> Locator:
    """The link of the Overview to a page, below the row of pages."""
    return visitor.page.get_by_test_id("stMain").locator(f"a[href^='{page}?']").first


def test_a_table_is_one_stop_that_arrows_walk(screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "en")
    keys = list(rows["figure_id"])
    visitor = screen().open("closures?lang=en&view=table")
    body = visitor.tables.first.locator("tbody tr")
    expect(body.first).to_be_visible()
    press_until(visitor.page, "Tab", focused(visitor, body))
    at = keys.index(body.and_(visitor.page.locator(":focus")).get_attribute("data-key"))
    assert at == keys.index(rows.loc[rows["value"].idxmax(), "figure_id"]), "the one on show"
    for key, to in (("End", -1), ("Home", 0), ("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1)):
        visitor.page.keyboard.press(key)
        expect(visitor.row(keys[to])).to_be_focused()
    visitor.page.keyboard.press("Enter")
    visitor.expect_query(lang="en", view="table", figure=keys[1])
    expect(visitor.card).to_contain_text(rows["label"].iloc[1])
    expect(visitor.row(keys[1])).to_have_attribute("aria-selected", "true")
    expect(visitor.row(keys[1])).to_have_attribute("aria-current", "true")
    expect(visitor.row(keys[1])).to_be_focused()
    visitor.page.keyboard.press("ArrowDown")  # a selected row leaves the table walkable
    visitor.page.keyboard.press("Space")
    visitor.expect_query(lang="en", view="table", figure=keys[2])
    visitor.page.keyboard.press("Space")
    visitor.expect_query(lang="en", view="table")
    expect(visitor.row(keys[2])).to_have_attribute("aria-selected", "false")
    visitor.page.keyboard.press("Tab")
    expect(focused(visitor, visitor.tables.first.locator("*"))).to_have_count(0)


def test_a_heading_sorts_by_number_up_and_down_and_back(screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "en")
    printed = list(rows["figure_id"])
    visitor = screen().open("closures?lang=en&view=table")
    button = visitor.tables.first.locator("[data-at='heading value']")
    heading = visitor.tables.first.locator("th:has([data-at='heading value'])")
    body = visitor.tables.first.locator("tbody tr")
    expect(body.first).to_be_visible()
    press_until(visitor.page, "Tab", focused(visitor, body))
    visitor.page.keyboard.press("Home")
    visitor.page.keyboard.press("ArrowUp")
    visitor.page.keyboard.press("ArrowRight")
    expect(button).to_be_focused()
    least_first = list(rows.sort_values("value", kind="stable")["figure_id"])
    most_first = list(rows.sort_values("value", kind="stable", ascending=False)["figure_id"])
    for order, keys in (("ascending", least_first), ("descending", most_first), ("none", printed)):
        visitor.page.keyboard.press("Enter")
        expect(heading).to_have_attribute("aria-sort", order)
        assert body.evaluate_all("all => all.map(row => row.dataset.key)") == keys
        expect(button).to_be_focused()


def test_a_row_is_picked_and_let_go_by_mouse(screen, connection):
    key = rows_of.closures(connection, SHIPPED, "en")["figure_id"].iloc[4]
    visitor = screen().open("closures?lang=en&view=table")
    visitor.row(key).click()
    visitor.expect_query(lang="en", view="table", figure=key)
    visitor.drawn()
    visitor.row(key).click()
    visitor.expect_query(lang="en", view="table")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_numbers_follow_the_page_and_chinese_words_say_so(screen, lang):
    visitor = screen(locale="de-DE").open(f"money?lang={lang}&view=table")
    table = visitor.tables.first
    expect(table).to_contain_text("6,100")
    assert "6.100" not in table.inner_text()
    marked = table.locator("span[lang=zh]")
    if lang == "en":
        assert marked.count() >= table.locator("tbody tr").count(), "every cell as printed"
    else:
        assert marked.count() == 0, "the whole page is Chinese"


@pytest.mark.parametrize(
    ("key", "width"),
    [
        *((key, 390) for key in ("closures", "figures", "overview", "supplies", "timeline")),
        *((key, 1280) for key in ("closures", "figures")),  # beside the table on every page
    ],
)
def test_the_evidence_of_a_row_is_in_sight_and_the_way_back_leads_to_the_row(screen, key, width):
    visitor = screen(width=width).open(f"{'' if key == 'overview' else key}?lang=en&view=both")
    row = visitor.tables.first.locator("tbody tr").nth(9)
    name = row.get_attribute("data-key")
    row.click()
    expect(visitor.row(name)).to_have_attribute("aria-selected", "true")
    visitor.drawn()
    expect(value(visitor)).to_be_in_viewport(ratio=1)
    back = visitor.card.get_by_role("button", name="Back to where you were")
    if back.count():
        back.click()
        expect(row).to_be_in_viewport()
        expect(back).to_have_count(0)
    else:
        expect(row).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_evidence_of_a_mark_is_in_sight(screen, connection, width):
    last = rows_of.closures(connection, SHIPPED, "en").iloc[-1]
    visitor = screen(width=width).open("closures?lang=en")
    visitor.click_mark(last["category_label"])
    expect(visitor.card).to_contain_text(last["label"])
    visitor.drawn()
    expect(value(visitor)).to_be_in_viewport(ratio=1)


def test_only_what_the_reader_picks_moves_the_page(screen, connection):
    """Not Back, not a reload, not a step from the card."""
    keys = list(rows_of.closures(connection, SHIPPED, "en")["figure_id"])
    visitor = screen(width=390).open("closures?lang=en&view=table")
    for key in keys[-2:]:
        visitor.row(key).click()
        visitor.expect_query(lang="en", view="table", figure=key)
        visitor.drawn()
    visitor.row(keys[0]).scroll_into_view_if_needed()
    top = "document.querySelector('[data-testid=stMain]').scrollTop"
    before = visitor.page.evaluate(top)
    visitor.page.go_back()
    visitor.expect_query(lang="en", view="table", figure=keys[-2])
    visitor.drawn()
    assert visitor.page.evaluate(top) == before
    step = visitor.card.get_by_role("button", name="Next figure")
    step.click()
    visitor.expect_query(lang="en", view="table", figure=keys[-1])
    visitor.drawn()
    expect(step).to_be_in_viewport()


def test_a_check_that_is_picked_comes_in_sight_on_a_phone(screen):
    visitor = screen(width=390).open("checks?lang=en")
    row = visitor.tables.first.locator("tbody tr").nth(7)
    key = row.get_attribute("data-key")
    row.click()
    visitor.expect_query(lang="en", check=key)
    visitor.drawn()
    card = visitor.page.locator(".st-key-check_card")
    expect(card.get_by_role("heading").first).to_be_in_viewport()
    expect(card.get_by_role("button", name="Back to where you were")).to_be_visible()


def test_a_printed_table_is_whole(screen, connection):
    number = len(store.figures(connection, SHIPPED, "en"))
    visitor = screen().open("figures?lang=en&view=table")
    visitor.expect_rows(number)
    frame = visitor.page.locator(".frame").first
    cut = "e => e.scrollHeight > e.clientHeight + 1"
    assert frame.evaluate(cut), "on the screen it has a scroll area of its own"
    visitor.page.emulate_media(media="print")
    assert not frame.evaluate(cut)


@pytest.mark.parametrize("key", ["figures", "closures", "supplies", "money"])
def test_label_value_words_and_date_need_no_scrolling(screen, key):
    visitor = screen().open(f"{key}?lang=en&view=both")
    row = visitor.tables.first.locator("tbody tr").first
    for width, columns in ((1280, 4), (390, 2)):
        visitor.page.set_viewport_size({"width": width, "height": 900})
        edge = visitor.page.locator(".frame").first.bounding_box()
        assert edge["width"] < width
        cell = row.locator("th, td").nth(columns - 1).bounding_box()
        assert cell["x"] + cell["width"] <= edge["x"] + edge["width"] + 1, width


def test_masks_in_stock_and_their_citation_are_three_clicks_away(screen):
    visitor = screen().open("?lang=en")
    way_in(visitor, "supplies").click()
    visitor.page.wait_for_url("**/supplies?*")
    visitor.drawn()
    visitor.click_mark("Face masks in reserve")
    visitor.expect_query(lang="en", figure=MASKS)
    expect(visitor.card).to_contain_text("15,000")
    visitor.drawn()
    visitor.card.locator(".st-key-_cite_figure").get_by_role("button").first.click()
    said = visitor.page.get_by_text("(accessed ")
    expect(said).to_contain_text("15,000 pieces")
    expect(said).to_contain_text("undated")


def test_leisure_venues_as_a_spreadsheet_are_three_clicks_away(screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "en", group=("leisure",))
    visitor = screen().open("?lang=en")
    way_in(visitor, "closures").click()
    visitor.page.wait_for_url("**/closures?*")
    visitor.choose(rows["group_label"].iloc[0])
    expect(visitor.title).to_contain_text(f"{len(rows)} of ")
    button = visitor.page.get_by_test_id("stDownloadButton").filter(has_text="Excel")
    with visitor.page.expect_download() as arriving:
        button.get_by_role("button").click()
    assert arriving.value.suggested_filename.endswith(".xlsx")


def test_the_sentence_behind_the_84_people_is_three_clicks_away(screen, article, connection):
    figures = store.figures(connection, SHIPPED, "en").set_index("figure_id")
    visitor = screen().open("?lang=en")
    way_in(visitor, "screening").click()
    visitor.page.wait_for_url("**/screening?*")
    visitor.drawn()
    visitor.click_mark("Outside Shanxi: 84")
    visitor.expect_query(lang="en", figure=OBSERVED)
    expect(visitor.card).to_contain_text(figures.loc[OBSERVED, "label"])
    visitor.drawn()
    visitor.page.get_by_role("link", name="See in the article").click()
    mark = visitor.page.locator(".passage a[aria-current]")
    expect(mark).to_have_text(figures.loc[OBSERVED, "mention"])
    expect(mark).to_be_in_viewport()


def test_a_headline_number_and_a_sum_are_cited_in_two_clicks(screen):
    visitor = screen().open("closures?lang=en")
    for widget in ("_cite_headline", "_cite_sums"):
        visitor.page.locator(f".st-key-{widget}").get_by_role("button").first.click()
        said = visitor.page.locator(".text").filter(has_text="sum of 12 figures").first
        expect(said).to_contain_text("Σ 351")
        expect(said).to_contain_text("undated")
        visitor.page.keyboard.press("Escape")
        expect(said).to_have_count(0)
