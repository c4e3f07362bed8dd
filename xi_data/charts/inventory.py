"""An inventory: item by status, every bar of a unit on one scale, orders as dashed outlines."""

import altair as alt
import pandas as pd

from xi_data.charts.theme import Theme, either, finished, pixels
from xi_data.locale import Translator

HEADING, ROW = 28, 40  # pixels: status names, an item
_PAD = 6  # pixels from the left of a column to its zero line
_BEFORE = 7  # pixels from a bar to its number
_AFTER = 12  # pixels from the end of a column's longest text to the next column
_FLAG = 18  # pixels for the flag of an odd number
_FADE = 30  # pixels by which a bar without an upper bound fades out, arrowhead included
_WIDTH = 0.54  # width of a letter, as a part of the font size; Chinese takes the whole size
_FLAG_SHAPE = "M-0.7,1L-0.7,-1L0.9,-0.6L0.4,-0.1L0.9,0.4L-0.5,0.1L-0.5,1Z"
_NOT_THERE_YET = {"ordered"}


def inventory(
    rows: pd.DataFrame, t: Translator, theme: Theme, selected: str, item: str = "category_label"
) -> alt.LayerChart:
    """A line for each item, a column for each status that occurs; columns as wide as they need.

    rows: figures with scale, the value that a bar of full length stands for: rows of one scale
    share one number of pixels a unit over all columns. item: the column that names the lines. A
    cell without a figure shows “–”. A click in a cell picks its figure_id (selection `pick`).
    """
    columns = _columns(rows, t)
    items, cells, blanks = _cells(rows, t, selected, item, columns)
    height = HEADING + ROW * len(items)
    colour = theme.families[rows["colour"].iloc[0]]
    labels = 16 + int(max(_text_width(one) for one in items["label"]))
    x = _x(columns, labels)
    y = pixels("y", height)
    bar = dict(yOffset=either(1, -9), y2Offset=either(15, 9), aria=False)
    cell = dict(yOffset=2 - ROW / 2, y2Offset=ROW / 2 - 2)
    middle = either(8, 0)  # of a bar, from the middle of its line
    body = alt.Chart(cells)
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
        .encode(x=x("from"), text="label:N"),
        alt.Chart(items)
        .mark_rule(x=0, x2=alt.ExprRef("width"), yOffset=-ROW / 2, color=theme.line, aria=False)
        .encode(y=y),
        body.transform_filter("datum.selected")
        .mark_rect(
            **cell,
            xOffset=_px(f"shift - {_PAD - 1}"),
            x2Offset=_px("end_shift - 2"),
            fill=theme.track,
            stroke=theme.text,
            strokeWidth=1.5,
            cornerRadius=4,
            aria=False,
        )
        .encode(x=x("from"), x2="end:Q", y=y, y2="y:Q"),
        alt.Chart(items)
        .mark_text(
            x=either(_PAD, 0), align="left", dy=either(-9, 0), fontSize=either(13, 14), aria=False
        )
        .encode(y=y, text="label:N"),
        alt.Chart(zeros)
        .mark_rule(
            color=theme.line,
            xOffset=_px("shift"),
            yOffset=either(-1, -13),
            y2Offset=either(17, 13),
            aria=False,
        )
        .encode(x=x("from"), y=y, y2="y:Q"),
        body.transform_filter("!datum.outlined")
        .mark_rect(
            **bar,
            xOffset=_px("shift"),
            x2Offset=_px("shift"),
            fill=colour,
            stroke=colour,  # a small number stays visible
            strokeWidth=1,
        )
        .encode(x=x("from"), x2="to:Q", y=y, y2="y:Q"),
        body.transform_filter("datum.outlined")
        .mark_rect(
            **bar,
            xOffset=_px("shift"),
            x2Offset=_px("shift"),
            fill=theme.ground,
            stroke=colour,
            strokeWidth=1.75,
            strokeDash=[4, 3],
        )
        .encode(x=x("from"), x2="to:Q", y=y, y2="y:Q"),
        *_open_ends(body, x, y, bar, middle, colour),
        body.mark_text(
            align="left",
            xOffset=_px("number_shift"),
            dy=middle,
            fontWeight="bold",
            aria=False,
        ).encode(x=x("to"), y=y, text="number:N"),
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
                xOffset=_px(f"shift + {_BEFORE}"),
                dy=middle,
                color=theme.muted,
                aria=False,
            )
            .encode(x=x("from"), y=y, text="number:N")
        )
    layers.append(
        body.mark_rect(
            **cell,
            xOffset=_px(f"shift - {_PAD}"),
            x2Offset=_px("end_shift"),
            opacity=0,
            cursor="pointer",
        )
        .encode(
            x=x("from"),
            x2="end:Q",
            y=y,
            y2="y:Q",
            description="description:N",
            tooltip=alt.Tooltip("description:N", title=" "),
        )
        .add_params(alt.selection_point("pick", fields=["figure_id"]))
    )
    return finished(layers, height, theme)


def inventory_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: every number with its unit and status."""
    cells = "; ".join(_said(row, t) for row in rows.itertuples())
    return t("Inventory by item and status, nothing added up. {cells}.", cells=cells)


def _said(row, t: Translator) -> str:
    words = t(
        "{label}: {number} {unit} ({status})",
        label=row.label,
        number=_number(row, t),
        unit=row.unit_label,
        status=row.status_label,
    )
    return f"{words}, {row.obs_label}" if row.obs_label else words


def _number(row, t: Translator) -> str:
    number = t.number(row.value)
    if row.qualifier == "exact":
        return number
    return t("{hedge} {number}", hedge=row.qualifier_label, number=number)


def _open_above(row) -> bool:
    return not pd.isna(row.value_low) and pd.isna(row.value_high)


def _columns(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """A row a status: where its bars begin (shares of the scale, then pixels) and where it ends."""
    columns, start, shift = [], 0.0, 0.0
    for status, members in rows.groupby("status", sort=False):
        label = members["status_label"].iloc[0]
        label = label[:1].upper() + label[1:]
        longest = float((members["value"] / members["scale"]).max())
        texts = [
            _BEFORE
            + _text_width(_number(row, t))
            + (_FADE if _open_above(row) else 0)
            + (_FLAG if row.obs_status == "U" else 0)
            for row in members.itertuples()
        ]
        room = _PAD + max(*texts, _text_width(label)) + _AFTER
        columns.append(
            {
                "status": status,
                "label": label,
                "from": start,
                "end": start + longest,
                "shift": shift + _PAD,
                "end_shift": shift + room,
            }
        )
        start, shift = start + longest, shift + room
    return pd.DataFrame(columns)


def _cells(rows, t, selected, item, columns):
    """Lines, cells with a figure, and cells without one, placed."""
    shares = rows.assign(share=rows["value"] / rows["scale"])
    largest = shares.groupby(item)["share"].max()
    groups = {group: place for place, group in enumerate(shares["category_group"].unique())}
    first = shares.drop_duplicates(item)
    order = sorted(
        zip(first[item], first["category_group"], strict=True),
        key=lambda one: (groups[one[1]], -largest[one[0]]),
    )
    items, cells, blanks = [], [], []
    for place, (name, _) in enumerate(order):
        y = HEADING + ROW * place + ROW / 2
        items.append({"y": y, "label": name})
        for column in columns.to_dict("records"):
            at = {"y": y, "from": column["from"], "shift": column["shift"]}
            here = shares[(shares[item] == name) & (shares["status"] == column["status"])]
            if here.empty:
                blanks.append({**at, "number": "–"})
            for row in here.itertuples():
                is_open = _open_above(row)
                beyond = column["shift"] + (_FADE if is_open else 0) + _BEFORE
                cells.append(
                    {
                        **at,
                        "figure_id": row.figure_id,
                        "value": row.value,
                        "to": column["from"] + row.share,
                        "end": column["end"],
                        "end_shift": column["end_shift"],
                        "number": _number(row, t),
                        "number_shift": beyond,
                        "flag_shift": beyond + _text_width(_number(row, t)) + _FLAG / 2,
                        "description": _said(row, t),
                        "outlined": row.status in _NOT_THERE_YET,
                        "flagged": row.obs_status == "U",
                        "open": is_open,
                        "selected": row.figure_id == selected,
                    }
                )
    return pd.DataFrame(items), pd.DataFrame(cells), pd.DataFrame(blanks)


def _x(columns: pd.DataFrame, labels: int):
    """An x channel: shares of the scale over what the columns' texts leave free."""
    across = alt.Scale(domain=[0, float(columns["end"].iloc[-1])], nice=False)
    across.rangeMin = either(0, labels)
    across.rangeMax = alt.ExprRef(f"width - {columns['end_shift'].iloc[-1]:.0f}")
    return lambda field: alt.X(field, type="quantitative", axis=None, scale=across)


def _open_ends(body, x, y, bar, middle, colour) -> list[alt.Chart]:
    """Bars whose words state no upper bound fade out beyond their number and end in an arrow."""
    fading = alt.Gradient(
        gradient="linear",
        x1=0,
        x2=1,
        y1=0,
        y2=0,
        stops=[
            alt.GradientStop(color=colour, offset=0),
            alt.GradientStop(color=f"{colour}00", offset=1),
        ],
    )
    ends = body.transform_filter("datum.open")
    return [
        ends.mark_rect(
            **bar, color=fading, xOffset=_px("shift"), x2Offset=_px(f"shift + {_FADE - 8}")
        ).encode(x=x("to"), x2="to:Q", y=y, y2="y:Q"),
        ends.mark_point(
            shape="triangle-right",
            size=60,
            xOffset=_px(f"shift + {_FADE - 5}"),
            yOffset=middle,
            fill=colour,
            strokeWidth=0,
            opacity=1,
            aria=False,
        ).encode(x=x("to"), y=y),
    ]


def _px(shift: str) -> alt.ExprRef:
    return alt.ExprRef(f"datum.{shift}")


def _text_width(text: str, size: int = 14) -> float:
    """Pixels that a text takes, roughly: Python does not know the font."""
    return sum(size if ord(letter) > 0x2E80 else size * _WIDTH for letter in text)
