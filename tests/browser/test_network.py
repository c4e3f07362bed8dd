"""A server without a network: a cold deep link, and nothing asked beyond this machine."""

import subprocess
import sys

from playwright.sync_api import expect

from tests.browser.screen import asked_of_others
from tests.serving import served
from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.locale import LANGUAGES
from xi_data.views import VIEWS
from xi_data.views import rows as rows_of


def test_a_cold_deep_link_shows_the_whole_app_with_its_filter(
    screen, offline, connection, tmp_path
):
    rows = rows_of.closures(connection, SHIPPED, "zh", group=("leisure",))
    with served(tmp_path / "cold.log", **offline.environment) as cold:
        visitor = screen(at=cold, fresh=True).open("closures?lang=zh&view=both&group=leisure")
        visitor.expect_rows(len(rows))
        visitor.expect_query(lang="zh", view="both", group="leisure")
        links = visitor.page.get_by_test_id("stTopNavLink")
        in_sight = [view for view in VIEWS.values() if not view.hidden and not view.group]
        expect(links).to_have_count(len(in_sight))  # the others are in drop-downs
        expect(visitor.page.locator("html")).to_have_attribute("lang", "zh-CN")
        expect(visitor.footer).to_contain_text(store.bulletin(connection, SHIPPED, "zh")["title"])
        expect(visitor.chips.first).to_contain_text(rows["group_label"].iloc[0])


def test_nothing_is_asked_of_the_network(screen, offline, connection):
    """By clicks; what each page asks as it is opened is in test_every_page.py."""
    visitor = screen(fresh=True)
    asked = asked_of_others(visitor)
    visitor.open("closures?lang=en")
    first = rows_of.closures(connection, SHIPPED, "en").iloc[0]
    visitor.click_mark(first["category_label"])
    visitor.expect_query(lang="en", figure=first["figure_id"])
    visitor.choose(LANGUAGES["zh"])
    visitor.expect_query(lang="zh", figure=first["figure_id"])
    with visitor.page.expect_download():
        visitor.page.get_by_test_id("stDownloadButton").first.get_by_role("button").click()
    assert asked == []
    assert offline.attempts == []
    assert [error for error in visitor.errors if "Security Policy" in error] == []


def test_the_cut_network_refuses_and_records(offline, tmp_path):
    """The test above proves something only because of this."""
    record = tmp_path / "connections.txt"
    tried = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 9))"],
        env={**offline.environment, "XI_CONNECTIONS": str(record)},
        capture_output=True,
        text=True,
    )
    assert "beyond loopback: 192.0.2.1" in tried.stderr
    assert record.read_text(encoding="utf-8") == "socket.getaddrinfo 192.0.2.1\n"
