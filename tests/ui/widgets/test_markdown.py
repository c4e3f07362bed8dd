"""Text that is data inside Markdown, and lines of it."""

import re

import pytest

from xi_data.ui.widgets.markdown import lines, plain

HOSTILE = [
    "**bold** _it_ `code` ~~no~~",
    "[here](javascript:alert(1)) ![x](y)",
    "# heading",
    "- item | cell",
    "<script>alert(1)</script> &lt;",
    "$x^2$ :red[word] :material/close: {a}",
    "\\*",
    "1 + 1 = 2!",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_every_sign_of_markdown_stays_a_sign(text):
    shown = plain(text)
    assert re.sub(r"\\(.)", r"\1", shown) == text
    assert re.findall(r"[^\w\s.;/=^']", re.sub(r"\\.", "", shown)) == []


def test_control_characters_are_seen_and_nothing_breaks_the_line():
    assert plain("a\nb\tc") == "a b c"
    assert plain("a\u202eb\x00c") == "a�b�c"


@pytest.mark.parametrize("width", [8, 20, 40])
@pytest.mark.parametrize(
    "text",
    ["Isolation rooms at the county’s entrances, in service", "全县各类公共文化场所，含图书馆。"],
)
def test_lines_hold_every_word_and_fit(text, width):
    found = lines(text, width)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    for line in found:
        letters = sum(2 if ord(letter) > 0x2E80 else 1 for letter in line)
        assert letters <= width + 2 or " " not in line, "only one word may be longer"


def test_no_line_begins_with_a_closing_sign():
    for width in range(4, 40, 2):
        for line in lines("全县各类公共文化场所，含图书馆（室）。", width):
            assert not re.match("[，。）]", line)
