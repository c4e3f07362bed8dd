"""An inventory: item by status, every bar of a unit on one scale, orders as dashed outlines."""

import altair as alt
import pandas as pd

from xi_data.charts import marks
from xi_data.charts.inventory_layout import (
    HEADING,
    PAD,
    ROW,
    description_of,
    place_cells,
    place_columns,
)
from xi_data.charts.marks import BEFORE, FADE
from xi_data.charts.text_size import text_width
from xi_data.charts.theme import Theme, either, finished, pixels
from xi_data.each_row import each_row
from xi_data.locale import Translator

_FLAG_SHAPE = "M-0.7,1L-0.7,-1L0.9,-0.6L0.4,-0.1L0.9,0.4L-0.5,0.1L-0.5,1Z"


def inventory(
    rows: pd.DataFrame, t: Translator, theme: Theme, selected: str, item: str = "category_label"
) -> alt.LayerChart:
    """A line for each item, a column for each status that occurs; columns as wide as they need.

    rows: figures with scale, the value that a bar of full length stands for: rows of one scale
    share one number of pixels a unit over all columns. item: the column that names the lines. A
    cell without a figure shows “–”. A click in a cell picks its figure_id (selection `pick`).
    """
    columns = place_columns(rows, t)
    items, cells, blanks = place_cells(rows, t, selected, item, columns)
    height = HEADING + ROW * len(items)
    colour = theme.families[rows["colour"].iloc[0]]
    labels = 16 + int(max(text_width(one) for one in items["label"]))
    x = _x(columns, labels)
    y = pixels("y", height)
    bar = dict(yOffset=either(1, -9), y2Offset=either(15, 9), aria=False)
    cell = dict(yOffset=2 - ROW / 2, y2Offset=ROW / 2 - 2)
    middle = either(8, 0)  # of a bar, from the middle of its line
    box = dict(x=x("from"), x2=alt.X2("end:Q"), y=y, y2=alt.Y2("y:Q"))
    body, valued = alt.Chart(cells), alt.Chart(cells[cells["value"].notna()])
    zeros = pd.concat([cells, blanks])[["y", "from", "shift"]]
    layers = [
        alt.Chart(columns)
        .mark_text(
            align="left",
            fontSize=13,
            fontWeight="bold",
            color=theme.muted,
            xOffset=_px("shift"),
            y=HEADING / 2,
            aria=False,
        )
        .encode(x=x("from"), text=alt.Text("label:N")),
        alt.Chart(items)
        .mark_rule(x=0, x2=alt.ExprRef("width"), yOffset=-ROW / 2, color=theme.line, aria=False)
        .encode(y=y),
        marks.selected_row(
            body,
            dict(**cell, xOffset=_px(f"shift - {PAD - 1}"), x2Offset=_px("end_shift - 2")),
            theme,
            **box,
        ),
        alt.Chart(items)
        .mark_text(
            x=either(PAD, 0), align="left", dy=either(-9, 0), fontSize=either(13, 14), aria=False
        )
        .encode(y=y, text=alt.Text("label:N")),
        alt.Chart(zeros)
        .mark_rule(
            color=theme.line,
            xOffset=_px("shift"),
            yOffset=either(-1, -13),
            y2Offset=either(17, 13),
            aria=False,
        )
        .encode(x=x("from"), y=y, y2=alt.Y2("y:Q")),
        valued.transform_filter("!datum.outlined")
        .mark_rect(
            **bar,
            xOffset=_px("shift"),
            x2Offset=_px("shift"),
            fill=colour,
            stroke=colour,  # a small number stays visible
            strokeWidth=1,
        )
        .encode(x=x("from"), x2=alt.X2("to:Q"), y=y, y2=alt.Y2("y:Q")),
        valued.transform_filter("datum.outlined")
        .mark_rect(
            **bar,
            xOffset=_px("shift"),
            x2Offset=_px("shift"),
            fill=theme.ground,
            stroke=colour,
            **marks.OUTLINE,
        )
        .encode(x=x("from"), x2=alt.X2("to:Q"), y=y, y2=alt.Y2("y:Q")),
        *_open_ends(body, x, y, bar, middle, colour),
        body.mark_text(
            align="left",
            xOffset=_px("number_shift"),
            dy=middle,
            fontWeight="bold",
            aria=False,
        ).encode(x=x("to"), y=y, text=alt.Text("number:N")),
        body.transform_filter("datum.flagged")
        .mark_point(
            shape=_FLAG_SHAPE,
            size=90,
            xOffset=_px("flag_shift"),
            yOffset=middle,
            fill=theme.families["orange"],
            strokeWidth=0,
            opacity=1,
            aria=False,
        )
        .encode(x=x("to"), y=y),
    ]
    if len(blanks):
        layers.append(
            alt.Chart(blanks)
            .mark_text(
                align="left",
                xOffset=_px(f"shift + {BEFORE}"),
                dy=middle,
                color=theme.muted,
                aria=False,
            )
            .encode(x=x("from"), y=y, text=alt.Text("number:N"))
        )
    layers.append(
        marks.target(
            body,
            dict(**cell, xOffset=_px(f"shift - {PAD}"), x2Offset=_px("end_shift")),
            **box,
        )
    )
    return finished(layers, height, theme)


def inventory_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: every number with its unit and status."""
    cells = t.chain(description_of(row, t) for row in each_row(rows))
    return t("Inventory by item and status, nothing added up. {cells}.", cells=cells)


def _x(columns: pd.DataFrame, labels: int):
    """An x channel: shares of the scale over what the columns' texts leave free."""
    across = alt.Scale(domain=[0, marks.largest(columns["end"])], nice=False)
    across.rangeMin = either(0, labels)
    across.rangeMax = alt.ExprRef(f"width - {columns['end_shift'].iloc[-1]:.0f}")
    return lambda field: alt.X(field, type="quantitative", axis=None, scale=across)


def _open_ends(body, x, y, bar, middle, colour) -> list[alt.Chart]:
    """Bars whose words state no upper bound fade out beyond their number and end in an arrow."""
    fading = marks.fading(colour)
    ends = body.transform_filter("datum.open")
    return [
        ends.mark_rect(
            **bar, color=fading, xOffset=_px("shift"), x2Offset=_px(f"shift + {FADE - 8}")
        ).encode(x=x("to"), x2=alt.X2("to:Q"), y=y, y2=alt.Y2("y:Q")),
        marks.arrowhead(
            ends, "right", colour, 60, xOffset=_px(f"shift + {FADE - 5}"), yOffset=middle
        ).encode(x=x("to"), y=y),
    ]


def _px(shift: str) -> alt.ExprRef:
    return alt.ExprRef(f"datum.{shift}")
