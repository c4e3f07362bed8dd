"""What opens on a page, and a page in a frame, without a fault of axe-core's."""

from playwright.sync_api import expect

from tests.browser.axe import broken
from tests.browser.screen import Screen, expect_ground

SCHEMES = ("light", "dark")


def expect_nothing_broken(visitor: Screen) -> None:
    """Neither theme has anything on the screen that breaks a rule, Streamlit's own included."""
    for scheme in SCHEMES:
        visitor.page.emulate_media(color_scheme=scheme)
        expect_ground(visitor, scheme)
        visitor.page.wait_for_load_state("networkidle")
        assert broken(visitor, scheme) == set(), scheme


def test_a_notice_and_an_open_panel_break_no_rule(screen):
    visitor = screen().open("closures?lang=en&kind=bar")
    expect(visitor.page.get_by_test_id("stAlert")).to_contain_text("kind")
    visitor.page.locator(".st-key-_share").get_by_role("button").click()
    panel = visitor.page.get_by_test_id("stPopoverBody")
    expect(panel).to_contain_text("embed=true")
    expect_nothing_broken(visitor)
    expect(panel, "it was open all the time").to_be_visible()


def test_a_frame_breaks_no_rule(screen):
    visitor = screen(width=600, height=500).open("closures?lang=en&embed=true")
    expect(visitor.chart).to_be_visible()
    expect_nothing_broken(visitor)
