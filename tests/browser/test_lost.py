"""Pages whose session was lost: the server is restarted under them. tests/lost.py has them all."""

from playwright.sync_api import expect

from tests.browser.screen import Screen
from tests.browser.test_review import button, progress
from tests.lost import click, counts, download, expect_connected
from tests.serving import served

PAGES = ("closures?group=leisure", "source", "about")


def test_a_server_that_restarts_loses_no_click_no_file_and_no_review(known_browser, offline):
    log = offline.record.with_name("restarted.log")
    with served(log, **offline.environment) as server:
        reader = Screen(known_browser, server).open("read?lang=en")
        button(reader, "_brought_0_sample").click()
        reader.page.get_by_role("button", name="Chengling County").locator("visible=true").click()
        for decided in range(2):
            expect(progress(reader)).to_contain_text(f"{decided} of 12 decided")
            button(reader, "_decide_accept").click()
        expect(progress(reader)).to_contain_text("2 of 12 decided")
        visitors = [Screen(known_browser, server).open(one) for one in PAGES]
        for one in visitors:
            one.page.wait_for_url("**lang=en**")
    port = int(server.url.rpartition(":")[2])
    with served(log, port=port, **offline.environment):
        for one in visitors:
            one.page.bring_to_front()
            expect_connected(one)
            before = one.query
            assert counts(one, before, click(one)), one.page.url
            assert download(one)
        assert visitors[0].query["group"][1:] == ["leisure"], "what was chosen before stays"
        reader.page.bring_to_front()
        expect(progress(reader)).to_contain_text("2 of 12 decided")
        button(reader, "_decide_accept").click()
        expect(progress(reader)).to_contain_text("3 of 12 decided")
    for one in (reader, *visitors):
        one.page.close(run_before_unload=False)
