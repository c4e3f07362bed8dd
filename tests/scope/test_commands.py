"""The command line over several bulletins: checks, verification, export."""

import pytest

from tests.scope.bulletins import COPY, EVERY, MADE_UP, ONE_FIGURE, SHIPPED
from xi_data.locale import LANGUAGES


@pytest.fixture(scope="module")
def file(tmp_path_factory, article) -> str:
    """The article in a file."""
    written = tmp_path_factory.mktemp("text") / "article.txt"
    written.write_bytes(article.encode())
    return str(written)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_check_reports_each_bulletin_as_it_does_alone(alone, among, lang):
    mine = alone.command("check", "--lang", lang)
    every = among.command("check", "--lang", lang)
    assert mine.status == every.status == 0
    assert set(EVERY) <= set(every.text.splitlines())
    for bulletin in (*SHIPPED, *COPY):
        one = among.command("check", "--lang", lang, "--bulletin", bulletin)
        assert one == mine
        assert f"{bulletin}\n{mine.text.strip()}" in every.text


@pytest.mark.parametrize("bulletin", [*MADE_UP, *ONE_FIGURE])
def test_check_of_an_invented_bulletin_says_nothing_of_the_article(among, bulletin):
    one = among.command("check", "--bulletin", bulletin)
    assert one.status == 0
    assert one.beside == ""
    assert one.text
    for word in ("Xi County", "closure-", "supply-", "screening-", *SHIPPED, *COPY):
        assert word not in one.text


def test_check_and_verify_of_a_text_are_the_same_alone_and_among_others(alone, among, file):
    for name in ("check", "verify"):
        mine = alone.command(name, file)
        assert mine.status == 0
        assert among.command(name, file) == mine
        assert among.command(name, file, "--bulletin", *COPY) == mine


def test_a_text_is_not_that_of_another_bulletin(among, file):
    found = among.command("verify", file, "--bulletin", *MADE_UP)
    assert found.status == 1
    assert "9 figures: 0 aligned, 0 moved, 9 missing" in found.text


@pytest.mark.parametrize("bulletin", [*MADE_UP, *ONE_FIGURE])
def test_export_of_an_empty_view_is_an_empty_file(among, bulletin):
    for format_ in ("csv", "json", "xlsx", "parquet", "zip"):
        found = among.command("export", "publicity", f"bulletin={bulletin}", "--format", format_)
        assert (found.status, found.beside) == (0, "")
