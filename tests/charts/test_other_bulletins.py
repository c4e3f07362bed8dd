"""Charts of other texts: figures without value, status, category or section; no headings."""

import pandas as pd
import pytest

from xi_data.charts.article_map import article_alt, article_line, article_map
from xi_data.charts.bounded_bars import bounded_bars, bounded_bars_alt
from xi_data.charts.breakdown import breakdown, breakdown_alt
from xi_data.charts.glyphs import bounds_glyph, place_strip
from xi_data.charts.inventory import inventory, inventory_alt
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
        text = str(spec.to_dict())
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
    spec = bounds_glyph(figures((None, "數百個")), T, THEME).to_dict()
    assert [one["mark"]["type"] for one in spec["layer"]] == ["rule", "rule"]


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
        assert draw(rows, T, THEME, **options).to_dict()["layer"]
    strip = place_strip(paragraphs, T, THEME, start=2, colour="blue").to_dict()
    [here] = [one for data in strip["datasets"].values() for one in data if one.get("here")]
    assert (here["start"], here["end"]) == (0, number * 10 - 1)
    assert "1 figures" in article_alt(rows, T, paragraphs)
