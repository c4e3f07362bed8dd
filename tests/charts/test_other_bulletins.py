"""Charts of other texts: figures without value, status, category or section; no headings."""

import re

import pandas as pd
import pytest

from xi_data.charts.article_map import article_alt, article_line, article_map
from xi_data.charts.bounded_bars import bounded_bars, bounded_bars_alt
from xi_data.charts.breakdown import breakdown, breakdown_alt
from xi_data.charts.glyphs import bounds_glyph, place_strip
from xi_data.charts.inventory import inventory, inventory_alt
from xi_data.charts.spec import vega_lite
from xi_data.charts.theme import THEMES
from xi_data.locale import translator

THEME, T = THEMES["light"], translator("en")
BARE = {
    **dict.fromkeys(("status", "status_label", "category", "category_group", "obs_status"), ""),
    **dict.fromkeys(("category_label", "group_label", "obs_label", "section"), ""),
    **dict(kind="quantity", label="Masks", unit="piece", unit_label="pieces", topic="supply"),
    **dict(colour="blue", composite=False, paragraph=1, start=2, end=5, scale=10.0),
}


def figures(*printed: tuple[float | None, str]) -> pd.DataFrame:
    """Figures without any editorial column; about where they have a value."""
    rows = [
        BARE
        | {"figure_id": f"f{n}", "value": value, "mention": mention}
        | {"qualifier": "about" if value else "", "qualifier_label": "about" if value else ""}
        for n, (value, mention) in enumerate(printed)
    ]
    return pd.DataFrame(rows).astype({"value": float}).assign(value_low=None, value_high=None)


CASES = [
    figures((10, "約10個")),
    figures((None, "數百個")),
    figures((10, "約10個"), (None, "數百個")),
]


@pytest.mark.parametrize("rows", CASES)
def test_bars_are_drawn_of_figures_without_value_status_or_category(rows):
    specs = [
        breakdown(rows, T, THEME, ""),
        bounded_bars(rows, T, THEME, "", "unit"),
        inventory(rows, T, THEME, "", item="label"),
    ]
    for spec in specs:
        text = str(vega_lite(spec))
        assert "'nan" not in text.casefold()
        assert all(mention in text for mention in rows.loc[rows["value"].isna(), "mention"])
    for words in (
        breakdown_alt(rows, T),
        bounded_bars_alt(rows, T, "unit"),
        inventory_alt(rows, T),
    ):
        assert "nan" not in words.casefold()
        assert "()" not in words


def test_a_glyph_without_a_value_is_an_open_line_without_a_number():
    svg = bounds_glyph(figures((None, "數百個")).iloc[0], T)
    assert svg.count("<line") == 2
    assert "<circle" not in svg
    assert "<text" not in svg


@pytest.mark.parametrize(
    ("low", "high", "tip"), [(10, None, "L8 0"), (None, 10, "L-8 0"), (None, None, None)]
)
def test_a_glyph_points_to_the_side_that_the_words_leave_open(low, high, tip):
    [row] = figures((10, "10餘個")).assign(value_low=low, value_high=high).to_dict("records")
    svg = bounds_glyph(row, T)
    assert ">10</text>" in svg
    assert svg.count("<path") == bool(tip)
    assert not tip or tip in svg
    assert ("dasharray" in svg) == (tip is None)


@pytest.mark.parametrize("section", ["", None])
@pytest.mark.parametrize("number", [1, 3])
def test_a_text_without_sections_and_headings_has_its_maps(section, number):
    paragraphs = pd.DataFrame(
        {
            "paragraph": place + 1,
            "start": place * 10,
            "end": place * 10 + 9,
            "section": section,
            "role": "body",
            "label": "",
            "figures": int(place == 0),
        }
        for place in range(number)
    )
    rows = figures((10, "約10個"))
    options = dict(paragraphs=paragraphs, matched=("f0",), selected="f0")
    for draw in (article_map, article_line):
        assert vega_lite(draw(rows, T, THEME, **options))["layer"]
    strip = place_strip(paragraphs, start=2, colour="blue")
    [here] = re.findall("<rect ([^>]*)>", strip)
    assert 'x="0.00%" width="100.00%"' in here
    assert "gray-color" in here
    assert f'<line x1="{200 / (number * 10 - 1):.2f}%"' in strip
    assert "1 figures" in article_alt(rows, T, paragraphs)
