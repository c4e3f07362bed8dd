"""One's own bulletins in the browser: by mouse, by keyboard, in one session and the next."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.screen import Screen
from tests.browser.test_axe import expect_nothing_broken
from xi_data.record.tables import DATA

COMPARED = ("start", "end", "value", "value_low", "value_high", "unit")


def button(visitor: Screen, key: str) -> Locator:
    """The button with a key of session state."""
    return visitor.page.locator(f"[class*='st-key-{key}'] button").locator("visible=true").first


def progress(visitor: Screen) -> Locator:
    return visitor.page.get_by_test_id("stProgress")


def mark(visitor: Screen) -> Locator:
    """The proposal on show, in the text."""
    return visitor.page.locator(".mark[aria-current]")


Press = Callable[[Screen, Locator], None]


def by_mouse(visitor: Screen, target: Locator) -> None:
    target.click()


def by_keyboard(visitor: Screen, target: Locator) -> None:
    """Tab until it has the focus, then Enter."""
    expect(target).to_be_enabled()
    # Where a panel opens, the first of its elements that is drawn has the focus, not always the
    # first in order; and what is left of a panel with Tab is not come back to.
    in_a_panel = target.and_(visitor.page.get_by_role("textbox")).count()
    in_a_menu = target.and_(visitor.page.get_by_test_id("stTopNavDropdownLink")).count()
    key = "Shift+Tab" if in_a_panel else "ArrowDown" if in_a_menu else "Tab"
    focused = target.and_(visitor.page.locator(":focus"))
    for _ in range(300):
        if focused.count():
            break
        visitor.page.keyboard.press(key)
    expect(focused).to_have_count(1)
    visitor.page.keyboard.press("Enter")


def named(visitor: Screen, role: str, name: str) -> Locator:
    return visitor.page.get_by_role(role, name=name).locator("visible=true").last


def paste(visitor: Screen, text: str, press: Press = by_mouse) -> None:
    press(visitor, button(visitor, "_brought_0_paste"))
    box = visitor.page.get_by_role("textbox")
    press(visitor, box)
    box.press("Backspace")  # the line that Enter made
    visitor.page.keyboard.insert_text(text)
    press(visitor, named(visitor, "button", "Read it"))
    expect(progress(visitor)).to_contain_text("0 of")


def decide_all(visitor: Screen, press: Press) -> None:
    """Accept all that is sure, then what is doubtful, one after the other."""
    press(visitor, button(visitor, "_decide_all_sure"))
    expect(progress(visitor)).not_to_contain_text("0 of")
    whole = progress(visitor).inner_text()
    left = int(re.search(r"(\d+) doubtful", whole)[1])
    accept = button(visitor, "_decide_accept")
    press(visitor, accept)
    for number in range(left - 1, 0, -1):
        expect(progress(visitor)).to_contain_text(f"{number} doubtful left")
        if press is by_keyboard:
            expect(accept, "a decision leaves the focus where it was").to_be_focused()
        press(visitor, accept)
    expect(progress(visitor)).to_contain_text("0 doubtful left")


def tick_the_text(visitor: Screen, press: Press) -> Locator:
    """The box that puts the text into the package."""
    box = visitor.page.get_by_role("checkbox", name="with the text")
    if press is by_mouse:
        visitor.page.get_by_text("with the text", exact=True).click()
    else:
        box.press("Space")
    expect(box).to_be_checked()
    return box


def downloaded(visitor: Screen, press: Press, name: str) -> Path:
    with visitor.page.expect_download() as started:
        press(visitor, named(visitor, "button", name))
    return started.value.path()


def go(visitor: Screen, page: str, press: Press) -> None:
    """Choose a page of one's own bulletins in the row at the top."""
    press(visitor, visitor.page.get_by_test_id("stTopNavSection").filter(has_text="Your bulletins"))
    link = visitor.page.get_by_test_id("stTopNavDropdownLink").filter(has_text=page)
    press(visitor, link)


def rows(package: bytes, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return list(csv.DictReader(io.StringIO(opened.read(name).decode(), newline="")))


@pytest.mark.parametrize("press", [by_mouse, by_keyboard])
def test_the_article_is_reviewed_explored_compared_kept_and_brought_back(
    screen, article, tmp_path, press
):
    visitor = screen(fresh=True).open("read?lang=en")
    paste(visitor, article, press)
    expect(progress(visitor)).to_contain_text("0 of 120 decided, 25 doubtful left")
    decide_all(visitor, press)
    expect(progress(visitor)).to_contain_text("120 of 120 decided")
    with_text = tick_the_text(visitor, press)
    press(visitor, named(visitor, "link", "Explore"))
    expect(visitor.title).to_contain_text("120 figures")
    expect(visitor.card).to_be_visible()
    go(visitor, "Read and review", press)
    brought = visitor.page.get_by_role("heading", name="What you brought")
    for round_, name in enumerate(("mind the gate", "ten days later"), 1):
        press(visitor, named(visitor, "button", "All my bulletins"))
        expect(visitor.page.get_by_role("button", name="Remove")).to_have_count(round_)
        expect(brought).to_contain_text(str(round_))
        press(visitor, button(visitor, f"_brought_{round_}_sample"))
        press(visitor, named(visitor, "button", name))
        expect(progress(visitor)).to_contain_text("0 of")
        visitor.drawn()
    press(visitor, named(visitor, "link", "Explore"))
    expect(visitor.title).to_contain_text("32 figures")
    expect(visitor.page.get_by_text("Read by machine, not reviewed").first).to_be_visible()
    go(visitor, "Compare", press)
    press(visitor, named(visitor, "button", "Compare all 4 bulletins"))
    expect(visitor.charts).to_have_count(2)  # side by side, and places that have several over time
    expect(visitor.title).to_contain_text("in 4 bulletins")
    expect(visitor.card).to_be_visible()
    visitor.drawn()
    compared = downloaded(visitor, press, "CSV").read_text(encoding="utf-8-sig")
    assert len({row["bulletin_id"] for row in csv.DictReader(io.StringIO(compared))}) == 4
    go(visitor, "Read and review", press)
    press(visitor, named(visitor, "button", "All my bulletins"))
    press(visitor, visitor.page.get_by_role("button", name="Review").first)
    expect(visitor.title).to_contain_text("Review")
    visitor.drawn()
    expect(progress(visitor)).to_contain_text("120 of 120 decided")
    expect(with_text).to_be_checked()
    asks = "typeof window.onbeforeunload"
    press(visitor, named(visitor, "button", "All my bulletins"))
    expect(visitor.page.get_by_role("button", name="Remove")).to_have_count(3)
    assert visitor.page.evaluate(asks) == "function", "what was decided could be lost"
    downloaded(visitor, press, "Download the package")
    assert visitor.page.evaluate(f"{asks} + window.onbeforeunload") == "objectnull"
    press(visitor, visitor.page.get_by_role("button", name="Review").first)
    expect(progress(visitor)).to_contain_text("120 of 120 decided")
    package = downloaded(visitor, press, "Download the package").read_bytes()
    expect_the_figures_of_the_article(package)
    file = tmp_path / "package.zip"
    file.write_bytes(package)
    another = screen(fresh=True).open("read?lang=en")
    press(another, button(another, "_brought_0_file"))
    with another.page.expect_file_chooser() as chooser:
        press(another, another.page.get_by_test_id("stFileUploaderDropzone").locator("button"))
    chooser.value.set_files(file)
    expect(progress(another)).to_contain_text("120 of 120 decided")
    expect(another.page.locator(".mark.accepted")).to_have_count(120)
    assert [one for one in visitor.errors if "404 (Not Found)" not in one] == []


def expect_the_figures_of_the_article(package: bytes) -> None:
    """Place, value, bounds and unit of all, and the sums that it holds."""
    with (DATA / "figures.csv").open(encoding="utf-8", newline="") as lines:
        known = [tuple(row[one] for one in COMPARED) for row in csv.DictReader(lines)]
    found = rows(package, "figures.csv")
    assert sorted(tuple(row[one] for one in COMPARED) for row in found) == sorted(known)
    values = {row["figure_id"]: int(float(row["value"] or 0)) for row in found}
    sums: dict[int, list[int]] = {}
    for row in rows(package, "relations.csv"):
        if row["relation"] == "part_of":
            sums.setdefault(values[row["other_id"]], []).append(values[row["figure_id"]])
    assert {whole: sorted(parts) for whole, parts in sums.items()} == {
        1930: [84, 1846],
        2813: [157, 2656],
    }, "and 146 is not added"


def test_a_sample_is_reviewed_by_keyboard_alone(screen):
    visitor = screen().open("read?lang=en")
    button(visitor, "_brought_0_sample").click()
    visitor.page.get_by_role("button", name="Chengling County").locator("visible=true").click()
    expect(progress(visitor)).to_contain_text("0 of 12 decided, 1 doubtful left")
    visitor.drawn()
    keyboard = visitor.page.keyboard
    focused = visitor.page.locator(".mark:focus")
    for _ in range(40):
        keyboard.press("Tab")
        if focused.count():
            break
    expect(focused).to_have_text("35件")
    keyboard.press("Home")
    expect(mark(visitor)).to_have_text("36家")
    for key, decided, words in (
        ("ArrowRight", 0, "14家"),
        ("a", 1, "218家"),
        ("r", 2, "640人"),
        ("u", 1, "218家"),
        ("r", 2, "640人"),  # its boxes are drawn anew, and correct nothing
        ("u", 1, "218家"),
        ("y", 2, "218家"),
        ("o", 1, "218家"),
        ("n", 1, "35件"),
        ("a", 2, "2020年2月8日"),
    ):
        keyboard.press(key)
        expect(mark(visitor)).to_have_text(words)
        expect(progress(visitor)).to_contain_text(f"{decided} of 12 decided")
        expect(focused).to_have_text(words)
        expect(visitor.page.get_by_test_id("stAlert")).to_have_count(0)
    expect_nothing_broken(visitor)


def test_marked_words_become_a_figure(screen):
    visitor = screen().open("read?lang=en")
    paste(visitor, "捐款31元，第一时间送到。\n")
    add = visitor.page.get_by_role("button", name="Add the marked words as a figure")
    expect(add).to_be_hidden()
    words = visitor.page.locator(".text span").filter(has_text="第一时间").last
    box = words.bounding_box()
    middle = box["y"] + box["height"] / 2
    visitor.page.mouse.move(box["x"] + 1, middle)
    visitor.page.mouse.down()
    visitor.page.mouse.move(box["x"] + box["width"] - 1, middle, steps=8)
    visitor.page.mouse.up()
    expect(add).to_be_visible()
    add.click()
    expect(visitor.page.locator(".mark")).to_have_count(2)
    expect(mark(visitor)).to_contain_text("一")


def test_a_long_text_is_walked_from_part_to_part_in_chinese(screen):
    visitor = screen().open("read?lang=zh")
    button(visitor, "_brought_0_paste").click()
    line = "排查外来人员{0}人，其中东村15人、西村98人。\n"
    visitor.page.get_by_role("textbox").fill("".join(map(line.format, range(1000, 1110))))
    visitor.page.get_by_role("button", name="读取").click()
    expect(progress(visitor)).to_contain_text("330")
    visitor.drawn()
    mark(visitor).click()
    keyboard, focused = visitor.page.keyboard, visitor.page.locator(".mark:focus")
    for key, words, part in (
        ("End", "98人", 2),
        ("Home", "1000人", 1),
        ("ArrowRight", "15人", 1),
        ("End", "98人", 2),
    ):
        keyboard.press(key)
        expect(focused).to_have_text(words)
        expect(visitor.page.get_by_text(f"原文第 {part} 部分，共 2 部分")).to_be_visible()
        expect(mark(visitor)).to_have_text(words)
    button(visitor, "_decide_earlier").click()
    expect(mark(visitor)).to_have_text("1000人")
    button(visitor, "_decide_later").click()
    expect(mark(visitor)).to_have_text("1100人")
    mark(visitor).click()
    keyboard.press("ArrowLeft")
    expect(visitor.page.get_by_text("原文第 1 部分，共 2 部分")).to_be_visible()
    expect(focused).to_have_text("98人")
    keyboard.press("a")
    expect(visitor.page.get_by_text("原文第 2 部分，共 2 部分")).to_be_visible()
    expect(focused).to_have_text("1100人")
    expect_nothing_broken(visitor)
