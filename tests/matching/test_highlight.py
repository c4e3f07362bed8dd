"""Runs of a text for the eye. Every sentence here is invented."""

import random

import pytest

from xi_data.matching.align import verify
from xi_data.matching.highlight import (
    EXCUSED,
    FIGURE,
    MOST_MARKS,
    UNCOVERED,
    Mark,
    Run,
    in_copy,
    lines,
    marks,
    visible,
)
from xi_data.reading.text import ReadingCopy, paragraphs
from xi_data.record.figures import read_excused, read_figures

TEXT = "全縣排查(chá)12人。\r\n\n第一批口罩3000只，一律免費。"


def mark(words: str, kind: str, key: str = "", text: str = TEXT) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), kind, key)


def test_a_line_is_cut_at_its_marks():
    found = [
        mark("12人", FIGURE, "people"),
        mark("第一", EXCUSED, "ordinal"),
        mark("3000只", FIGURE, "masks"),
        mark("一律", UNCOVERED),
    ]
    assert lines(TEXT, found) == [
        [Run("全縣排查(chá)"), Run("12人", FIGURE, "people"), Run("。")],
        [],
        [
            Run("第一", EXCUSED, "ordinal"),
            Run("批口罩"),
            Run("3000只", FIGURE, "masks"),
            Run("，"),
            Run("一律", UNCOVERED),
            Run("免費。"),
        ],
    ]


def test_no_text_and_no_marks():
    assert lines("", []) == [[]]
    assert lines("一\n", []) == [[Run("一")], []]


@pytest.mark.parametrize("order", [1, -1])
def test_a_figure_wins_over_what_overlaps_it(order):
    found = [mark("3000只", FIGURE, "masks"), mark("罩3", EXCUSED, "article"), mark("0", UNCOVERED)]
    [*_, last] = lines(TEXT, found[::order])
    assert [run for run in last if run.kind] == [
        Run("罩", EXCUSED, "article"),
        Run("3000只", FIGURE, "masks"),
    ]


def test_the_earlier_of_two_figures_wins():
    found = [mark("口罩3000", FIGURE, "first"), mark("3000只", FIGURE, "second")]
    [*_, last] = lines(TEXT, found)
    assert [run for run in last if run.kind] == [
        Run("口罩3000", FIGURE, "first"),
        Run("只", FIGURE, "second"),
    ]


def test_a_mark_across_a_line_end_is_in_both_lines():
    assert lines("共1\n2人", [Mark(1, 4, FIGURE, "split")]) == [
        [Run("共"), Run("1", FIGURE, "split")],
        [Run("2", FIGURE, "split"), Run("人")],
    ]


@pytest.mark.parametrize("seed", range(50))
def test_whatever_the_marks_the_runs_are_the_text(seed):
    chance = random.Random(seed)
    text = "".join(chance.choices("一2人\n\r (x)", k=60))
    found = [
        Mark(start, start + chance.randint(0, 9), chance.choice((FIGURE, EXCUSED, UNCOVERED)), "k")
        for start in (chance.randint(0, 65) for _ in range(12))
    ]
    cut = lines(text, found)
    assert ["".join(run.text for run in runs) for runs in cut] == [
        text[start:end] for start, end in paragraphs(text)
    ]
    assert all(run.text for runs in cut for run in runs)


def test_marks_move_to_the_reading_copy():
    copy = ReadingCopy(TEXT)
    found = [mark("查(chá)12人", FIGURE, "people"), mark("3000只", FIGURE, "masks")]
    moved = in_copy(copy, found)
    assert [copy.words[one.start : one.end] for one in moved] == ["查12人", "3000只"]
    assert [one.key for one in moved] == ["people", "masks"]
    assert in_copy(ReadingCopy("一人"), [Mark(1, 2, FIGURE)]) == [Mark(1, 2, FIGURE)]
    end = len(TEXT)
    assert in_copy(copy, [Mark(end - 1, end, FIGURE)])[0].end == len(copy.words)


def test_signs_that_turn_the_writing_are_shown():
    hostile = "a\u202eb\u2066c\x00d\x9fe\u200f"
    assert visible(hostile) == "a�b�c�d�e�"
    assert visible("<b>1\t2</b>\n第\u200b一") == "<b>1\t2</b>\n第\u200b一"
    assert len(visible(hostile)) == len(hostile)


def test_every_numeral_of_the_article_is_marked(article):
    figures = read_figures()
    found = marks(verify(article, figures, read_excused()))
    runs = [run for line in lines(article, found) for run in line if run.kind]
    assert [run.key for run in runs if run.kind == FIGURE] == [one.figure_id for one in figures]
    assert [run.text for run in runs if run.kind == FIGURE] == [one.mention for one in figures]
    assert UNCOVERED not in {run.kind for run in runs}
    copy = ReadingCopy(article)
    copied = [run for line in lines(copy.words, in_copy(copy, found)) for run in line if run.kind]
    assert [(run.kind, run.key) for run in copied] == [(run.kind, run.key) for run in runs]


@pytest.mark.parametrize("piled", ["\u0301", "\u0301\u0316", "\u0301\u200d", "\u0e49", "\ufe0f"])
def test_a_hundred_thousand_marks_upon_one_letter_are_not_drawn(piled):
    text = "口" + piled * 100_000 + "罩12只"
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown[: MOST_MARKS + 1] == text[: MOST_MARKS + 1]
    assert set(shown[MOST_MARKS + 1 : -4]) == {"�"}
    assert shown.endswith("罩12只")


def test_marks_that_writing_has_stay():
    words = "Việt Nam n\u0323\u0302\u0301 \U0001f469\u200d\U0001f469\u200d\U0001f467 ……（——）" * 50
    assert visible(words) == words
