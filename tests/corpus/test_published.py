"""When a file was published, by what reason, and what a text contradicts."""

import datetime

import pytest

from xi_data.corpus.bulletin import Bulletin, read_bulletin
from xi_data.corpus.index import Entry, read_index
from xi_data.reading.date_lines import date_in_name, date_line
from xi_data.record.errors import DataError

PAGE = "<html><meta name=pubdate content=2021-03-05>"
BODY = "河東鄉3月4日收梨30筐。"


@pytest.fixture
def read(tmp_path):
    """Read a text from a file of a name, with what the index and the command say of it."""

    def bulletin(text: str, name: str = "a.txt", index: str = "", option: str | None = None):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        entry = Entry(file=name, published=index) if index else None
        return read_bulletin(str(file), entry, option)

    return bulletin


def dates(bulletin: Bulletin) -> list[str]:
    return [one.printed_date for one in bulletin.candidates if one.kind == "date"]


@pytest.mark.parametrize(
    ("text", "day", "line"),
    [
        (f"情况通报\n发布时间：2021-03-05 08:30  来源：河东融媒\n{BODY}", (2021, 3, 5), 2),
        (f"情况通报\n2021年3月5日\n{BODY}", (2021, 3, 5), 2),
        (f"{BODY}\n特此通报。\n\n河东乡政府\n二〇二一年三月五日\n", (2021, 3, 5), 5),
        (f"情况通报\n{BODY}2021年3月2日另收8筐。", None, None),
        (f"2021年3月收成\n{BODY}", None, None),
        ("", None, None),
    ],
)
def test_a_line_that_states_the_date_is_known_from_one_that_tells_of_a_day(text, day, line):
    found = date_line(text)
    assert (found and found.date, found and found.line) == (day and datetime.date(*day), line)


@pytest.mark.parametrize(
    ("stem", "date"),
    [
        ("2021-03-05-notice", "2021-03-05"),
        ("通报20210305", "2021-03-05"),
        ("2021_03", "2021-03"),
        ("通报2021年03月05日", "2021-03-05"),
        ("20210231", None),
        ("120210305", None),
        ("notice-12", None),
    ],
)
def test_a_name_may_have_the_date(stem, date):
    assert date_in_name(stem) == date


@pytest.mark.parametrize(
    ("text", "name", "index", "option", "basis", "day"),
    [
        (BODY, "a.txt", "2021-03", None, "index", "2021-03-04"),
        (BODY, "2020-01-01.txt", "2021-03", "2019", "index", "2021-03-04"),
        (BODY, "2020-01-01.txt", "", "2021", "option", "2021-03-04"),
        (f"2021年3月5日\n{BODY}", "2020-01-01.txt", "", None, "line", "2021-03-04"),
        (
            f"<html><meta name=pubdate content=2021-03-05>{BODY}",
            "a",
            "",
            None,
            "metadata",
            "2021-03-04",
        ),
        (BODY, "2021-03-05.txt", "", None, "name", "2021-03-04"),
        (BODY, "a.txt", "", None, None, "XXXX-03-04"),
    ],
)
def test_the_nearest_source_of_a_date_counts(read, text, name, index, option, basis, day):
    bulletin = read(text, name, index, option)
    assert bulletin.publication.basis == basis
    assert dates(bulletin)[-1] == day


def test_where_nobody_gave_it_the_reason_is_shown(read):
    found = read(f"情况通报\n发布时间：2021-03-05\n{BODY}")
    assert found.messages == ("published 2021-03-05, from line 2: 发布时间：2021-03-05",)
    found = read(BODY, "2021-03-05.txt")
    assert found.messages == ("published 2021-03-05, from the name 2021-03-05.txt",)


def test_what_is_not_known_is_asked_for_where_it_matters(read):
    assert "--published" in read(BODY).messages[0]
    assert read("河東鄉收梨30筐。").messages == ()
    assert read("2021年3月4日收梨30筐。").messages == ()


def test_one_date_for_many_files_yields_to_what_a_text_says_of_itself(read):
    found = read(f"2020年3月5日\n{BODY}", option="2021-03-05")
    assert dates(found) == ["2020-03-05", "2020-03-04"]
    assert found.messages[0].startswith("--published 2021-03-05 is not used: the text 2020-03-05")


def test_no_year_is_filled_in_that_the_index_or_the_text_excludes(read):
    found = read(f"{BODY}\n2020年3月5日", index="2021-03-05")
    assert dates(found) == ["XXXX-03-04", "2020-03-05"]
    assert found.messages[0].startswith("the index says published 2021-03-05, the text 2020-03-05")
    found = read(f"{BODY}2022年3月2日另收8筐，3月3日又收9筐。", option="2021-03-05")
    assert dates(found) == ["XXXX-03-04", "2022-03-02", "2022-03-03"]
    assert found.messages[0].startswith("published 2021-03-05 is not used: the text gives 2022年")


@pytest.mark.parametrize("option", ["2021", "2021-03", "2021-02", "2021-03-30"])
def test_a_text_that_is_dated_within_a_month_contradicts_nothing(read, option):
    assert read(f"2021年3月5日\n{BODY}", option=option).publication.basis == "option"


INDEX = "file,title,published,note\na.txt,情况通报,2021-03-05,x\nsub/b.txt,,,\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_an_index_names_files_from_its_own_folder(tmp_path, encoding):
    table = tmp_path / "index.csv"
    table.write_bytes(INDEX.encode(encoding))
    index = read_index(str(table))
    assert index.files == [str(tmp_path / "a.txt"), str(tmp_path / "sub/b.txt")]
    assert index.entry(str(tmp_path / "sub" / ".." / "a.txt")).title == "情况通报"
    assert index.entry("a.txt") is None


@pytest.mark.parametrize(
    ("text", "line", "column", "expected"),
    [
        ("name,published\na,2021\n", 1, "header", "a column file"),
        ("file,published\na,2021\nb,5 March\n", 3, "published", "YYYY-MM-DD"),
        ("file,bulletin_id\na,Über\n", 2, "bulletin_id", "small letters"),
        ("file\na\nb\na\n", 4, "file", "no second row"),
        ("file,title\n,b\n", 2, "file", "the path of a file"),
        ('file\n"a', 2, "", "valid CSV"),
    ],
)
def test_what_is_wrong_in_an_index_is_named_by_line_and_column(
    tmp_path, text, line, column, expected
):
    table = tmp_path / "index.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=expected) as caught:
        read_index(str(table))
    assert (caught.value.line, caught.value.column) == (line, column)
