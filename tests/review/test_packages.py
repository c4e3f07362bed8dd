"""A package gives back the drafts that it was made of, and says what is wrong where it is none."""

import csv
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.texts import NOTICE, SHORT
from xi_data import store
from xi_data.corpus.bulletin import read_bulletin
from xi_data.corpus.machine_package import machine_package_bytes
from xi_data.corpus.package import csv_bytes
from xi_data.locale import translator
from xi_data.reading.rule_tables import vocabulary
from xi_data.record.errors import DataError
from xi_data.record.packages import MOST_BROUGHT, package_folder, zipped
from xi_data.record.tables import DATA, TABLES
from xi_data.review.deciding import accept, change, figures, redo, reject, reopen, undo
from xi_data.review.doubts import progress, sure
from xi_data.review.draft import describe, draft_of
from xi_data.review.folding import ACCEPTED, OPEN, REJECTED
from xi_data.review.marking import add, merge, split
from xi_data.review.promote import promote
from xi_data.review.sums import relations
from xi_data.review.taking_up import taken_up
from xi_data.review.written import WrongValueError

MADE = draft_of(NOTICE, "notice.txt")

OWN = {
    "units": "truckload,count,truckload,truckloads,车",
    "topics": "rescue,people,Rescue,救援",
    "categories": "boats,,rescue,Boats,船只",
    "statuses": "afloat,afloat,在水上",
}
"""Words that nobody but a package has."""


def with_own_words(package: bytes) -> bytes:
    """The package with words of its own: in each row names and definitions after what is given."""
    held = files(package)
    for table, row in OWN.items():
        columns = held[TABLES[table]].split(b"\n", 1)[0].count(b",") + 1
        cells = [*row.split(","), *["words"] * columns][:columns]
        held[TABLES[table]] += f"{','.join(cells)}\n".encode()
    return zipped(held)


def test_words_of_its_own_are_taken_up_offered_and_given_back():
    mine = with_own_words(promote(MADE, with_text=True))
    [draft] = taken_up(mine)
    key = next(one.figure_id for one in MADE.proposals if one.unit == "basket")
    told = {"unit": "truckload", "topic": "rescue", "category": "boats", "status": "afloat"}
    with pytest.raises(WrongValueError, match="'truckload': expected a key of"):
        change(MADE, key, told)
    draft = change(draft, key, told)
    one = draft.state.by_id[key].figure
    assert {name: getattr(one, name) for name in told} == told
    assert (one.label_en, one.label_zh) == ("Boats afloat", "船只（在水上）")
    again = promote(draft, with_text=True)
    assert taken_up(again) == [draft]
    assert files(again)[TABLES["units"]] == files(mine)[TABLES["units"]]
    both = files(promote(draft, replace(draft, row=MADE.row | {"bulletin_id": "other"})))
    for table, row in OWN.items():
        assert both[TABLES[table]].count(f"\n{row.split(',')[0]},".encode()) == 1
    with package_folder(again) as folder:
        store.prove(folder)


@pytest.mark.parametrize("table", ["qualifiers", "kinds", "as_of_bases"])
def test_a_word_that_code_must_know_is_refused(table):
    column = {"qualifiers": "qualifier", "kinds": "kind", "as_of_bases": "as_of_basis"}[table]
    package = files(promote(MADE))
    path = TABLES[table]
    package[path] += b"novel" + b",x" * package[path].split(b"\n", 1)[0].count(b",") + b"\n"
    lines = list(csv.reader(io.StringIO(package["figures.csv"].decode(), newline="")))
    lines[1][lines[0].index(column)] = "novel"
    package["figures.csv"] = csv_bytes(lines[0], lines[1:])
    with pytest.raises(DataError) as raised:
        taken_up(zipped(package))
    keys = ", ".join(vocabulary(table))
    assert f"column {column}: 'novel': expected one of {keys}: what they mean" in str(raised.value)
    assert f"以下之一：{keys}（" in raised.value.in_words(translator("zh"))


CHANGES = [
    {"value": 7, "qualifier": "over"},
    {"unit": "person"},
    {"status": "donated"},
    {"topic": "other", "label_en": "Some, of “these”\nthings"},
    {"as_of": "2021-03-02"},
    {"kind": "vague"},
    {"date": "2021-03"},
]


def files(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def rows(package: bytes, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files(package)[name].decode(), newline="")))


@st.composite
def reviewed(draw) -> tuple:
    """A draft after some decisions, with those that were refused left out."""
    draft = MADE
    for _ in range(draw(st.integers(0, 12))):
        keys = [one.figure.figure_id for one in figures(draft)]
        key, other = draw(st.sampled_from(keys)), draw(st.sampled_from(keys))
        place = draw(st.integers(0, len(NOTICE)))
        decide = draw(
            st.sampled_from(
                [
                    lambda d, k=key: accept(d, k),
                    lambda d: accept(d, *sure(d)),
                    lambda d, k=key: reject(d, k, draw(st.sampled_from(["bare", "no", '"\n, ']))),
                    lambda d, k=key: reopen(d, k),
                    lambda d, k=key: change(d, k, draw(st.sampled_from(CHANGES))),
                    lambda d, k=key, p=place: split(d, k, p),
                    lambda d, k=key, o=other: merge(d, k, o),
                    lambda d, p=place: add(d, p, min(len(NOTICE), p + draw(st.integers(1, 9)))),
                    undo,
                    redo,
                ]
            )
        )
        try:
            draft = decide(draft)
        except ValueError:
            continue
    return draft


@settings(max_examples=120, deadline=None)
@given(reviewed())
def test_a_package_gives_the_same_draft_back(draft):
    [again] = taken_up(promote(draft, with_text=True))
    assert again == replace(draft, undone=())
    assert again.state.by_id == draft.state.by_id
    for one in figures(draft):
        assert NOTICE[one.figure.start : one.figure.end] == one.figure.mention
    while again.decisions:
        again = undo(again)
    assert again.state.by_id == MADE.state.by_id


@settings(max_examples=15, deadline=None)
@given(reviewed())
def test_the_store_takes_what_a_person_has_decided(draft):
    with package_folder(promote(draft)) as folder:
        store.prove(folder)


def test_half_reviewed_is_a_package_too():
    sums = [one.figure.figure_id for one in figures(MADE) if one.figure.unit == "person"]
    draft = reject(accept(MADE, *sums[:2]), sums[2], "it is none")
    package = promote(draft)
    kept = {row["figure_id"]: row["reading"] for row in rows(package, "figures.csv")}
    assert len(kept) == len(MADE.proposals) - 1
    assert [kept[key] for key in sums[:2]] == ["reviewed", "reviewed"]
    [_, rejected] = rows(package, "decisions.csv")
    assert (rejected["bulletin_id"], rejected["decision"]) == ("notice", "reject")
    assert (rejected["figure_id"], rejected["reason"]) == (sums[2], "it is none")
    assert sums[2] in rejected["before"]
    assert rows(package, "bulletins.csv")[0]["script_note_en"] == (
        "Read by machine, reviewed in part."
    )
    [left_out] = [
        row for row in rows(package, "excused_numerals.csv") if row["reason"] != "set_phrase"
    ]
    assert left_out["reason"] == "rejected"


def test_the_text_is_in_it_only_where_it_is_asked_for():
    assert "texts/notice.txt" not in files(promote(MADE))
    assert files(promote(MADE, with_text=True))["texts/notice.txt"].decode() == NOTICE
    held = b"".join(files(promote(accept(MADE, *sure(MADE)))).values()).decode()
    assert "收梨10至20筐" not in held
    [without] = taken_up(promote(MADE))
    assert without.text is None
    with pytest.raises(ValueError, match="came without its text"):
        add(without, 0, 4)


def test_sums_that_hold_are_relations_of_the_package():
    found = {
        (row["figure_id"], row["relation"], row["other_id"], row["basis"])
        for row in rows(promote(MADE), "relations.csv")
    }
    assert found == {
        (part, one.relation, one.whole, one.basis) for one in relations(MADE) for part in one.parts
    }
    assert len(found) == 4


def test_several_bulletins_are_one_package_in_their_order():
    second = describe(draft_of(SHORT, "short.txt"), published="2020-02", publisher="某报")
    package = promote(accept(second, *sure(second)), MADE, with_text=True)
    assert [one.bulletin_id for one in taken_up(package)] == ["short", "notice"]
    assert rows(package, "bulletins.csv")[0]["published_partial"] == "2020-02"
    assert package == promote(accept(second, *sure(second)), MADE, with_text=True)
    with pytest.raises(ValueError, match="each with its own key"):
        promote(MADE, MADE)


def test_what_a_machine_package_holds_are_proposals(tmp_path):
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    [draft] = taken_up(machine_package_bytes([read_bulletin(str(file))], with_texts=True))
    assert draft.proposals == MADE.proposals
    assert {one.verdict for one in figures(draft)} == {OPEN}


def test_what_people_have_read_comes_accepted_and_keeps_what_editors_know():
    [draft] = taken_up(DATA)
    assert {one.verdict for one in figures(draft)} == {ACCEPTED}
    assert progress(draft).decided == 120
    package = promote(draft)
    assert taken_up(package) == [draft]
    held = files(package)
    for name in ("figures.csv", "paragraphs.csv", "highlights.csv", "remarks.csv"):
        assert held[name] == (DATA / name).read_bytes()
    named = [
        content.splitlines()
        for content in (held["relations.csv"], (DATA / "relations.csv").read_bytes())
    ]
    assert sorted(named[0]) == sorted(named[1])


def test_a_folder_of_a_zip_may_have_a_name():
    inside = {f"my package/{name}": content for name, content in files(promote(MADE)).items()}
    assert taken_up(zipped(inside))[0].proposals == MADE.proposals


PACKAGE = files(promote(reject(MADE, MADE.proposals[1].figure_id, "bare"), with_text=True))


def broken(name: str, old: str, new: str) -> bytes:
    content = PACKAGE[name].decode()
    assert old in content
    return zipped({**PACKAGE, name: content.replace(old, new, 1).encode()})


@pytest.mark.parametrize(
    ("package", "message"),
    [
        (b"PK\x03\x04 and no more", "a folder or a zip in the shape of data/"),
        (zipped({"figures.csv": b""}), "version.toml, line 1: expected a readable file"),
        (broken("version.toml", "schema = 2", "schema = 3"), "column schema: '3': expected 2"),
        (broken("figures.csv", ",person,", ",peoples,"), "column unit: 'peoples': expected a key"),
        (broken("figures.csv", ",exact,", ",exactly,"), "column qualifier: 'exactly'"),
        (broken("figures.csv", "320,", "32O,"), "expected a number"),
        (broken("figures.csv", "320人", "321人"), "expected what stands at its place in texts/"),
        (broken("figures.csv", "320人", "320"), "end minus start to be the number"),
        (broken("bulletins.csv", "notice,", "other,"), "bulletin_id: 'notice': expected a key of"),
        (broken("decisions.csv", ",reject,", ",forget,"), "'forget': expected one of accept"),
        (broken("decisions.csv", ",reject,", ",accept,"), "decisions that lead to the figures"),
        (broken("decisions.csv", "[{", "[["), "decisions that lead to the figures"),
        (broken("texts/notice.txt", "林河", "河林"), "texts/notice.txt, line 1: expected the text"),
    ],
)
def test_what_is_wrong_in_a_package_is_named(package, message):
    with pytest.raises(DataError, match=message):
        taken_up(package)


def test_a_damaged_zip_is_named():
    whole = zipped(PACKAGE)
    place = whole.index(PACKAGE["version.toml"][:0] + b"figures.csv") + 60
    with pytest.raises(DataError, match="a folder or a zip in the shape of data/"):
        taken_up(whole[:place] + bytes(40) + whole[place + 40 :])
    with pytest.raises(DataError, match="a folder or a zip in the shape of data/"):
        taken_up(whole[: len(whole) // 2])


def test_a_zip_that_unfolds_beyond_measure_is_refused(tmp_path, monkeypatch):
    bomb = zipped({**PACKAGE, "relations.csv": b"\n" * MOST_BROUGHT})
    assert len(bomb) < 100_000
    with pytest.raises(DataError, match="a package of at most 40 MB, unpacked"):
        taken_up(bomb)
    monkeypatch.setattr("xi_data.record.packages._MOST_BYTES", MOST_BROUGHT)
    (tmp_path / "bomb.zip").write_bytes(bomb)
    with pytest.raises(DataError, match="a package of at most 40 MB, unpacked"):
        taken_up(tmp_path / "bomb.zip")


@pytest.mark.parametrize(
    "key", ["../notice", "a/b", "..", "", "A", "a" * 81, "a\0b", "/etc/passwd"]
)
def test_a_key_that_is_a_path_is_refused(key):
    row = PACKAGE["bulletins.csv"].decode().replace("notice,", f"{key},", 1).encode()
    with pytest.raises(DataError, match="bulletin_id.*at most 80 small letters, digits and -"):
        taken_up(zipped({**PACKAGE, "bulletins.csv": row}))


def test_a_cell_that_no_page_could_show_is_refused():
    rows = PACKAGE["bulletins.csv"].decode().replace("林河县疫情防控情况", "林" * 2_001, 1)
    with pytest.raises(DataError, match="title_en.*at most 2,000 characters"):
        taken_up(zipped({**PACKAGE, "bulletins.csv": rows.encode()}))


def test_more_figures_than_can_be_reviewed_are_refused(monkeypatch):
    monkeypatch.setattr("xi_data.review.taking_up.MOST_FIGURES", 3)
    with pytest.raises(DataError, match="figures.csv, line 5, .* at most 3 figures"):
        taken_up(zipped(PACKAGE))


def test_a_rejected_figure_comes_back_rejected():
    [draft] = taken_up(zipped(PACKAGE))
    [one] = [one for one in figures(draft) if one.verdict == REJECTED]
    assert (one.figure, one.reason) == (MADE.proposals[1], "bare")
