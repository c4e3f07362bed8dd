"""Bars by type, in groups: how the closures divide, composites hatched."""

import altair as alt
import pandas as pd

from xi_data import sums
from xi_data.charts import marks
from xi_data.charts.theme import Theme, either, finished, pixels
from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.wording import hedged, summed

HEADING, ROW, GAP = 34, 40, 8  # pixels: group heading, bar with its name, air after a group
_LABELS = 226  # pixels left of the bars on a desk
_VALUES = 44  # pixels right of the longest bar, for its number


def breakdown(rows: pd.DataFrame, t: Translator, theme: Theme, selected: str) -> alt.LayerChart:
    """Horizontal bars from a common zero, a heading line for each group.

    rows: figure_id, value, category_label, group_label, composite, in drawing order, the rows of a
    group together. A click anywhere in a row picks its figure_id (selection `pick`).
    """
    headings, bars, height = _laid_out(rows, t, selected)
    composites = bars[bars["composite"]]
    key = []
    if len(composites):
        words = t("hatched: several kinds of venue in one figure, which cannot be split")
        key = marks.hatching_key(words, theme, theme.bar)
    height += marks.KEY * bool(key)
    longest = marks.largest(bars["value"])
    across = alt.Scale(domain=[0, longest], nice=False, rangeMin=either(0, _LABELS))
    across.rangeMax = alt.ExprRef(f"width - {_VALUES}")
    x = alt.X("value:Q", axis=None, scale=across)
    y = pixels("y", height)
    colour = alt.condition("datum.selected", alt.value(theme.bar_selected), alt.value(theme.bar))
    bar = dict(yOffset=either(-2, -11), y2Offset=either(14, 11), cornerRadiusEnd=1)
    bold = either("datum.selected ? 'bold' : 'normal'", "datum.selected ? 'bold' : 'normal'")
    body = alt.Chart(bars)
    whole = marks.across_all(ROW // 2, ROW // 2)
    layers = [
        *marks.ruled_headings(headings, y, theme),
        body.transform_filter("datum.selected")
        .mark_rect(**whole, color=theme.track, aria=False)
        .encode(y=y, y2=alt.Y2("y:Q")),
        body.mark_text(
            x=either(0, _LABELS - 10),
            align=either("'left'", "'right'"),
            dy=either(-11, 0),
            fontWeight=bold,
            aria=False,
        ).encode(y=y, text=alt.Text("label:N")),
        body.mark_bar(**bar).encode(
            x=x,
            x2=alt.X2Datum(0),
            y=y,
            y2=alt.Y2("y:Q"),
            color=colour,
            description=alt.Description("description:N"),
        ),
        *marks.hatching(composites, longest, across, y, bar, theme),
        body.mark_text(align="left", dx=7, dy=either(6, 0), fontWeight="bold", aria=False).encode(
            x=x, y=y, text=alt.Text("number:N")
        ),
        marks.target(body, whole, y=y, y2=alt.Y2("y:Q")),
        *key,
    ]
    return finished(layers, height, theme)


def breakdown_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: every bar with its number, group by group with their sums."""
    groups = [
        t.pair(
            f"{group} ({_summary(members, t)})",
            t.chain(
                marks.bar_in_words(
                    t, f"{row.category_label} {hedged(t, row)}", hatched=row.composite
                )
                for row in each_row(members)
            ),
        )
        for group, members in rows.groupby("group_label", sort=False)
    ]
    return t("Bar chart. {groups}.", groups=t.full_stops(groups))


def _summary(members: pd.DataFrame, t: Translator) -> str:
    """How many figures a group holds, and their sum where their words license one."""
    figures = t.plural("{number} figure", "{number} figures", len(members))
    whole = sums.total(members)
    if whole is None:
        return figures
    return f"{figures} · {summed(t, whole)}"


def _laid_out(rows, t, selected) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    headings, bars, y = [], [], 0
    for group, members in rows.groupby("group_label", sort=False):
        headings.append({"y": y + HEADING / 2 - 4, "label": group, "summary": _summary(members, t)})
        y += HEADING
        for row in each_row(members):
            bars.append(
                {
                    "figure_id": row.figure_id,
                    "y": y + ROW / 2,
                    "value": 0.0 if pd.isna(row.value) else row.value,
                    "label": row.category_label,
                    "number": hedged(t, row),
                    "description": t.pair(row.category_label, hedged(t, row)),
                    "selected": row.figure_id == selected,
                    "composite": bool(row.composite),
                }
            )
            y += ROW
        y += GAP
    return pd.DataFrame(headings), pd.DataFrame(bars), y
