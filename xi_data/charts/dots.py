"""One figure of each bulletin as a dot on a common scale from zero, with what its words bound.

    dots(rows, t, theme, selected, panel)
    dots_alt(rows, t, panel)

rows: figures in one unit, in drawing order; label: what a row is called, dated: its date in words.
An arrow runs on from a dot to the side that the words leave open, a dashed line to both.
"""

import altair as alt
import pandas as pd

from xi_data.charts import marks
from xi_data.charts.bounded_bars import names
from xi_data.charts.bounded_layout import LABELS, laid_out, number_of
from xi_data.charts.marks import FADE
from xi_data.charts.text_size import SIZE, SMALL, text_width
from xi_data.charts.theme import Theme, either, finished, pixels_either
from xi_data.each_row import each_row
from xi_data.locale import Translator

_RADIUS = 6  # pixels
_ROW = 44  # pixels on a desk: a number and its date below each other
_BELOW, _LOWER = 26, 6  # pixels on a phone: below the middle, from there down to a dot
_BEFORE = 14  # pixels between the middle of a dot and its number
_SIDES = {"low": (0, FADE), "high": (-FADE, 0), "about": (-FADE, FADE)}
"""From where to where the line of an open end runs, in pixels from the dot."""


def dots(
    rows: pd.DataFrame, t: Translator, theme: Theme, selected: str, panel: str
) -> alt.LayerChart:
    """A row a figure; a click anywhere in a row picks its figure_id (selection `pick`).

    panel: the column that names what is counted.
    """
    headings, bars, ends = laid_out(rows, t, selected, panel, _ROW, _BELOW)
    bars["dated"] = list(rows["dated"])
    words = [text_width(one) for one in bars["number"]]
    words += [text_width(one, SMALL) for one in bars["dated"]]
    beyond = max(bars["bound"].map(lambda bound: _SIDES.get(bound, (0, 0))[1]))
    right = max(words) + _BEFORE + beyond + 4
    left = FADE if bars["bound"].isin(["high", "about"]).any() else _RADIUS
    across = alt.Scale(
        domain=[0, 1],
        nice=False,
        rangeMin=either(left, LABELS + left),
        rangeMax=alt.ExprRef(f"width - {right:.0f}"),
    )
    x = alt.X("share:Q", axis=None, scale=across)
    y = pixels_either("y", ends)
    whole, inside = (
        dict(y=pixels_either("top", ends), y2=alt.Y2("bottom:Q")),
        marks.across_all(-2, -2),
    )
    middle = either(_LOWER, 0)
    colour = theme.families[bars["colour"].iloc[0]]
    body = alt.Chart(bars.assign(after=bars["bound"].map(_room), zero=0))
    number = dict(align="left", xOffset=alt.ExprRef("datum.after"), aria=False)
    layers = [
        *marks.ruled_headings(headings, y, theme),
        marks.selected_row(body, inside, theme, **whole),
        names(body, y),
        body.mark_rule(yOffset=middle, color=theme.line, strokeWidth=2, aria=False).encode(
            x=alt.X("zero:Q", axis=None, scale=across), x2=alt.X2("share:Q"), y=y
        ),
        *_open_ends(body, x, y, middle, colour),
        body.mark_point(
            yOffset=middle,
            shape="circle",
            size=(2 * _RADIUS) ** 2,
            fill=colour,
            stroke=theme.ground,
            strokeWidth=1.5,
            opacity=1,
            aria=False,
        ).encode(x=x, y=y),
        body.mark_text(**number, fontSize=SIZE, fontWeight="bold", dy=_raised(-7)).encode(
            x=x, y=y, text=alt.Text("number:N")
        ),
        body.mark_text(**number, fontSize=SMALL, color=theme.muted, dy=_raised(8)).encode(
            x=x, y=y, text=alt.Text("dated:N")
        ),
        marks.target(body, inside, **whole),
    ]
    narrow, height = ends[-1]
    return finished(layers, height, theme, narrow)


def dots_alt(rows: pd.DataFrame, t: Translator, panel: str) -> str:
    """What the chart shows, in words: every figure with its bulletin, number and date."""
    said = (
        t("{figure}, {date}", figure=number_of(row, t), date=row.dated) for row in each_row(rows)
    )
    return t(
        "Dot plot on one scale from zero, nothing added up. {indicator}: {figures}.",
        indicator=rows[panel].iloc[0],
        figures=t.chain(said),
    )


def _raised(by: int) -> alt.ExprRef:
    return either(_LOWER + by, by)


def _room(bound: str) -> int:
    return _BEFORE + _SIDES.get(bound, (0, 0))[1]


def _open_ends(
    body: alt.Chart, x: alt.X, y: alt.Y, middle: alt.ExprRef, colour: str
) -> list[alt.Chart]:
    """The line from a dot to where nothing is said, with its arrow."""
    layers = []
    for bound, (start, end) in _SIDES.items():
        some = body.transform_filter(f"datum.bound == '{bound}'")
        dashes = {"strokeDash": [3, 4]} if bound == "about" else {}
        layers.append(
            some.mark_rule(
                xOffset=start,
                x2Offset=end,
                yOffset=middle,
                color=colour,
                strokeWidth=3,
                aria=False,
                **dashes,
            ).encode(x=x, x2=alt.X2("share:Q"), y=y)
        )
        if bound != "about":
            side, tip = ("right", end) if end else ("left", start)
            arrow = marks.arrowhead(some, side, colour, 90, xOffset=tip, yOffset=middle)
            layers.append(arrow.encode(x=x, y=y))
    return layers
