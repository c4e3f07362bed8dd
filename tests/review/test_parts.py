"""A long text is drawn in parts: nothing is left out, nothing twice, and no figure is cut."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.review.texts import NOTICE
from xi_data.review.deciding import accept, figures, reject
from xi_data.review.draft import draft_of
from xi_data.review.marking import add
from xi_data.review.parts import MOST_CHARACTERS, MOST_FIGURES, Part, part_with, parts

SENTENCE = "储备口罩1.5万只，排查外来人员320人，其中东村150人、西村98人、南村72人，约30户。"
FILLER = "没有数字的一行。" * 20 + "\n"
TEXTS = {
    "short": NOTICE,
    "without figures": "今天天气很好。\n\n",
    "empty": "",
    "many lines": f"{SENTENCE}\r\n" * 120,
    "one line": SENTENCE * 120,
    "a long line among short ones": f"{SENTENCE}\n" * 30 + SENTENCE * 80 + f"\n{SENTENCE}\n" * 30,
    "few figures far apart": f"{SENTENCE}\n{FILLER * 90}" * 4,
}


def draft_with(name: str, text: bool = True):
    made = draft_of(TEXTS[name], "a.txt")
    return made if text else replace(made, text=None)


@pytest.mark.parametrize("text", [True, False], ids=["with the text", "without it"])
@pytest.mark.parametrize("name", TEXTS)
def test_parts_are_the_whole_text_and_every_figure_whole_in_one(name, text):
    draft = draft_with(name, text)
    every, found = figures(draft), parts(draft)
    assert (found[0].first, found[0].start) == (0, 0)
    assert found[-1].last == len(every)
    if text:
        assert found[-1].end == len(draft.text)
    for one, behind in pairwise(found):
        assert (one.last, one.end) == (behind.first, behind.start)
    for number, part in enumerate(found):
        inside = [one.figure for one in every[part.first : part.last]]
        assert len(inside) <= MOST_FIGURES
        assert all(part.start <= one.start and one.end <= part.end for one in inside)
        assert {part_with(draft, one.figure_id) for one in inside} <= {number}
        assert inside or len(found) == 1
        if len(inside) > 1:
            assert inside[-1].end - part.start <= MOST_CHARACTERS


def test_a_short_text_is_one_part_and_a_long_one_is_cut_between_lines():
    assert parts(draft_with("short")) == (
        Part(0, len(figures(draft_with("short"))), 0, len(NOTICE)),
    )
    draft = draft_with("many lines")
    assert len(parts(draft)) == 3
    assert all(draft.text[part.start - 1] == "\n" for part in parts(draft)[1:])
    assert len(parts(draft_with("one line"))) == 3
    assert len(parts(draft_with("few figures far apart"))) == 2


def test_verdicts_leave_parts_as_they_are_and_an_overlapping_figure_is_not_cut():
    draft = draft_with("one line")
    at = parts(draft)[1].first
    one = figures(draft)[at].figure
    decided = reject(accept(draft, figures(draft)[0].figure.figure_id), one.figure_id, "bare")
    assert parts(decided) == parts(draft)
    inside = add(decided, one.start, one.end - 1)
    assert len(figures(inside)) == len(figures(draft)) + 1
    for part in parts(inside):
        for each in figures(inside)[part.first : part.last]:
            assert part.start <= each.figure.start
            assert each.figure.end <= part.end
