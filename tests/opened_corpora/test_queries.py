"""Questions about a corpus, against the same asked of pandas."""

import pandas as pd
import pytest

from xi_data.corpora import queries
from xi_data.corpora.facets import FACETS
from xi_data.corpora.narrowing import Narrowing
from xi_data.reading.search import matches, terms

NARROWED = (
    {},
    {"topic": ("supply",)},
    {"topic": ("supply", "closure"), "unit": ("piece", "establishment")},
    {"topic": ("supply",), "guesses": ("sure",), "wording": ("over", "nearly")},
    {"place": ("长山县",), "month": ("2022-10",)},
    {"status": ("no such status",)},
)


def key(row) -> tuple[str, str]:
    return row["bulletin_id"], row["figure_id"]


def narrowed(rows: pd.DataFrame, chosen, without: str = "") -> pd.DataFrame:
    for facet, choices in chosen.items():
        if facet != without:
            rows = rows[rows[facet].isin(choices)]
    return rows


def page(corpus, narrowing, order="", first=0, most=50):
    return queries.figures(corpus, queries.positions_of(corpus, narrowing, order, first, most))


@pytest.mark.parametrize("chosen", NARROWED, ids=str)
def test_each_facet_is_counted_under_the_choices_of_the_others(corpus, rows, chosen):
    found = queries.counts(corpus, Narrowing(chosen))
    assert found.figures == len(narrowed(rows, chosen))
    expected = {
        (facet.key, choice): number
        for facet in FACETS
        for choice, number in narrowed(rows, chosen, facet.key)[facet.key].value_counts().items()
    }
    assert found.of == expected


@pytest.mark.parametrize("chosen", NARROWED, ids=str)
def test_values_are_counted_by_their_power_of_ten(corpus, rows, chosen):
    values = narrowed(rows, chosen)["value"]
    powers = values[values > 0].map(lambda value: int(f"{value:e}".partition("e")[2]))
    assert queries.decades(corpus, Narrowing(chosen)) == powers.value_counts().to_dict()


@pytest.mark.parametrize("chosen", NARROWED, ids=str)
def test_pages_turn_through_every_figure_in_the_order_of_the_files(corpus, rows, chosen):
    expected = [key(row) for row in narrowed(rows, chosen).to_dict("records")]
    found = [
        key(row)
        for first in range(0, len(expected) + 1, 700)
        for row in page(corpus, Narrowing(chosen), "", first, 700)
    ]
    assert found == expected


@pytest.mark.parametrize("far", [10**6, 0], ids=["sorted", "counted"])
@pytest.mark.parametrize("order", queries.ORDERED)
def test_an_order_is_that_of_pandas_on_every_page(corpus, rows, order, far, monkeypatch):
    monkeypatch.setattr(queries, "_FAR", far)
    by, descends = queries.ORDERED[order]
    chosen = {"topic": ("supply", "date", "other")}
    expected = narrowed(rows, chosen).sort_values(
        by, ascending=not descends, kind="stable", na_position="last"
    )
    for first in (1, 300, 777, len(expected) - 20, len(expected) + 5):
        found = page(corpus, Narrowing(chosen), order, first, 40)
        of_pandas = expected.iloc[first : first + 40].to_dict("records")
        assert list(map(key, found)) == list(map(key, of_pandas))


NAMED_BY = ["mention", "subject", "label_en", "label_zh"]


@pytest.mark.parametrize(
    "search",
    [
        "口罩",
        "宣傳單",
        "宣传单",
        "protective suits",
        "万元",
        "口罩 储备",
        "2022-10-19",
        "no such thing",
    ],
)
def test_a_search_finds_what_the_words_of_a_figure_hold(corpus, rows, search):
    found = {key(row) for row in page(corpus, Narrowing(search=search), most=5_000)}
    named = rows[NAMED_BY].apply(lambda names: tuple(names.dropna()), axis=1)
    found_by = {names for names in set(named) if matches(search, *names)}  # many are called alike
    expected = {key(row) for _, row in rows[named.isin(found_by)].iterrows()}
    assert expected <= found  # and what is called so in the vocabularies
    assert bool(found) == (search != "no such thing")
    assert queries.counts(corpus, Narrowing(search=search)).figures == len(found)


def test_both_scripts_and_pinyin_find_the_same(corpus):
    found = [
        queries.counts(corpus, Narrowing(search=one)).figures
        for one in ("宣传单", "宣傳單", "xuanchuandan")
    ]
    assert found[0] > 0
    assert len(set(found)) == 1


@pytest.mark.parametrize("written", ["15,000", "15000", "1.5万"])
def test_a_number_is_found_by_its_value_however_it_is_written(corpus, rows, written):
    found = page(corpus, Narrowing(search=written), most=100)
    assert {one["value"] for one in found} == {15_000}
    assert len(found) == (rows["value"] == 15_000).sum()
    with_word = page(corpus, Narrowing(search=f"口罩 {written}"))
    assert [key(one) for one in with_word] == [("undated", with_word[0]["figure_id"])]


@pytest.mark.parametrize(
    "search", ["'; DROP TABLE figures; --", "$term_0", "%", "\x00", "“", "{condition}"]
)
def test_what_is_typed_is_never_sql(corpus, search):
    assert queries.counts(corpus, Narrowing(search=search)).figures >= 0
    assert terms(search) or queries.counts(corpus, Narrowing(search=search)).figures > 0


def test_an_unknown_facet_is_refused():
    with pytest.raises(TypeError, match="no such facet: colour"):
        Narrowing({"colour": ("red",)})


def test_a_figure_has_its_document_and_the_words_around_it(corpus, rows, small_corpus):
    row = rows[rows["bulletin_id"] == "undated"].iloc[0]
    found = queries.figure(corpus, row["bulletin_id"], row["figure_id"])
    assert (found["mention"], found["title"]) == (row["mention"], row["title"])
    before, behind = queries.passage(corpus, "undated", found["start"], found["end"])
    assert before.endswith("口罩") or before.endswith("超过")
    assert (before + found["mention"] + behind).startswith("没有日期")
    assert queries.figure(corpus, "undated", "no-such") is None
    assert queries.passage(corpus, "no-such", 0, 5) is None


def test_the_overview_counts_documents_and_what_is_doubtful(corpus, small_corpus):
    documents = pd.read_parquet(small_corpus / "documents")
    found = queries.overview(corpus)
    assert found["documents"] == len(documents) == corpus.documents
    assert found["places"] == documents["place"].nunique()
    assert found["publishers"] == documents["publisher"].nunique()
    assert (found["first"], found["last"]) == (
        documents["published"].min(),
        documents["published"].max(),
    )
    assert found["undated"] == 1
    for kind, number in (("undated", 1), ("doubtful", found["doubtful"]), ("all", len(documents))):
        assert len(queries.documents(corpus, kind, 0, 100)) == number
    assert found["doubtful"] == (documents["unsure"] > 0).sum()
    assert (
        queries.documents(corpus, "all", 20, 3) == queries.documents(corpus, "all", 0, 100)[20:23]
    )


def test_failures_are_counted_by_their_kind(corpus):
    kinds = queries.problems(corpus)
    assert {one["kind"]: one["documents"] for one in kinds} == {
        "has the id of another document, {first}; give each its own": 1,
        "is no JSON ({why})": 1,
    }
    for one in kinds:
        assert len(queries.failures(corpus, one["kind"], 0, 10)) == one["documents"]
    assert len(queries.failures(corpus, "", 0, 10)) == corpus.failures == 2


def test_the_figures_of_one_document_are_those_and_no_other(corpus, rows):
    for document in ("gen-0000003", "undated"):
        expected = rows[rows["bulletin_id"] == document]
        narrowing = Narrowing(document=document)
        assert queries.counts(corpus, narrowing).figures == len(expected) > 0
        found = [one["figure_id"] for one in page(corpus, narrowing, most=1_000)]
        assert found == list(expected["figure_id"])
    assert queries.counts(corpus, Narrowing(document="no-such")).figures == 0
    assert queries.title_of(corpus, "no-such") is None
