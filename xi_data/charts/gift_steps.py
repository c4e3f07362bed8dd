"""One gift at several dates: a line with a dot a date, so that nobody counts it as several."""

import altair as alt
import pandas as pd

from xi_data.charts import marks
from xi_data.charts.text_size import LINE, SIZE, SMALL, wrapped
from xi_data.charts.theme import NARROW, Theme, either, finished, pixels
from xi_data.each_row import each_row
from xi_data.locale import Translator

_ROW = 46  # pixels from date to date
_DOT = 14  # pixels from the left to the line
_TEXT = 32  # pixels from the left to the dates
_BESIDE = 150  # pixels from the left to what happened, on a desk
_PHONE = 308  # pixels that what happened may take on a phone


def gift_steps(
    rows: pd.DataFrame, t: Translator, theme: Theme, selected: str, colour: str
) -> alt.LayerChart:
    """Dates from top to bottom along one line; a click picks a date's figure_id (`pick`).

    rows: the dates of one gift, as store.gift_steps gives them. colour: a named one of the theme.
    """
    height = _ROW * len(rows)
    steps = alt.Chart(
        pd.DataFrame(
            {
                "figure_id": row.figure_id,
                "y": _ROW * (place + 0.5),
                "date": t.day(row.date),
                "label": row.label,
                "narrow": "\n".join(lines),
                "up": len(lines) * LINE / 2,
                "description": t.pair(t.date(row.date), row.label),
                "selected": row.figure_id == selected,
            }
            for place, row in enumerate(each_row(rows))
            for lines in [wrapped(row.label, _PHONE, SMALL)]
        )
    )
    line = alt.Chart(pd.DataFrame([{"y": _ROW / 2, "end": height - _ROW / 2}]))
    y = pixels("y", height)
    whole = marks.across_all(_ROW / 2 - 2, _ROW / 2 - 2)
    whole |= dict(x=1, x2=alt.ExprRef("width - 1"))  # room for the frame
    layers = [
        marks.selected_row(steps, whole, theme, y=y, y2=alt.Y2("y:Q")),
        line.mark_rule(x=_DOT, strokeWidth=3, color=theme.families[colour], aria=False).encode(
            y=y, y2=alt.Y2("end:Q")
        ),
        steps.mark_point(
            x=_DOT,
            size=110,
            fill=theme.families[colour],
            stroke=theme.ground,
            strokeWidth=2,
            opacity=1,
            aria=False,
        ).encode(y=y),
        steps.mark_text(
            x=_TEXT, align="left", fontWeight="bold", dy=either("-datum.up", 0), aria=False
        ).encode(y=y, text=alt.Text("date:N")),
        steps.transform_calculate(words=f"{NARROW} ? datum.narrow : datum.label")
        .mark_text(
            x=either(_TEXT, _BESIDE),
            align="left",
            dy=either(f"{LINE} - datum.up", 0),
            fontSize=either(SMALL, SIZE),
            lineBreak="\n",
            lineHeight=LINE,
            aria=False,
        )
        .encode(y=y, text=alt.Text("words:N")),
        marks.target(steps, whole, y=y, y2=alt.Y2("y:Q")),
    ]
    return finished(layers, height, theme)


def gift_steps_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: the gift, and its dates in order."""
    dates = t.chain(t.pair(t.date(row.date), row.label) for row in each_row(rows))
    return t("One gift, on several dates. {dates}.", dates=dates)
