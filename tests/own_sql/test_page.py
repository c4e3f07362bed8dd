"""The page Own query: editor, answer, refusals, tables, and the way to it from every view."""

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.visiting import address, finding, links, printed, said, seen, turn_to, visit
from xi_data import limits, memory, own_query, store
from xi_data.findings.own_query import drawable
from xi_data.locale import LANGUAGES
from xi_data.store.own_sql import Table
from xi_data.ui.state import keys
from xi_data.ui.topics.sql_examples import examples

BY_UNIT = "SELECT unit, count(*) AS n FROM figures WHERE unit IN ('person', 'date') GROUP BY ALL"
ENDLESS = "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c"


def settled(app: AppTest) -> AppTest:
    """The page once its question is answered, as its clock would draw it."""
    app.session_state[keys.SQL_RUNNING].done(60)
    return app.run()


def errors(app: AppTest) -> str:
    return " ".join(seen(one.value) for one in app.error)


def button(app: AppTest, label: str):
    [found] = [one for one in app.button if one.label == label]
    return found


def test_where_it_is_switched_off_the_page_says_so_and_leaves_the_navigation(monkeypatch):
    monkeypatch.delenv(own_query.VARIABLE, raising=False)
    app = visit("sql", sql=BY_UNIT)
    assert finding(app) == "This server answers no SQL of its visitors"
    assert not app.text_area
    assert keys.SQL_RUNNING not in app.session_state
    [pages] = app.session_state[keys.PAGES].values()
    assert pages["sql"].visibility == "hidden"


@pytest.mark.usefixtures("switched_on")
class TestSwitchedOn:
    def test_it_stands_in_the_navigation(self):
        app = visit("sql")
        [pages] = app.session_state[keys.PAGES].values()
        assert pages["sql"].visibility == "visible"
        assert finding(app) == "Ask your own question in SQL"
        assert list(app.exception) == []

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_a_link_asks_and_shows_chart_table_and_files(self, lang):
        app = settled(visit("sql", sql=BY_UNIT, lang=lang))
        assert finding(app) == {"en": "2 rows", "zh": "2 行"}[lang]
        assert app.text_area[0].value == BY_UNIT
        assert address(app) == {"lang": [lang], "sql": [BY_UNIT]}
        [chart] = app.get("vega_lite_chart")
        assert "person" in chart.proto.alt
        assert len(app.get("download_button")) == 4
        assert list(app.exception) == []

    def test_what_is_typed_is_asked_and_stands_in_the_address(self):
        app = visit("sql")
        app.text_area[0].set_value("SELECT 1 AS n, 2 AS m, 3 AS o ")
        app = settled(button(app, "Run").click().run())
        assert finding(app) == "1 row"
        assert not app.get("vega_lite_chart")
        assert address(app)["sql"] == ["SELECT 1 AS n, 2 AS m, 3 AS o"]

    def test_an_error_is_shown_with_its_place(self):
        app = settled(visit("sql", sql="SELECT figure_idd\nFROM figures"))
        assert '"figure_idd" not found' in errors(app)
        assert any("LINE 1" in one.value for one in app.code)
        assert list(app.exception) == []

    def test_words_of_an_error_are_no_markdown(self):
        app = settled(visit("sql", sql='FROM "![x](http://example.org/x.png)"'))
        [error] = app.error
        assert "\\!\\[x\\]" in error.value

    def test_a_question_that_takes_long_can_be_cancelled(self):
        app = visit("sql", sql=ENDLESS)
        assert "Running" in said(app)
        running = app.session_state[keys.SQL_RUNNING]
        app = button(app, "Cancel").click().run()
        assert running.done(60)
        app.run()
        assert "stopped" in errors(app)

    def test_it_ends_when_the_visitor_turns_to_another_page(self):
        app = visit("sql", sql=ENDLESS)
        running = app.session_state[keys.SQL_RUNNING]
        turn_to(app, "closures")
        assert running.done(60)
        assert keys.SQL_RUNNING not in app.session_state

    def test_an_example_fills_the_editor_and_asks_nothing(self):
        app = visit("sql")
        app = button(app, "The first rows").click().run()
        assert app.text_area[0].value.startswith("FROM figures")
        assert finding(app) == "Ask your own question in SQL"

    def test_sql_that_no_link_can_hold_is_asked_all_the_same(self):
        app = visit("sql")
        long = f"SELECT 1 -- {'x' * limits.QUERY_CHARACTERS}"
        app.text_area[0].set_value(long)
        app = settled(button(app, "Run").click().run())
        assert finding(app) == "1 row"
        assert "sql" not in address(app)

    @pytest.mark.parametrize("key", ["closures", "figures", "screening"])
    def test_a_view_leads_to_it_with_its_sql(self, key):
        app = visit(key, view="table")
        app.session_state[keys.SQL] = True  # the popover is open
        app.run()
        [query] = [query for page, query in links(app) if page == "sql"]
        opened = settled(visit("sql", **parse_qs(query)))
        number = opened.session_state[keys.SQL_RUNNING].table().rows
        assert len(number) == len(printed(app))

    def test_another_realm_is_asked_anew(self, three_bulletins):
        app = settled(visit("sql", sql="SELECT count(DISTINCT bulletin_id) FROM figures"))
        before = app.session_state[keys.SQL_RUNNING]
        before.realm = memory.Realm(three_bulletins, own=True)
        app.run()
        assert app.session_state[keys.SQL_RUNNING] is not before


def test_every_example_of_every_table_is_answered(query, database):
    """As the process asks them, but in this one."""
    import duckdb

    from xi_data.locale import translator
    from xi_data.store import one_select

    bounds = {"rows": 10, "bytes": 10**6, "columns": 200, "memory": 10**9, "seconds": 10}
    every = list(query(store.dictionary, derived=True)["table_name"].unique())
    connection = one_select.connect(duckdb, f"/dev/fd/{database}", bounds)
    for lang in LANGUAGES:
        for table in every:
            for label, sql in examples(translator(lang), table):
                with connection.cursor() as cursor:
                    found = one_select.answer(duckdb, cursor, sql, bounds)
                assert "error" not in found, (label, sql, found)
    connection.close()


@pytest.mark.parametrize(
    ("columns", "rows", "kind"),
    [
        ([("a", "text"), ("n", "integer")], [["x", 1], ["y", 2]], "bars"),
        ([("n", "number"), ("a", "text")], [[1.5, "x"]], "bars"),
        ([("day", "date"), ("n", "integer")], [["2020-02-12", 1], ["2020-02-10", 2]], "line"),
        ([("a", "text"), ("n", "integer")], [["x", 1], ["x", 2]], None),
        ([("a", "text"), ("n", "integer")], [["x", None]], None),
        ([("a", "text"), ("n", "number")], [["x", float("inf")]], None),
        ([("day", "date"), ("n", "integer")], [["0044-03-15 (BC)", 1]], None),
        ([("a", "text"), ("b", "text")], [["x", "y"]], None),
        ([("a", "text"), ("n", "integer")], [[str(n), n] for n in range(41)], None),
        ([("a", "text"), ("n", "integer")], [], None),
    ],
)
def test_a_chart_is_drawn_where_two_columns_suit(columns, rows, kind):
    found = drawable(Table(tuple(columns), tuple(rows), False))
    assert (None if found is None else found.attrs["kind"]) == kind


def test_a_line_goes_from_day_to_day():
    rows = (["2020-02-12", 1], ["2020-02-10", 2])
    found = drawable(Table((("day", "date"), ("n", "integer")), rows, False))
    assert list(found["name"]) == ["2020-02-10", "2020-02-12"]
