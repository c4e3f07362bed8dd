"""What is answered of one bulletin is the same whether others are there or not."""

import inspect

import duckdb
import pandas as pd
import pytest

from tests.three_bulletins import COPY, MADE_UP, SHIPPED
from xi_data import store
from xi_data.store import queries
from xi_data.store.build import fill

SCOPED = [
    function
    for name, function in inspect.getmembers(queries, inspect.isfunction)
    if not name.startswith("_") and "bulletins" in inspect.signature(function).parameters
]
TOPICS = ("closure", "supply", "funding", "community", "other")


@pytest.fixture(scope="module")
def three(three_bulletins):
    with duckdb.connect() as opened:
        fill(opened, three_bulletins)
        yield opened


def answer(database, query, bulletins, figure_id="checkpoint-county-entrances", **named):
    known = {"lang": "en", "topics": TOPICS, "figure_id": figure_id}
    known |= {"view": "supplies", "place": "note"}
    known |= {"database": database, "bulletins": bulletins} | named
    names = inspect.signature(query).parameters
    return query(**{name: known[name] for name in known if name in names or name in named})


def same(one, other) -> bool:
    return one.equals(other) if isinstance(one, pd.DataFrame) else one == other


@pytest.mark.parametrize("query", SCOPED)
def test_the_article_is_answered_alike_alone_and_among_others(connection, three, query):
    alone = answer(connection, query, SHIPPED)
    assert same(answer(three, query, SHIPPED), alone)
    if isinstance(alone, pd.DataFrame):
        copy = answer(three, query, COPY).drop(columns="bulletin_id")
        assert same(copy, alone.drop(columns="bulletin_id"))
        every = answer(three, query, (*SHIPPED, *COPY, *MADE_UP))
        mine = every[every["bulletin_id"].isin(SHIPPED)].reset_index(drop=True)
        assert mine[alone.columns].astype(alone.dtypes).equals(alone)


@pytest.mark.parametrize("query", [store.figures, store.counts])
@pytest.mark.parametrize(
    "asked", [{"search": "mask"}, {"family": ("supplies",)}, {"search": "5", "unit": ("person",)}]
)
def test_facets_and_search_keep_to_their_bulletin(connection, three, query, asked):
    found = answer(three, query, SHIPPED, **asked)
    assert same(found, answer(connection, query, SHIPPED, **asked))


def test_records_and_relations_are_those_of_the_bulletin_named(three):
    pair = tuple((*COPY, key) for key in ("supply-flour-kg", "supply-flour-bags"))
    assert set(store.records(three, pair)["bulletin_id"]) == set(COPY)
    assert store.relations_among(three, pair)["bulletin_id"].to_list() == [*COPY]
    mixed = ((*COPY, "supply-flour-kg"), (*SHIPPED, "supply-flour-bags"))
    assert store.relations_among(three, mixed).empty
    assert len(store.records(three, mixed)) == 2


def test_bulletins_come_with_the_default_one_first(three):
    rows = store.bulletins(three, "en")
    assert list(rows["bulletin_id"]) == [*SHIPPED, *MADE_UP, *COPY]
    assert list(rows["figures"]) == [120, 9, 120]


@pytest.mark.parametrize("scope", [(), ("nowhere",), (*SHIPPED, *COPY), (*SHIPPED, "nowhere")])
def test_a_bulletin_is_one_that_is_known(three, scope):
    with pytest.raises(ValueError, match="not one known bulletin"):
        store.bulletin(three, scope, "en")


def test_an_unknown_facet_is_refused(three):
    with pytest.raises(TypeError, match="no such facet: colour"):
        store.figures(three, SHIPPED, "en", colour=("red",))


def test_figures_without_category_and_section_are_figures_too(three):
    rows = store.figures(three, MADE_UP, "en").set_index("figure_id")
    assert len(rows) == 9
    assert (
        rows.loc["flood-villages", ["category", "category_group", "section"]].to_list() == [""] * 3
    )
    assert not [facet for facet, _ in store.counts(three, MADE_UP) if facet == "section"]
    assert list(store.paragraphs(three, MADE_UP, "en")["section_label"]) == [""] * 4


def test_open_sides_are_those_of_the_wording(three):
    rows = store.figures(three, MADE_UP, "en").set_index("figure_id")
    sides = {key: (row.open_below, row.open_above) for key, row in rows.iterrows()}
    assert sides["flood-people-moved"] == (False, True)
    assert sides["flood-funds"] == (True, False)
    assert sides["flood-blankets"] == (True, True)
    assert sides["flood-rain-began"] == sides["flood-villages"] == (False, False)


def test_highlights_are_those_of_the_file_in_its_order(connection):
    rows = store.highlights(connection, SHIPPED, "en")
    assert list(rows["part"]) == ["headline"] * 3 + ["example"] + ["leading"] * 16
    assert list(rows["figure_id"])[:4] == [
        "checkpoint-people-checked",
        "funding-control",
        "supply-masks-reserve",
        "funding-control",
    ]


def test_highlights_of_a_bulletin_without_any_are_chosen_by_rule(tmp_path, three):
    rows = store.highlights(three, MADE_UP, "en")
    parts = {part: list(each["figure_id"]) for part, each in rows.groupby("part", sort=False)}
    assert parts == {
        "headline": ["flood-people-schools", "flood-boats"],
        "example": ["flood-people-schools"],
        "leading": [
            "flood-villages",
            "flood-people-moved",
            "flood-boats",
            "flood-flour",
            "flood-funds",
        ],
    }


def test_rows_of_figure_search_stand_as_those_of_described_figures_do(connection, three):
    for database in (connection, three):
        with database.cursor() as cursor:
            keys, same = (
                cursor.execute(f"SELECT rowid, bulletin_id, figure_id FROM {table}").fetchall()
                for table in ("described_figures", "figure_search")
            )
        assert keys == same
