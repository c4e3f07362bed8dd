"""One indicator of one place against the dates that its bulletins give, from a zero of its own.

    over_time(rows, t, theme, selected)
    over_time_alt(rows, t)

rows: figures in one unit with day, their date; in the order of their dates.
"""

import altair as alt
import pandas as pd

from xi_data.charts.marks import largest, target
from xi_data.charts.text_size import SMALL
from xi_data.charts.theme import Theme, finished
from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.wording import hedged, with_unit

_HEIGHT, _ROOM = 220, 46  # pixels: of the chart; above and below the highest and lowest dot
_MARGIN = 60  # pixels left of the first dot and right of the last one, for half of its words


def over_time(rows: pd.DataFrame, t: Translator, theme: Theme, selected: str) -> alt.LayerChart:
    """A dot a figure; a click on one picks its figure_id. No line: nothing is known between."""
    days = pd.to_datetime(rows["day"])
    span = (days.max() - days.min()) / pd.Timedelta(days=1) or 1.0
    points = pd.DataFrame(
        {
            "figure_id": rows["figure_id"],
            "at": (days - days.min()) / pd.Timedelta(days=1) / span,
            "share": rows["value"] / largest(rows["value"]),
            "number": [hedged(t, row) for row in each_row(rows)],
            "date": [t.date(day) for day in days],
            "description": [_dated_number(t, row) for row in each_row(rows)],
            "selected": rows["figure_id"] == selected,
        }
    )
    colour = theme.families[rows["colour"].iloc[0]]
    across = alt.Scale(
        domain=[0, 1], nice=False, rangeMin=_MARGIN, rangeMax=alt.ExprRef(f"width - {_MARGIN}")
    )
    up = alt.Scale(domain=[0, 1], nice=False, range=[_HEIGHT - _ROOM, _ROOM])
    x = alt.X("at:Q", axis=None, scale=across)
    y = alt.Y("share:Q", axis=None, scale=up)
    ground = _HEIGHT - _ROOM
    body = alt.Chart(points)
    layers = [
        body.mark_rule(color=theme.line, aria=False).encode(x=x, y=y, y2=alt.Y2Datum(0)),
        body.mark_rule(color=theme.line, aria=False).encode(
            x=alt.XValue(0), x2=alt.X2Value("width"), y=alt.YValue(ground)
        ),
        body.mark_point(
            shape="circle",
            size=150,
            fill=colour,
            stroke=theme.text,
            strokeWidth=alt.ExprRef("datum.selected ? 2 : 0"),
            opacity=1,
            aria=False,
        ).encode(x=x, y=y),
        body.mark_text(dy=-18, fontWeight="bold", aria=False).encode(
            x=x, y=y, text=alt.Text("number:N")
        ),
        body.mark_text(y=ground + 18, fontSize=SMALL, color=theme.muted, aria=False).encode(
            x=x, text=alt.Text("date:N")
        ),
        target(body, dict(width=60, height=60), x=x, y=y),
    ]
    return finished(layers, _HEIGHT, theme)


def over_time_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: each date with its number."""
    said = t.chain(_dated_number(t, row) for row in each_row(rows))
    return t("Dots by date, height from zero. {figures}.", figures=said)


def _dated_number(t: Translator, row) -> str:
    return t.pair(t.date(row.day), with_unit(t, row))
