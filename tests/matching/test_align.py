"""Holding figures against copies of their text: small ones that we made up, and the article."""

import time

import pytest

from xi_data.matching.align import verify
from xi_data.reading.text import GLOSS, context_hash, normalised, simplified
from xi_data.record.figures import Excused, Figure, columns, read_excused, read_figures

BULLETIN = (
    "蒼水縣秋收快報\n今年風調雨順，河東鄉(xiāng)收梨30筐，收棗8筐。\n"
    "河西鄉收梨20筐，一心一意修渠3條。\n兩鄉共種樹500棵，明年春天再多種一些果樹。"
)
MENTIONS = ["30筐", "8筐", "20筐", "3條", "500棵"]


def figures_of(text: str, mentions: list[str]) -> list[Figure]:
    """Figures of a text that have only what verifying looks at."""
    found, end = [], 0
    for mention in mentions:
        start = text.index(mention, end)
        end = start + len(mention)
        empty = dict.fromkeys(columns(Figure))
        said = {
            "figure_id": mention,
            "start": start,
            "end": end,
            "mention": mention,
            "context_hash": context_hash(text, start, end),
        }
        found.append(Figure(**(empty | said)))
    return found


def excused_of(text: str, mentions: list[str]) -> list[Excused]:
    places = [(text.index(mention), mention) for mention in mentions]
    return [
        Excused("bulletin", start, start + len(mention), mention, "word")
        for start, mention in places
    ]


FIGURES = figures_of(BULLETIN, MENTIONS)
EXCUSED = excused_of(BULLETIN, ["一心一意", "兩鄉", "一些"])


def verdicts(text: str) -> dict[str, str]:
    """Figure to its verdict, with the proof where it is elsewhere or its neighbours are others.

    Every place is that of its mention.
    """
    said = {}
    for one in verify(text, FIGURES, EXCUSED).verdicts:
        at_home = one.verdict == "aligned" and one.proof == "context"
        by = f" by {one.proof}" if one.proof and not at_home else ""
        said[one.figure.figure_id] = one.verdict + by
        if one.start is not None:
            assert normalised(text[one.start : one.end]) == normalised(one.figure.mention)
    return said


def test_the_text_itself_is_aligned_and_covered():
    found = verify(BULLETIN, FIGURES, EXCUSED)
    assert [(one.verdict, one.start, one.end) for one in found.verdicts] == [
        ("aligned", figure.start, figure.end) for figure in FIGURES
    ]
    assert [BULLETIN[start:end] for start, end, _ in found.excused] == ["一心一意", "兩鄉", "一些"]
    assert found.uncovered == []
    assert found.all_well


def test_what_stands_at_its_place_has_not_moved_whatever_its_script_or_neighbours():
    script = BULLETIN.replace("3條", "3条")
    assert verdicts(script) == {key: "aligned" for key in MENTIONS}
    neighbours = BULLETIN.replace("樹500棵，明年春天", "木500棵；来年春日")
    by_order = dict.fromkeys(("3條", "500棵"), "aligned by order")
    assert verdicts(neighbours) == dict.fromkeys(MENTIONS, "aligned") | by_order


@pytest.mark.parametrize(
    "copy",
    [
        "（转载）" + BULLETIN,
        simplified(GLOSS.sub("", BULLETIN)).replace("，", ",")[:-1],
        BULLETIN.replace("\n", "\r\n\r\n").replace("30", "３０").replace("筐", " 筐"),
    ],
    ids=["more before it", "Simplified without glosses", "other lines, widths and spaces"],
)
def test_another_copy_has_all_figures_moved_by_context(copy):
    found = verify(copy, FIGURES, EXCUSED)
    assert set(verdicts(copy).values()) <= {"aligned", "moved by context"}
    assert "moved by context" in verdicts(copy).values()
    assert found.all_well


def test_a_figure_whose_neighbours_changed_is_proved_by_order():
    changed = BULLETIN.replace("一心一意修渠", "新修")
    assert verdicts(changed)["3條"] == "moved by order"


def test_a_sentence_that_was_cut_takes_its_figures_with_it():
    cut = BULLETIN.replace("河西鄉收梨20筐，一心一意修渠3條。\n", "")
    said = verdicts(cut)
    assert {one for one, verdict in said.items() if verdict == "missing"} == {"20筐", "3條"}
    assert verify(cut, FIGURES, EXCUSED).uncovered == []


def test_figures_in_another_order_with_other_neighbours_are_not_proved():
    shuffled = "種樹500棵，挖渠3條，摘梨共20筐，曬棗共8筐，裝車30筐。"
    assert set(verdicts(shuffled).values()) == {"missing"}


def test_a_mention_that_occurs_once_too_often_between_its_neighbours_is_not_guessed():
    doubtful = BULLETIN.replace("一心一意修渠3條", "新修水渠路3條，改道水渠路3條")
    found = verify(doubtful, FIGURES, EXCUSED)
    assert verdicts(doubtful)["3條"] == "missing"
    assert [doubtful[start:end] for start, end in found.uncovered] == ["3", "3"]


def test_a_part_of_a_longer_number_is_no_place_for_a_figure():
    longer = BULLETIN.replace("500棵", "1500棵").replace("收梨20筐", "收梨120筐")
    said = verdicts(longer)
    assert (said["500棵"], said["20筐"]) == ("missing", "missing")


def test_a_number_that_nobody_read_is_uncovered():
    more = BULLETIN + "又養鵝７０隻、雞十只，修屋半間。"
    found = verify(more, FIGURES, EXCUSED)
    assert [more[start:end] for start, end in found.uncovered] == ["７０", "十", "半"]
    assert found.count("aligned") == len(FIGURES)
    assert not found.all_well


def test_a_bulletin_printed_twice_has_its_second_half_uncovered():
    found = verify(BULLETIN + BULLETIN, FIGURES, EXCUSED)
    assert found.count("aligned") == len(FIGURES)
    assert min(start for start, _ in found.uncovered) >= len(BULLETIN)


def test_signs_at_the_end_of_a_mention_belong_to_its_place():
    text = "視頻點擊75萬+，漲了12％。"
    figures = figures_of(text, ["75萬+", "12％"])
    found = verify("轉載：" + text, figures, [])
    assert [("轉載：" + text)[one.start : one.end] for one in found.verdicts] == ["75萬+", "12％"]


@pytest.mark.parametrize("text", ["", "\n", "没有数字", "\ud800", "İ" * 50])
def test_a_text_without_the_figures_misses_all(text):
    found = verify(text, FIGURES, EXCUSED)
    assert found.count("missing") == len(FIGURES)
    assert found.uncovered == []


def test_a_mention_in_another_text_is_not_the_figure():
    found = verify("隔壁鄰居也收梨30筐。", FIGURES, EXCUSED)
    assert found.count("missing") == len(FIGURES)
    assert len(found.uncovered) == 1


def test_letters_that_grow_in_lower_case_move_nothing():
    assert verify("İİİ" + BULLETIN, FIGURES, EXCUSED).count("moved") == len(FIGURES)


@pytest.fixture(scope="module")
def the_bulletin() -> tuple[list[Figure], list[Excused]]:
    return read_figures(), read_excused()


def test_the_article_is_aligned_and_covered(article, the_bulletin):
    found = verify(article, *the_bulletin)
    assert found.count("aligned") == len(the_bulletin[0])
    assert len(found.excused) == len(the_bulletin[1])
    assert found.uncovered == []


def test_a_simplified_copy_of_the_article_has_all_figures_moved(article, the_bulletin):
    found = verify(simplified(GLOSS.sub("", article)), *the_bulletin)
    assert (found.count("moved"), found.count("missing")) == (len(the_bulletin[0]), 0)
    assert {one.proof for one in found.verdicts} == {"context"}
    assert found.uncovered == []


def test_two_sentences_cut_from_the_article_take_their_figures_with_them(article, the_bulletin):
    figures, excused = the_bulletin
    copy = simplified(GLOSS.sub("", article))
    gone = set()
    for figure_id in ("screening-outside-released", "supply-liquid-disinfectant-ordered"):
        places = {
            one.figure.figure_id: one.start for one in verify(copy, figures, excused).verdicts
        }
        at = places[figure_id]
        begin = max(copy.rfind(mark, 0, at) for mark in "。\n") + 1
        end = copy.index("。", at) + 1
        gone |= {one for one, start in places.items() if start and begin <= start < end}
        copy = copy[:begin] + copy[end:]
    found = verify(copy, figures, excused)
    assert {one.figure.figure_id for one in found.verdicts if one.start is None} == gone
    assert len(gone) >= 2
    assert found.uncovered == []


def test_time_grows_with_length_and_no_faster():
    def seconds(times: int) -> float:
        start = time.process_time()
        verify((BULLETIN + "8筐、" * 50) * times, FIGURES, EXCUSED)
        return time.process_time() - start

    short = max(min(seconds(20) for _ in range(3)), 0.002)
    assert seconds(200) < 30 * short
