"""Files of a corpus: every figure that the filters leave, in pieces, and what is refused."""

import io
import json

import pandas as pd
import pyarrow.parquet as pq
import pytest

from tests.asking import asked
from xi_data.addresses.corpus_files import FILES, pieces, read_narrowing
from xi_data.corpora import hosted, taking
from xi_data.corpora.narrowing import Narrowing
from xi_data.ui.shell import corpus_data
from xi_data.views import RequestError

NARROWED = ({}, {"topic": ("supply",), "wording": ("exact",)}, {"topic": ("no such topic",)})


def of_pandas(rows: pd.DataFrame, chosen) -> list[tuple[str, str]]:
    for facet, choices in chosen.items():
        rows = rows[rows[facet].isin(choices)]
    return list(zip(rows["bulletin_id"], rows["figure_id"], strict=True))


def read(file: str, content: bytes) -> pd.DataFrame:
    if file.endswith("parquet"):
        return pq.read_table(io.BytesIO(content)).to_pandas()
    return pd.read_csv(io.BytesIO(content), encoding="utf-8-sig")


@pytest.mark.parametrize("chosen", NARROWED, ids=str)
@pytest.mark.parametrize("file", FILES)
def test_a_file_has_every_figure_in_the_order_of_the_corpus(
    corpus, rows, file, chosen, monkeypatch
):
    monkeypatch.setattr(taking, "_AT_ONCE", 400)
    made = list(pieces(file, taking.tables(corpus, Narrowing(chosen))))
    found = read(file, b"".join(made))
    assert list(zip(found["bulletin_id"], found["figure_id"], strict=True)) == of_pandas(
        rows, chosen
    )
    assert {"place", "publisher", "published", "reading"} <= set(found.columns)
    assert set(found["reading"]) <= {"machine"}
    assert len(made) > 5 or chosen


@pytest.fixture
def shown(small_corpus, monkeypatch):
    """The host has the small corpus."""
    monkeypatch.setenv(hosted.VARIABLE, str(small_corpus))


def test_an_address_answers_with_the_filters_of_the_page(shown, rows):
    found = asked("/data/corpus/figures.csv?topic=supply&unit=piece&lang=en")
    assert found.status == 200
    chosen = {"topic": ("supply",), "unit": ("piece",)}
    read_back = read("figures.csv", found.content)
    assert len(read_back) == len(of_pandas(rows, chosen)) > 0
    assert "attachment" in found.headers["content-disposition"]
    assert asked("/data/corpus/figures.csv", "HEAD").content == b""
    assert "default-src 'none'" in found.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("figures.csv?colour=red", 400, "does not know the key"),
        (f"figures.csv?search={'x' * 200}", 400, "search"),
        ("figures.xlsx", 404, "no such file"),
        (f"figures.csv?topic={'x' * 5_000}", 414, "characters"),
    ],
)
def test_what_is_wrong_with_an_address_is_told(shown, address, status, words):
    found = asked(f"/data/corpus/{address}")
    assert found.status == status
    assert words in json.loads(found.content)["error"]


def test_a_server_without_a_corpus_says_so(shown, monkeypatch):
    monkeypatch.delenv(hosted.VARIABLE)
    assert asked("/data/corpus/figures.csv").status == 404


def test_too_many_files_at_once_are_refused_and_the_place_is_free_again(shown, monkeypatch):
    for _ in range(3):
        assert asked("/data/corpus/figures.csv?topic=supply").status == 200
    held = [corpus_data._LINE.acquire(blocking=False) for _ in range(2)]
    assert all(held)
    try:
        found = asked("/data/corpus/figures.csv")
        assert found.status == 429
        assert found.headers["retry-after"]
    finally:
        for _ in held:
            corpus_data._LINE.release()


def test_choices_are_read_once_each_and_not_without_end():
    assert read_narrowing({"topic": ["a", "b", "a"]}).chosen == {"topic": ("a", "b")}
    with pytest.raises(RequestError):
        read_narrowing({"topic": [str(number) for number in range(501)]})
