"""One's own bulletins in the browser: by mouse, by keyboard, in one session and the next."""

import csv
import io
import re
import zipfile

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


def paste(visitor: Screen, text: str) -> None:
    button(visitor, "_brought_0_paste").click()
    visitor.page.get_by_role("textbox").fill(text)
    visitor.page.get_by_role("button", name="Read it").click()
    expect(progress(visitor)).to_contain_text("0 of")


def decide_all(visitor: Screen) -> None:
    """Accept all that is sure, then what is doubtful, one after the other."""
    button(visitor, "_decide_all_sure").click()
    expect(progress(visitor)).not_to_contain_text("0 of")
    whole = progress(visitor).inner_text()
    left = int(re.search(r"(\d+) doubtful", whole)[1])
    for number in range(left, 0, -1):
        expect(progress(visitor)).to_contain_text(f"{number} doubtful left")
        button(visitor, "_decide_accept").click()
    expect(progress(visitor)).to_contain_text("0 doubtful left")


def downloaded(visitor: Screen, with_text: bool) -> bytes:
    if with_text:
        visitor.page.get_by_text("with the text", exact=True).click()
        visitor.drawn()
    with visitor.page.expect_download() as started:
        visitor.page.get_by_role("button", name="Download the package").click()
    return started.value.path().read_bytes()


def rows(package: bytes, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return list(csv.DictReader(io.StringIO(opened.read(name).decode(), newline="")))


def test_the_article_is_read_reviewed_kept_and_brought_back(screen, article, tmp_path):
    visitor = screen().open("read?lang=en")
    paste(visitor, article)
    expect(progress(visitor)).to_contain_text("0 of 120 decided, 25 doubtful left")
    decide_all(visitor)
    expect(progress(visitor)).to_contain_text("120 of 120 decided")
    package = downloaded(visitor, with_text=True)
    visitor.page.get_by_role("link", name="Explore").click()
    expect(visitor.title).to_contain_text("120 figures")
    expect(visitor.card).to_be_visible()
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
    file = tmp_path / "package.zip"
    file.write_bytes(package)
    another = screen(fresh=True).open("read?lang=en")
    button(another, "_brought_0_file").click()
    another.page.locator("input[type=file]").set_input_files(file)
    expect(progress(another)).to_contain_text("120 of 120 decided")
    expect(another.page.locator(".mark.accepted")).to_have_count(120)


def test_two_samples_stand_beside_the_shipped_bulletin(screen):
    visitor = screen().open("read?lang=en")
    for round_, name in enumerate(("mind the gate", "ten days later")):
        button(visitor, f"_brought_{round_}_sample").click()
        visitor.page.get_by_role("button", name=name).locator("visible=true").click()
        expect(progress(visitor)).to_contain_text("0 of")
        visitor.drawn()
        visitor.page.get_by_role("button", name="All my bulletins").click()
        expect(visitor.page.get_by_role("button", name="Remove")).to_have_count(round_ + 1)
    expect(visitor.page.get_by_role("heading", name="What you brought")).to_contain_text("2")
    visitor.page.get_by_role("link", name="Explore").last.click()
    expect(visitor.title).to_contain_text("32 figures")
    expect(visitor.page.get_by_text("Read by machine, not reviewed").first).to_be_visible()
    visitor.page.get_by_test_id("stTopNavSection").filter(has_text="Your bulletins").click()
    visitor.page.get_by_test_id("stTopNavDropdownLink").filter(has_text="Compare").click()
    visitor.page.get_by_role("button", name="Compare all 3 bulletins").click()
    expect(visitor.charts).to_have_count(2)  # side by side, and the place of both over time
    expect(visitor.title).to_contain_text("in 3 bulletins")
    expect(visitor.card).to_be_visible()
    assert [one for one in visitor.errors if "404 (Not Found)" not in one] == []


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
        ("y", 2, "218家"),
        ("o", 1, "218家"),
        ("n", 1, "35件"),
        ("a", 2, "2020年2月8日"),
    ):
        keyboard.press(key)
        expect(mark(visitor)).to_have_text(words)
        expect(progress(visitor)).to_contain_text(f"{decided} of 12 decided")
        expect(focused).to_have_text(words)
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
