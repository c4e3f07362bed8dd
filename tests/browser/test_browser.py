"""The app in a real browser: what only a browser can show."""

import io
from functools import partial
from urllib.parse import urlsplit

import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.three_bulletins import SHIPPED
from tests.ui.visiting import FIRST
from xi_data.locale import LANGUAGES
from xi_data.views import rows as rows_of


def press_until(page: Page, key: str, focused: Locator) -> None:
    """Press a key until this has the focus."""
    for _ in range(30):
        page.keyboard.press(key)
        if focused.count():
            return
    pytest.fail(f"{key} does not lead to {focused}")


def test_a_filter_changes_address_title_chart_and_table_together(screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "en", group=("leisure",))
    visitor = screen().open("closures?lang=en&view=both")
    before = visitor.title.inner_text()
    visitor.choose(rows["group_label"].iloc[0])
    visitor.expect_query(lang="en", view="both", group="leisure")
    visitor.expect_rows(len(rows))
    expect(visitor.title).not_to_have_text(before)
    expect(visitor.title).to_contain_text(f"{rows['value'].sum():.0f}")
    for label in rows["category_label"]:
        expect(visitor.mark(label)).to_be_attached()
    expect(visitor.mark("Library")).not_to_be_attached()
    expect(visitor.chips.first).to_contain_text(rows["group_label"].iloc[0])


KEEP = """() => document.querySelectorAll('[data-testid=stElementContainer]')
  .forEach(e => { e.kept = true })"""
NEW = """() => [...document.querySelectorAll('[data-testid=stElementContainer]')]
  .filter(e => !e.kept && !e.closest('[class*=st-key-_chip_], .st-key-_relations'))
  .map(e => e.innerText)"""


@pytest.mark.parametrize("address", ["closures", "screening", "timeline", "money?view=both"])
def test_the_first_filter_makes_nothing_anew_but_its_chip(screen, address):
    """To make the rest anew takes the browser half as long again."""
    visitor = screen().open(address)
    expect(visitor.card).to_be_visible()
    visitor.page.evaluate(KEEP)
    visitor.page.locator("button[data-variant=pills]").first.click()
    expect(visitor.chips).to_have_count(2)
    visitor.drawn()
    assert visitor.page.evaluate(NEW) == []


def test_a_click_on_a_bar_shows_its_evidence_and_narrows_nothing(screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "en")
    least = rows.loc[rows["value"].idxmin()]
    visitor = screen().open("closures?lang=en&view=both")
    visitor.expect_rows(len(rows))
    title = visitor.title.inner_text()
    visitor.click_mark(least["category_label"])
    visitor.expect_query(lang="en", view="both", figure=least["figure_id"])
    expect(visitor.card).to_contain_text(least["label"])
    expect(visitor.row(least["figure_id"])).to_have_attribute("aria-selected", "true")
    visitor.expect_rows(len(rows))
    assert visitor.title.inner_text() == title
    visitor.chips.filter(has_text="Clear selection").click()
    visitor.expect_query(lang="en", view="both")
    expect(visitor.tables.first.locator("[aria-selected=true]")).to_have_count(0)


def test_back_undoes_a_filter_and_forward_does_it_again(screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "en")
    some = rows[rows["category_group"] == "leisure"]
    visitor = screen().open("closures?lang=en&view=both")
    visitor.choose(some["group_label"].iloc[0])
    visitor.expect_rows(len(some))
    visitor.page.go_back()
    visitor.expect_query(lang="en", view="both")
    visitor.expect_rows(len(rows))
    visitor.page.go_forward()
    visitor.expect_query(lang="en", view="both", group="leisure")
    visitor.expect_rows(len(some))


def test_a_copied_link_shows_another_visitor_the_same_view(screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "en", group=("leisure",), least=10)
    picked = rows.iloc[-1]
    visitor = screen().open("closures?lang=en&view=both&least=10")
    visitor.choose(picked["group_label"])
    visitor.expect_rows(len(rows))
    visitor.click_mark(picked["category_label"])
    expect(visitor.row(picked["figure_id"])).to_have_attribute("aria-selected", "true")
    visitor.page.locator(".st-key-_share").get_by_role("button").click()
    text = visitor.page.locator(".text").first
    expect(text).to_contain_text("://")
    link = text.inner_text().strip()

    other = screen(locale="zh-CN").open(link)
    other.expect_rows(len(rows))
    expect(other.row(picked["figure_id"])).to_have_attribute("aria-selected", "true")
    assert other.query == visitor.query
    other.expect_told(visitor.title.inner_text(), visitor.chips.all_inner_texts())
    expect(other.card).to_have_text(visitor.card.inner_text(), use_inner_text=True)
    expect(other.page.locator("html")).to_have_attribute("lang", "en")


def test_the_language_switch_keeps_the_view_also_at_the_next_click(screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "zh")
    leisure, medical = (rows[rows["category_group"] == g] for g in ("leisure", "medical_care"))
    visitor = screen().open("closures?lang=en&view=both&group=leisure")
    visitor.expect_rows(len(leisure))
    visitor.choose(LANGUAGES["zh"])
    visitor.expect_query(lang="zh", view="both", group="leisure")
    expect(visitor.page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(visitor.mark(leisure["category_label"].iloc[0])).to_be_attached()
    visitor.expect_rows(len(leisure))
    visitor.choose(medical["group_label"].iloc[0])
    visitor.expect_rows(len(leisure) + len(medical))
    visitor.expect_query(lang="zh", view="both", group=["leisure", "medical_care"])


def test_the_first_visit_speaks_the_language_of_the_browser(screen):
    visitor = screen(locale="zh-CN").open("")
    visitor.expect_query(lang="zh")
    expect(visitor.page.locator("html")).to_have_attribute("lang", "zh-CN")


@pytest.mark.parametrize(
    ("label", "read"),
    [("CSV", pd.read_csv), ("Excel", partial(pd.read_excel, sheet_name="figures"))],
    ids=["csv", "xlsx"],
)
def test_a_download_arrives_with_the_rows_in_view(screen, connection, label, read):
    rows = rows_of.closures(connection, SHIPPED, "en", group=("leisure",))
    visitor = screen().open("closures?lang=en&group=leisure")
    button = visitor.page.get_by_test_id("stDownloadButton").filter(has_text=label)
    with visitor.page.expect_download() as arriving:
        button.get_by_role("button").click()
    file = arriving.value
    assert file.suggested_filename.startswith("xi-county-closures-")
    with open(file.path(), "rb") as content:
        frame = read(io.BytesIO(content.read()))
    assert set(frame["figure_id"]) == set(rows["figure_id"])
    assert frame["value"].sum() == rows["value"].sum()


def test_a_filter_is_set_by_keyboard_alone(screen, connection):
    every = rows_of.closures(connection, SHIPPED, "en")
    groups = every.drop_duplicates("category_group")["group_label"]
    rows = rows_of.closures(connection, SHIPPED, "en", group=("leisure",))
    visitor = screen().open("closures?lang=en&view=both")
    pills = visitor.page.get_by_role("toolbar").locator("button")
    visitor.expect_rows(len(every))
    focused = pills.and_(visitor.page.locator(":focus"))
    # Pills are one stop of Tab, inside of which arrows walk.
    press_until(visitor.page, "Tab", focused.filter(has_text=groups.iloc[0]))
    press_until(visitor.page, "ArrowRight", focused.filter(has_text=rows["group_label"].iloc[0]))
    visitor.page.keyboard.press("Enter")
    visitor.expect_query(lang="en", view="both", group="leisure")
    visitor.expect_rows(len(rows))


def test_quick_steps_of_the_slider_all_count(screen, connection):
    visitor = screen().open("closures?lang=en&view=both")
    visitor.page.locator(".st-key-_popover_least").get_by_role("button").click()
    slider = visitor.page.get_by_role("slider")
    slider.focus()
    for _ in range(4):
        slider.press("ArrowRight")
    visitor.expect_query(lang="en", view="both", least="20")
    visitor.expect_rows(len(rows_of.closures(connection, SHIPPED, "en", least=20)))
    expect(slider).to_have_attribute("aria-valuetext", "20")


def test_a_citation_is_copied_with_one_click_on_a_phone(screen):
    visitor = screen(width=390).open("closures?lang=en&figure=closure-library")
    expect(visitor.chart).to_be_visible()  # it moves what stands below it
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.card.locator(".st-key-_cite_figure").get_by_role("button").first.click()
    copy = visitor.page.get_by_role("button", name="Copy to clipboard")
    expect(copy).to_have_count(2)
    for button, part in zip(copy.all(), ("1 venue", "figure closure-library"), strict=True):
        button.click()
        expect(visitor.page.get_by_role("button", name="Copied")).to_be_visible()
        assert part in visitor.page.evaluate("navigator.clipboard.readText()")


def test_the_menu_of_a_phone_closes_when_a_page_is_chosen(screen, playwright):
    visitor = screen(**playwright.devices["Pixel 7"]).open("?lang=en")
    visitor.page.get_by_test_id("stExpandSidebarButton").tap()
    link = visitor.page.get_by_test_id("stSidebarNavLink").filter(has_text="Closures")
    link.tap()
    visitor.page.wait_for_url("**/closures*")
    expect(link).not_to_be_in_viewport()


def test_the_name_of_the_first_page_leads_to_it_without_a_complaint(screen):
    visitor = screen().open(f"{FIRST}?lang=en&family=money")
    visitor.page.wait_for_url(lambda url: urlsplit(url).path == "/")
    visitor.expect_query(lang="en", family="money")
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)
