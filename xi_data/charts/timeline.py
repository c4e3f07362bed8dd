"""A line of days from the first to the last: printed dates, and the figures tied to each."""

from datetime import timedelta

import altair as alt
import pandas as pd

from xi_data.charts import marks
from xi_data.charts.text_size import text_width
from xi_data.charts.theme import Theme, finished, pixels
from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.wording import with_unit

_DAY, _ROW, _GAP, _AIR = 32, 38, 30, 10  # pixels: a day's name, an entry, days left out, air
_SPINE, _BRACKET, _TEXT = 10, 27, 42  # pixels from the left
_AFTER = 14  # pixels from the longest number to the words on a desk


def timeline(rows: pd.DataFrame, t: Translator, theme: Theme, selected: str) -> alt.LayerChart:
    """Days from top to bottom, each with its printed dates (hollow) and figures (filled).

    rows: figures with day, paragraph, category_label, status_label and colour, in drawing order.
    What one paragraph dates to several days is one story: a bracket joins its dates. Days without a
    date are named in one line, not drawn to scale. A click in a line picks its figure_id (selection
    `pick`).
    """
    days, entries, gaps, height = _laid_out(rows, t, theme, selected)
    y = pixels("y", height)
    numbers = _TEXT + _AFTER + int(max(map(text_width, entries["number"])))
    room = numbers + int(max(map(text_width, entries["label"])))

    def either(narrow: object, wide: object) -> alt.ExprRef:
        """One value where the words do not fit beside their numbers, another where they do."""
        return alt.ExprRef(f"width < {room} ? {narrow} : {wide}")

    day, body = alt.Chart(days), alt.Chart(entries)
    figures = body.transform_filter("datum.number != ''")
    whole = marks.across_all(_ROW / 2 - 1, _ROW / 2 - 1)
    text = dict(align="left", aria=False)
    words = text | {"fontWeight": alt.ExprRef("datum.selected ? 'bold' : 'normal'")}
    layers = [
        marks.selected_row(body, whole, theme, y=y, y2=alt.Y2("y:Q")),
        *_line(days, gaps, y, height, theme),
        *_brackets(entries, y, theme),
        day.mark_text(x=_TEXT, fontSize=15, fontWeight="bold", **text).encode(
            y=y, text=alt.Text("label:N")
        ),
        marks.summaries(day, y, theme),
        body.mark_point(
            x=_SPINE,
            size=alt.ExprRef("datum.number ? 70 : 110"),
            strokeWidth=2.5,
            opacity=1,
            aria=False,
        ).encode(
            y=y,
            stroke=alt.Stroke("colour:N", scale=None, legend=None),
            fill=alt.Fill("fill:N", scale=None, legend=None),
        ),
        body.transform_filter("datum.number == ''")
        .mark_text(x=_TEXT, fontSize=either(12.5, 14), **words)
        .encode(y=y, text=alt.Text("label:N")),
        figures.mark_text(x=_TEXT, dy=either(-8, 0), fontWeight="bold", **text).encode(
            y=y, text=alt.Text("number:N")
        ),
        # One layer: words that are hidden would still take room, and narrow the chart.
        figures.transform_calculate(words=either("datum.short", "datum.label").expr)
        .mark_text(x=either(_TEXT, numbers), dy=either(9, 0), fontSize=either(12.5, 14), **words)
        .encode(y=y, text=alt.Text("words:N")),
        marks.target(body, whole, y=y, y2=alt.Y2("y:Q")),
    ]
    return finished(layers, height, theme)


def timeline_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: day by day, every date and every figure."""
    days = (
        t.pair(t.date(day), t.chain(_description(row, t) for row in each_row(members)))
        for day, members in rows.groupby("day", sort=False)
    )
    return t("Timeline. {days}.", days=t.full_stops(days))


def _laid_out(
    rows: pd.DataFrame, t: Translator, theme: Theme, selected: str
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, int]:
    """Days, entries, stretches of days left out, and the height of all."""
    days, entries, gaps, y, before = [], [], [], 0, None
    for day, members in rows.groupby("day", sort=False):
        if before is not None and day - before > timedelta(days=1):
            gaps.append({"y": y + _GAP / 2, "label": _left_out(before, day, t)})
            y += _GAP
        before = day
        figures = int((members["kind"] != "date").sum())
        summary = t.plural("{number} figure", "{number} figures", figures) if figures else ""
        days.append({"y": y + _DAY / 2, "label": t.day(day), "summary": summary})
        y += _DAY
        for row in each_row(members):
            colour = theme.families[row.colour]
            entries.append(
                {
                    "figure_id": row.figure_id,
                    "paragraph": row.paragraph,
                    "y": y + _ROW / 2,
                    "number": _number(row, t),
                    "label": row.label,
                    "short": " · ".join(filter(None, (row.category_label, row.status_label))),
                    "description": _description(row, t),
                    "colour": colour,
                    "fill": theme.ground if row.kind == "date" else colour,
                    "selected": row.figure_id == selected,
                }
            )
            y += _ROW
        y += _AIR
    gaps = pd.DataFrame(gaps, columns=["y", "label"])
    return pd.DataFrame(days), pd.DataFrame(entries), gaps, y - _AIR


def _line(
    days: pd.DataFrame, gaps: pd.DataFrame, y: alt.Y, height: int, theme: Theme
) -> list[alt.Chart]:
    """The line that all marks stand on, a tick at each day, dots where days are left out."""
    ends = pd.DataFrame([{"y": days["y"].iloc[0], "to": height}])
    rule = dict(x=_SPINE, aria=False)
    layers = [
        alt.Chart(ends)
        .mark_rule(color=theme.line, strokeWidth=2, **rule)
        .encode(y=y, y2=alt.Y2("to:Q")),
        alt.Chart(days)
        .mark_rule(x=_SPINE - 5, x2=_SPINE + 5, strokeWidth=3, color=theme.muted, aria=False)
        .encode(y=y),
    ]
    if len(gaps):
        gap = alt.Chart(gaps)
        half = dict(yOffset=-_GAP / 2, y2Offset=_GAP / 2)
        layers += [
            gap.mark_rule(
                color=theme.ground, strokeWidth=4, strokeDash=[4, 4], **rule, **half
            ).encode(y=y, y2=alt.Y2("y:Q")),
            gap.mark_text(x=_TEXT, align="left", fontSize=13, color=theme.muted, aria=False).encode(
                y=y, text=alt.Text("label:N")
            ),
        ]
    return layers


def _brackets(entries: pd.DataFrame, y: alt.Y, theme: Theme) -> list[alt.Chart]:
    """A bracket beside the line for each paragraph that tells of several dates."""
    dates = entries[entries["number"] == ""]
    told = dates.groupby("paragraph")["y"].agg(["min", "max", "count"])
    told = told[told["count"] > 1].rename(columns={"min": "y", "max": "to"})
    if told.empty:
        return []
    stroke = dict(color=theme.muted, strokeWidth=2.5, aria=False)
    return [
        alt.Chart(told)
        .mark_rule(x=_BRACKET, strokeCap="square", **stroke)
        .encode(y=y, y2=alt.Y2("to:Q")),
        alt.Chart(dates[dates["paragraph"].isin(told.index)])
        .mark_rule(x=_SPINE + 7, x2=_BRACKET, **stroke)
        .encode(y=y),
    ]


def _left_out(before: pd.Timestamp, after: pd.Timestamp, t: Translator) -> str:
    """The days between two, of which the text prints none."""
    first, last = before + timedelta(days=1), after - timedelta(days=1)
    if first == last:
        return t("{day}: no date given", day=t.day(first))
    return t("{first} to {last}: no date given", first=t.day(first), last=t.day(last))


def _number(row, t: Translator) -> str:
    """The value with its hedge and its unit; nothing for a date."""
    return "" if row.kind == "date" else with_unit(t, row)


def _description(row, t: Translator) -> str:
    return row.label if row.kind == "date" else t.pair(row.label, _number(row, t))
