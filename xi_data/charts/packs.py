"""One stock in two units: squares of packs whose area is the weight of a pack."""

import math

import altair as alt
import pandas as pd

from xi_data.charts import marks
from xi_data.charts.theme import Theme, finished, pixels
from xi_data.locale import Translator

PACKS_A_SQUARE = 100
_A_LINE = 25  # squares
_PITCH = 17  # pixels from square to square, less where the chart is narrow
_SIDE = 0.82  # side of the largest square, as a part of the pitch
_LEAST = 24  # pixels: what a finger can hit


def pack_squares(rows: pd.DataFrame, t: Translator, theme: Theme, selected: str) -> alt.LayerChart:
    """Squares of PACKS_A_SQUARE packs each; the last one is smaller where packs are left over.

    rows: one row of store.packs with colour (a named colour of the theme) and heaviest, the weight
    of the heaviest pack among all stocks, so that the ink of two pictures compares. A click picks
    the number of packs (selection `pick`, figure_id).
    """
    stock = rows.iloc[0]
    number = math.ceil(stock["packs"] / PACKS_A_SQUARE)
    lines = math.ceil(number / _A_LINE)
    height = max(_LEAST, lines * _PITCH + 6)
    squares = pd.DataFrame(
        {
            "column": place % _A_LINE + 0.5,
            "y": (place // _A_LINE + 0.5) * _PITCH + 3,
            "area": stock["weight_of_pack"]
            / stock["heaviest"]
            * min(1.0, stock["packs"] / PACKS_A_SQUARE - place),
        }
        for place in range(number)
    )
    whole = pd.DataFrame(
        [
            {
                "figure_id": stock["packs_id"],
                "description": _description(stock, t),
                "from": 0,
                "to": min(number, _A_LINE),
                "selected": selected in (stock["packs_id"], stock["weight_id"]),
            }
        ]
    )
    across = alt.Scale(domain=[0, _A_LINE], nice=False)
    across.rangeMin = 4
    across.rangeMax = alt.ExprRef(f"min(width - 4, {_A_LINE * _PITCH})")
    side = f"min(width - 8, {_A_LINE * _PITCH}) / {_A_LINE} * {_SIDE}"
    layers = [
        marks.selected_row(
            alt.Chart(whole),
            dict(y=0.75, y2=height - 0.75, x2Offset=3, xOffset=-3),
            theme,
            x=alt.X("from:Q", axis=None, scale=across),
            x2=alt.X2("to:Q"),
        ),
        alt.Chart(squares)
        .mark_square(
            size=alt.ExprRef(f"pow({side}, 2) * datum.area"),
            fill=theme.families[stock["colour"]],
            strokeWidth=0,
            opacity=1,
            aria=False,
        )
        .encode(x=alt.X("column:Q", axis=None, scale=across), y=pixels("y", height)),
        marks.target(alt.Chart(whole), dict(x=0, x2=alt.ExprRef("width"), y=0, y2=height)),
    ]
    return finished(layers, height, theme)


def packs_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the picture of one stock shows, in words."""
    stock = rows.iloc[0]
    return t(
        "{stock}. Each square is {number} packs; its area is in proportion to the weight of "
        "one pack.",
        stock=_description(stock, t),
        number=t.number(PACKS_A_SQUARE),
    )


def _description(stock: pd.Series, t: Translator) -> str:
    return t(
        "{item}: {weight} = {packs} {pack_unit}, Σ {each} each",
        item=stock["category_label"],
        weight=t.measured(t.compact(stock["weight"]), stock["weight_unit_label"]),
        packs=t.number(stock["packs"]),
        pack_unit=stock["pack_unit_label"],
        each=t.measured(t.number(stock["weight_of_pack"]), stock["weight_unit_label"]),
    )
