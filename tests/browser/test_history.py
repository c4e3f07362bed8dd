"""Back and Forward: each shows a view that was there, and one of them is one step."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.screen import Screen


class View(NamedTuple):
    """What a visitor sees: page, query, finding, chips, and the figure in the card."""

    path: str
    query: dict[str, list[str]]
    title: str
    chips: list[str]
    card: str


def view(visitor: Screen) -> View:
    visitor.drawn()
    address = urlsplit(visitor.page.url)
    card = visitor.card.inner_text() if visitor.card.count() else ""
    return View(
        address.path,
        parse_qs(address.query),
        visitor.title.inner_text(),
        visitor.chips.all_inner_texts(),
        card,
    )


def settled(visitor: Screen, before: View | None) -> View:
    """The view, once it is another one than before and stays as it is."""
    for _ in range(60):
        visitor.page.wait_for_timeout(150)
        now = view(visitor)
        if now != before and "lang" in now.query:  # which a finished run always writes
            visitor.page.wait_for_timeout(150)
            if now == view(visitor):
                return now
    pytest.fail(f"the view stays as it was: {before}")


def to(page: str) -> Callable[[Screen], None]:
    """Choose a page in the row at the top."""

    def choose(visitor: Screen) -> None:
        link = visitor.page.get_by_test_id("stTopNavLink").filter(has_text=page)
        inside = visitor.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=page)
        for name in ("Topics", "Evidence"):
            if not link.count() and not inside.count():
                visitor.page.get_by_test_id("stTopNavSection").filter(has_text=name).click()
        (link if link.count() else inside).first.click()

    return choose


def choose(name: str) -> Callable[[Screen], None]:
    return lambda visitor: visitor.choose(name)


def follow(name: str) -> Callable[[Screen], None]:
    return lambda visitor: visitor.page.get_by_role("link", name=name).first.click()


def press(name: str) -> Callable[[Screen], None]:
    return lambda visitor: visitor.page.get_by_role("button", name=name).first.click()


JOURNEYS = {
    "a filter, a figure, another page": (
        "closures",
        [choose("Leisure"), press("Next figure"), to("All figures"), to("Supplies")],
    ),
    "pages one after another": (
        "?family=money",
        [to("Screening"), to("Money"), to("Checks"), to("Overview"), to("About")],
    ),
    "from figure to figure": (
        "closures?group=leisure",
        [
            follow("Full page"),
            follow("Next figure"),
            follow("Next figure"),
            follow("Previous figure"),
            to("Publicity"),
        ],
    ),
    "a page that keeps its filters": (
        "supplies?lang=en",
        [to("Closures"), choose("Leisure"), to("Supplies"), to("All figures")],
    ),
}


@pytest.mark.parametrize("name", JOURNEYS)
def test_back_and_forward_show_each_view_again(screen, name):
    start, steps = JOURNEYS[name]
    visitor = screen().open(start)
    seen = [settled(visitor, None)]
    for step in steps:
        step(visitor)
        seen.append(settled(visitor, seen[-1]))
    length = visitor.page.evaluate("history.length")
    assert length == len(seen) + 1, "each step is one step of Back"  # the empty tab is the first
    for place in reversed(range(len(seen) - 1)):
        visitor.page.go_back()
        assert settled(visitor, seen[place + 1]) == seen[place]
    for place in range(1, len(seen)):
        visitor.page.go_forward()
        assert settled(visitor, seen[place - 1]) == seen[place]
    assert visitor.page.evaluate("history.length") == length


def test_previous_and_next_move_the_address_and_reload_keeps_the_figure(screen):
    visitor = screen().open("figure?id=closure-library&lang=en")
    before = settled(visitor, None)
    follow("Next figure")(visitor)
    after = settled(visitor, before)
    assert after.query["id"] != before.query["id"]
    visitor.page.reload()
    assert view(visitor) == after
