"""The answer to a reader's own SQL where two columns suit: bars of a name each, a line over days.

    of_answer(rows, t, theme)
    of_answer_alt(rows, t)

rows: name (text, or a date), value (a number); attrs["kind"]: bars or line; attrs["value"]: what
the column of values is called.
"""

import altair as alt
import pandas as pd

from xi_data.charts.text_size import SIZE
from xi_data.charts.theme import Theme, axes, with_axes
from xi_data.locale import Translator

MOST_BARS = 40

_LINE, _BAR = 260, 28  # pixels: height of a line chart; of a row of bars
_AXIS = 46  # pixels below and above what is drawn
_NAME = 180  # pixels that a name may take


def of_answer(rows: pd.DataFrame, t: Translator, theme: Theme) -> alt.LayerChart:
    """One chart, of as many rows as there are; the scale of bars begins at zero."""
    axis = axes(theme)
    title = rows.attrs["value"]
    body = alt.Chart(rows.reset_index(drop=True))
    told = [alt.Tooltip("name:N", title=" "), alt.Tooltip("value:Q", title=title)]
    if rows.attrs["kind"] == "line":
        x = alt.X("name:T", axis=alt.Axis(title=None, format="%Y-%m-%d", tickCount=5, **axis))
        y = alt.Y("value:Q", axis=alt.Axis(title=title, tickCount=5, **axis))
        drawn = body.encode(x=x, y=y, tooltip=told)
        layers = [
            drawn.mark_line(color=theme.bar, strokeWidth=2),
            drawn.mark_circle(color=theme.bar, size=50, opacity=1),
        ]
        return with_axes(layers, _LINE, theme)
    names = alt.Axis(title=None, labelLimit=_NAME, ticks=False, **(axis | {"labelFontSize": SIZE}))
    y = alt.Y("name:N", sort=None, axis=names)
    x = alt.X("value:Q", axis=alt.Axis(title=title, tickCount=4, **axis))
    bars = body.mark_bar(color=theme.bar, height={"band": 0.7}).encode(x=x, y=y, tooltip=told)
    return with_axes([bars], _BAR * len(rows) + _AXIS, theme)


def of_answer_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words."""
    cells = zip(rows["name"], rows["value"], strict=True)
    said = t.chain(t.pair(str(name), t.number(value)) for name, value in cells)
    if rows.attrs["kind"] == "line":
        return t("Line over time, {value}: {cells}.", value=rows.attrs["value"], cells=said)
    return t("Bar chart, {value}: {cells}.", value=rows.attrs["value"], cells=said)
