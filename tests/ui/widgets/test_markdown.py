"""Text that is data inside Markdown, and lines of it."""

import re

import pytest

from tests.ui.visiting import seen
from xi_data.matching.highlight import MOST_MARKS
from xi_data.publish.plain import unmarked
from xi_data.ui.widgets.markdown import lines, marked, plain
from xi_data.wording import SIGMA, grey, strong

HOSTILE = [
    "**bold** _it_ `code` ~~no~~ ==x==",
    "[here](javascript:alert(1)) ![x](http://evil.example/x.png) [x]: y [^1]",
    "# heading",
    "> over",
    "- item | cell",
    "+ item",
    "1. item",
    "2) item",
    "---",
    "<script>alert(1)</script> &lt; &#33;",
    "$x^2$ :red[word] :material/close: :smile: :streamlit: :help[x] {a}",
    "\\*",
    "1 + 1 = 2!",
    "http://evil.example www.evil.example WWW.evil.example a@evil.example",
    "a -> b <- c <-> d -- e >= f <= g ~= h",
]

FORMED = re.compile(
    r":(?:material/)?[\w+-]+:|:[a-z]+\[(?!.{1,2}\]\{\})|://|www\.|@[\w]|<-|->|--|[<>~]=", re.I
)
"""What Streamlit makes something else of when the backslashes are gone."""


@pytest.mark.parametrize("text", HOSTILE)
def test_every_sign_of_markdown_stays_a_sign(text):
    shown = plain(text)
    assert seen(shown) == text
    left = re.sub(r"\\.", "", shown.replace("{}", "").replace(":color[", ""))
    assert re.findall(r"[^\w\s.,;/='?%^\]@)]", left) == []
    assert not re.match(r"\d+[.)]", shown)
    # Parts between the colours that are none: none of them is something by itself.
    parts = re.split(r":color\[.*?\]\{\}", shown)
    assert [part for part in parts if FORMED.search(re.sub(r"\\(.)", r"\1", part))] == []


def test_a_sentence_of_ours_obeys_its_marks_and_nothing_of_the_data():
    said = f"{SIGMA} **a**: {strong('> 5 [x](y)')}, {grey('*n*')}"
    assert marked(said) == (
        ":violet-badge[Σ] \\*\\*a\\*\\*\\: **\\> 5 \\[x\\]\\(y\\)**, :gray[\\*n\\*]"
    )
    assert unmarked(said) == "Σ **a**: > 5 [x](y), *n*"


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


def test_marks_piled_upon_a_letter_are_not_drawn():
    assert plain("a" + "\u0301" * 100_000).count("\u0301") == MOST_MARKS
