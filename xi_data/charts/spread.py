"""One indicator of many documents: a dot at the median of a group, a line for its middle half.

    spread(rows, t, theme)
    spread_alt(rows, t)

rows: in drawing order: name of a group and day (of a month its middle, wherever the reader's clock
stands; else None), median, lower and upper quartile, half (both in words), documents (a number).
attrs["value"]: what the numbers are.
"""

import altair as alt
import pandas as pd

from xi_data.charts.text_size import SIZE
from xi_data.charts.theme import Theme, axes, with_axes
from xi_data.each_row import each_row
from xi_data.locale import Translator

_HEIGHT, _ROW = 260, 26  # pixels: over months; of a place
_AXIS = 46  # pixels below and above what is drawn
_NAME = 140  # pixels that a name may take


def spread(rows: pd.DataFrame, t: Translator, theme: Theme) -> alt.LayerChart:
    """Places in rows, months from left to right; the scale of numbers begins at zero."""
    axis = axes(theme)
    numbers = dict(axis=alt.Axis(title=rows.attrs["value"], tickCount=4, **axis))
    if rows["day"].notna().any():
        months = alt.Axis(title=None, format="%Y-%m", tickCount=5, **axis)
        group, along, height = {"x": alt.X("day:T", axis=months)}, "y", _HEIGHT
    else:
        names = axis | {"labelFontSize": SIZE}
        places = alt.Axis(title=None, labelLimit=_NAME, ticks=False, **names)
        group, along = {"y": alt.Y("name:N", sort=None, axis=places)}, "x"
        height = _ROW * len(rows) + _AXIS
    channel = {"x": alt.X, "y": alt.Y}[along]
    told = [
        alt.Tooltip("name:N", title=" "),
        alt.Tooltip("median:Q", title=t("Median"), format=","),
        alt.Tooltip("half:N", title=t("Middle half")),
        alt.Tooltip("documents:Q", title=t("Documents")),
    ]
    body = alt.Chart(rows.reset_index(drop=True)).encode(**group, tooltip=told)
    half = {along: channel("lower:Q", **numbers), f"{along}2": "upper:Q"}
    median = {along: channel("median:Q", scale=alt.Scale(zero=True), **numbers)}
    layers = [
        body.mark_rule(color=theme.bar, strokeWidth=3).encode(**half),
        body.mark_circle(color=theme.bar_selected, size=70, opacity=1).encode(**median),
    ]
    return with_axes(layers, height, theme)


def spread_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: every median with its middle half."""
    said = (
        t("{name} {median} ({half})", name=row.name, median=t.compact(row.median), half=row.half)
        for row in each_row(rows)
    )
    return t(
        "Dots at the median, lines for the middle half, {value}: {groups}.",
        value=rows.attrs["value"],
        groups=t.chain(said),
    )
