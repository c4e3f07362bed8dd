"""Links from strangers, addresses that are no page, and the drawer of a narrow window."""

import json
import urllib.error
import urllib.request
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.screen import asked_of_others, path
from tests.ui.visiting import FIRST

STRANGER = "![x](http://evil.example/x.png) <img src=http://evil.example/y.png> http://evil.example"
LINKS = {
    "figures": {"search": STRANGER, STRANGER[:30]: "1", "family": STRANGER},
    "closures": {"group": ["leisure", STRANGER], "GROUP": STRANGER, "figure": STRANGER},
    "figure": {"id": STRANGER[:90]},
    "checks": {"check": STRANGER, "bulletin": STRANGER},
    FIRST: {"lang": STRANGER, "q": "$x^2$ :material/close: :red[x]"},
}


@pytest.mark.parametrize("key", LINKS)
def test_a_strangers_link_is_shown_as_words(screen, key):
    visitor = screen()
    asked = asked_of_others(visitor)
    visitor.open(f"{path(key)}?{urlencode(LINKS[key], doseq=True)}")
    main = visitor.page.get_by_test_id("stMain")
    expect(main).to_contain_text("![x](http://evil" if key != FIRST else ":material/close:")
    visitor.page.wait_for_load_state("networkidle")
    assert asked == []
    assert main.locator("img[src*=evil], a[href*='//evil'], .katex").count() == 0
    assert "evil" not in visitor.page.title()


def test_what_others_append_leaves_the_address_and_no_notice(screen):
    visitor = screen().open("closures?group=leisure&utm_source=mail&fbclid=x&lang=en")
    visitor.expect_query(group="leisure", lang="en")
    expect(visitor.page.get_by_test_id("stAlert")).to_have_count(0)
    assert visitor.page.evaluate("history.length") == 2, "the empty tab, and this page"


def test_an_unknown_key_is_told_and_its_neighbours_stay(screen):
    visitor = screen().open("closures?group=leisure&group=sport&GROUP=x&type=karaoke&lang=en")
    visitor.expect_query(group="leisure", category="karaoke", lang="en")
    notice = visitor.page.get_by_test_id("stAlert")
    for said in ("GROUP", "sport", "category"):
        expect(notice).to_contain_text(said)
    visitor.page.locator(".st-key-_share").get_by_role("button").click()
    expect(notice).to_be_visible()


def test_a_search_that_is_too_long_is_refused_with_words(screen):
    visitor = screen().open("figures?search=mask&lang=en")
    box = visitor.page.get_by_test_id("stTextInput").locator("input")
    box.fill("x" * 140)
    box.press("Enter")
    expect(visitor.page.get_by_test_id("stAlert")).to_contain_text("140 characters are too many")
    expect(box).to_have_value("mask")
    visitor.expect_query(search="mask", lang="en")


def test_the_drawer_of_a_narrow_window_closes_when_a_page_is_chosen(screen):
    visitor = screen(width=390).open("?lang=en")
    for name in ("Closures", "Closures", "About"):
        visitor.page.get_by_test_id("stExpandSidebarButton").click()
        link = visitor.page.get_by_test_id("stSidebarNavLink").filter(has_text=name)
        link.click()
        visitor.page.wait_for_url(f"**/{name.lower()}*")
        expect(link).not_to_be_in_viewport()
        visitor.drawn()


def test_the_drawer_opened_while_a_page_is_drawn_stays_open(screen):
    visitor = screen(width=390, fresh=True)
    visitor.page.goto(f"{visitor.server.url}/?lang=en")
    visitor.page.get_by_test_id("stExpandSidebarButton").click()
    visitor.drawn()
    link = visitor.page.get_by_test_id("stSidebarNavLink").filter(has_text="Closures")
    link.click()
    visitor.page.wait_for_url("**/closures*")
    visitor.page.get_by_test_id("stExpandSidebarButton").click()
    visitor.drawn()
    visitor.page.wait_for_timeout(300)  # longer than the drawer waits before it is closed
    expect(link).to_be_in_viewport()


@pytest.mark.parametrize("address", ["data", "data/", "data/closures.csv", "data/nowhere"])
def test_without_data_addresses_they_are_not_found(server, address):
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{server.url}/{address}")
    assert error.value.code == 404
    assert "make serve" in json.load(error.value)["error"]


def test_a_path_below_a_page_is_not_found_and_leads_on(screen):
    visitor = screen()
    answer = visitor.page.goto(f"{visitor.server.url}/closures/x?lang=zh")
    assert answer.status == 404
    expect(visitor.page.get_by_role("heading")).to_have_text("找不到页面")
    visitor.page.get_by_role("link").click()
    visitor.drawn()
    visitor.expect_query(lang="zh")


def test_back_from_the_first_page_does_not_lead_into_its_stem(screen):
    visitor = screen().open("about?lang=en")
    visitor.page.goto(f"{visitor.server.url}/{FIRST}?lang=en&family=money")
    visitor.page.wait_for_url(lambda url: urlsplit(url).path == "/")
    visitor.drawn()
    visitor.page.go_back()
    visitor.page.wait_for_url("**/about*")
