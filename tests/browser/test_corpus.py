"""A corpus in the browser: narrowed, searched in Traditional, read, gone back from, taken along."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import broken
from tests.serving import served

SCRIPT = "xi_data/ui/shell/serve.py"  # which answers the addresses of files too


@pytest.fixture(scope="module")
def with_corpus(browser, offline, small_corpus, tmp_path_factory):
    """A server that has the small corpus and offers files."""
    log = tmp_path_factory.mktemp("with_corpus") / "server.log"
    with served(log, SCRIPT, XI_CORPUS=str(small_corpus), **offline.environment) as running:
        yield running


def test_a_corpus_is_narrowed_searched_read_and_taken_along(screen, with_corpus):
    visitor = screen(at=with_corpus).open("corpus?part=figures&lang=en")
    page = visitor.page
    page.get_by_test_id("stPopover").get_by_role("button", name="Topic").click()
    visitor.choose("Supplies")
    visitor.expect_query(part="figures", topic="supply", lang="en")
    page.keyboard.press("Escape")
    search = page.get_by_role("textbox", name="Search")
    search.fill("口罩 儲備")
    search.press("Enter")
    narrowed = dict(part="figures", topic="supply", search="口罩 儲備", lang="en")
    visitor.expect_query(**narrowed)
    visitor.drawn()
    number = int(visitor.title.inner_text().split()[0])
    visitor.expect_rows(number)
    row = visitor.tables.locator("tbody tr").nth(1)
    key, mention = row.get_attribute("data-key"), row.locator("td").nth(1).inner_text()
    row.click()
    visitor.expect_query(**narrowed, figure=key)
    expect(visitor.card.locator("mark")).to_have_text(mention)
    expect(row).to_have_attribute("aria-selected", "true")
    assert broken(visitor, "light") == set()
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").click()
    lines = taken.value.path().read_text("utf-8-sig").splitlines()
    assert len(lines) == number + 1
    page.go_back()
    visitor.expect_query(**narrowed)
    page.go_back()
    visitor.expect_query(part="figures", topic="supply", lang="en")
    expect(search).to_have_value("")


def test_a_row_of_a_comparison_leads_to_its_figures_and_to_no_other(screen, with_corpus):
    visitor = screen(at=with_corpus).open("corpus?part=figures&search=约40人&lang=en")
    visitor.tables.locator("tbody tr").click()
    visitor.drawn()
    visitor.choose("Compare")
    visitor.expect_query(part="compare", lang="en")
    row = visitor.tables.locator("tbody tr").first
    place = row.get_attribute("data-key")
    row.click()
    expect(visitor.chips.filter(has_text=f"Place: {place}")).to_be_visible()
    visitor.drawn()
    assert not {"search", "figure"} & visitor.query.keys()
    first = visitor.tables.locator("tbody tr").first.locator("td").nth(1)
    expect(visitor.card.locator("mark")).to_have_text(first.inner_text())


def test_a_row_of_a_document_leads_to_its_figures_and_to_no_other(screen, with_corpus):
    visitor = screen(at=with_corpus).open("corpus?part=figures&topic=supply&lang=en")
    visitor.drawn()
    visitor.choose("Documents")
    visitor.expect_query(part="documents", lang="en")
    row = visitor.tables.locator("tbody tr").nth(2)
    document = row.get_attribute("data-key")
    row.click()
    visitor.expect_query(part="figures", document=document, lang="en")
    expect(visitor.chips.filter(has_text="Document:")).to_be_visible()
