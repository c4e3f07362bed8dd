"""The table of printed figures: what is sent to the browser, and which row is marked."""

import pandas as pd
import pytest

from tests.three_bulletins import SHIPPED
from tests.ui.parts import drawn
from tests.ui.visiting import address, in_words, printed, tables
from xi_data import store, ui
from xi_data.locale import translator
from xi_data.wording import as_of, with_unit

COLUMNS = ("label", "value", "mention", "dated", "paragraph")


def part(page) -> None:
    request = ui.filters(page)
    story = ui.told(request.question)
    shown = request.figure or story.first
    ui.table(page, request, story, ui.columns(page, *COLUMNS), shown)


def test_a_row_has_its_words_in_the_language_of_the_page(connection):
    figures = store.figures(connection, SHIPPED, "en").set_index("figure_id")
    [table] = tables(drawn(part))
    words = in_words(table)
    assert [column["key"] for column in table["columns"]] == list(COLUMNS)
    assert [c["key"] for c in table["columns"] if c["number"]] == ["value", "paragraph"]
    for key, row in words.iterrows():
        figure = figures.loc[key]
        assert row["label"] == figure["label"]
        assert row["value"] == with_unit(translator("en"), figure)
        assert row["mention"] == figure["mention"]
        assert row["dated"] == as_of(translator("en"), figure)


def test_the_figure_on_show_is_marked_and_only_a_picked_one_is_selected():
    [table] = tables(drawn(part))
    assert (table["shown"], table["picked"]) == ("closure-food-lodging", "")
    [table] = tables(drawn(part, figure="closure-karaoke"))
    assert (table["shown"], table["picked"]) == ("closure-karaoke", "closure-karaoke")


def test_an_old_link_of_a_picked_mark_selects_its_figure_and_narrows_nothing():
    every = printed(drawn(part))
    app = drawn(part, bar="closure-karaoke")
    [table] = tables(app)
    assert (table["picked"], len(table["rows"])) == ("closure-karaoke", len(every))
    assert address(app) == {"lang": ["en"], "figure": ["closure-karaoke"]}


def test_what_is_sent_has_a_key_that_a_selection_leaves_alone():
    [table], [selected] = tables(drawn(part)), tables(drawn(part, figure="closure-karaoke"))
    [fewer] = tables(drawn(part, group="leisure"))
    assert table["key"] == selected["key"] != fewer["key"]


def test_the_heading_counts_the_rows_and_those_they_are_among():
    every = len(printed(drawn(part)))
    assert f"{every} figures" in drawn(part).header[0].value
    few = drawn(part, group="leisure")
    assert f"{len(printed(few))} of {every} figures" in few.header[0].value


def test_a_column_without_a_word_in_view_is_left_out():
    def remarks(page) -> None:
        request = ui.filters(page)
        story = ui.told(request.question)
        ui.table(page, request, story, ui.columns(page, "label", "remark"), story.first)

    assert list(printed(drawn(remarks)).columns) == ["label", "remark"]
    assert list(printed(drawn(remarks, group="leisure")).columns) == ["label"]


def test_bars_of_a_column_end_at_the_largest_number(connection):
    column = ui.bar_column(_page(), "Shut", 136)
    rows = pd.DataFrame({"value": [136.0, 34.0], "unit_label": ["venues", "venues"]})
    cells = [column.cell(row) for row in rows.itertuples()]
    assert cells == [{"text": "136 venues", "bar": 1}, {"text": "34 venues", "bar": 0.25}]


def _page():
    from xi_data.ui.state.page import Page
    from xi_data.views import VIEWS

    return Page(VIEWS["closures"], translator("en"), SHIPPED)


@pytest.mark.parametrize(
    ("remark", "cell"), [("odd", {"text": "odd", "badge": "orange"}), ("", "")]
)
def test_a_badge_stands_where_there_are_words(remark, cell):
    [row] = pd.DataFrame({"remark": [remark]}).itertuples()
    assert ui.badge_column("Remark", "remark", "orange").cell(row) == cell
