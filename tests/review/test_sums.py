"""Relations inside a bulletin: found where they are, none proposed where chance is enough."""

import pytest

from xi_data.record.tables import DATA, read_cells
from xi_data.review.deciding import change, reject
from xi_data.review.doubts import doubts
from xi_data.review.draft import draft_of
from xi_data.review.sums import relations


def related(text: str, relation: str = "part_of") -> list[tuple]:
    draft = draft_of(text, "a.txt")
    mention = {one.figure_id: one.mention for one in draft.proposals}
    return [
        (mention[one.whole], [mention[part] for part in one.parts], one.basis, one.difference)
        for one in relations(draft)
        if one.relation == relation
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("排查320人，其中东村150人、西村98人、南村72人。", ("320人", "150人 98人 72人", "printed")),
        ("新增病例6例（东区4例、西区2例）。", ("6例", "4例 2例", "printed")),
        ("三村种树120棵、80棵、200棵，合计400棵。", ("400棵", "120棵 80棵 200棵", "printed")),
        ("登记57人，满期51人，在家6人。", ("57人", "51人 6人", "inferred")),
        ("有住户60户180人，甲村20户70人，乙村40户110人。", ("180人", "70人 110人", "inferred")),
    ],
)
def test_a_whole_next_to_its_parts_is_found(text, expected):
    whole, parts, basis = expected
    assert (whole, parts.split(), basis, 0) in related(text)


@pytest.mark.parametrize(
    "text",
    [
        "有茶馆13家，饭店6家，网吧11家，浴室2家。",  # small numbers add up by chance
        "登记约57人，满期51人，在家6人。",  # a hedged one adds up to nothing
        "登记57人，满期51户，在家6户。",
        "登记57人。\n满期51人。\n在家6人。",
        "关停茶馆24家，麻将馆14家，网吧10家。",  # a list of things that exclude each other
    ],
)
def test_chance_is_no_sum(text):
    assert related(text) == []


def test_a_list_that_misses_its_whole_by_little_fails_and_is_doubted():
    text = "排查320人，其中东村150人、西村98人、南村70人。"
    assert related(text) == [("320人", ["150人", "98人", "70人"], "printed", 2)]
    draft = draft_of(text, "a.txt")
    whole = draft.proposals[0].figure_id
    assert "sum_fails" in doubts(draft)[whole]
    mended = change(draft, whole, {"value": 318})
    assert [one.holds for one in relations(mended)] == [True]
    assert "sum_fails" not in doubts(mended).get(whole, ())


def test_a_rejected_figure_is_in_no_sum():
    draft = draft_of("登记57人，满期51人，在家6人。", "a.txt")
    assert relations(reject(draft, draft.proposals[2].figure_id, "bare")) == ()


def test_one_thing_in_two_units_is_found_and_households_are_not_people():
    text = "储备大米12吨（240袋）、食用油3000公斤，600桶。有住户60户180人。设病房15间15床。"
    found = [(whole, *parts) for whole, parts, *_ in related(text, "same_thing_in_other_unit")]
    assert found == [("12吨", "240袋"), ("3000公斤", "600桶"), ("15间", "15床")]


def test_the_same_count_again_is_found_and_a_list_of_equals_is_not():
    again = "抽调28个部门参战。\n28个部门写了方案，28个车站上岗。\n"
    assert related(again, "restates") == [("28个", ["28个"], "inferred", 0)]
    each = "".join(f"{name}村清理街道30条。\n" for name in "甲乙丙丁戊己")
    assert related(each, "restates") == []


def test_the_article_gives_its_sums_without_help(article):
    draft = draft_of(article, "xi.txt")
    starts = {
        cells[0]: int(cells[2])
        for _, cells in read_cells(DATA, "figures.csv", _header("figures.csv"))
    }
    places = {one.figure_id: one.start for one in draft.proposals}
    known = {
        (starts[figure], relation, starts[other])
        for _, (_, figure, relation, other, _) in read_cells(
            DATA, "relations.csv", _header("relations.csv")
        )
    }
    found = {
        (places[part], one.relation, places[one.whole])
        for one in relations(draft)
        for part in one.parts
    }
    # Whatever the rules find, the editors found too.
    assert found - known == set()
    sums = {
        (whole.value, tuple(sorted(part.value for part in parts))) for whole, parts in _sums(draft)
    }
    assert sums == {(1930, (84, 1846)), (2813, (157, 2656))}
    assert len(found) == 15


def _header(file: str) -> list[str]:
    return (DATA / file).read_text(encoding="utf-8").split("\n", 1)[0].split(",")


def _sums(draft):
    figures = {one.figure_id: one for one in draft.proposals}
    for one in relations(draft):
        if one.relation == "part_of":
            assert one.holds
            yield figures[one.whole], [figures[part] for part in one.parts]
