"""Bars by type, in groups: how the closures divide, composites hatched."""

import altair as alt
import pandas as pd

from xi_data.charts.theme import Theme, either, finished, pixels
from xi_data.locale import Translator

HEADING, ROW, GAP = 34, 40, 8  # pixels: group heading, bar with its name, air after a group
_LABELS = 226  # pixels left of the bars on a desk
_VALUES = 44  # pixels right of the longest bar, for its number
_HATCH = 0.016  # distance of two hatching lines, as a part of the longest bar
_KEY = 26  # pixels below the last group for what hatching means
_SWATCH = 22  # pixels: width of the hatched sample beside it


def breakdown(rows: pd.DataFrame, t: Translator, theme: Theme, selected: str) -> alt.LayerChart:
    """Horizontal bars from a common zero, a heading line for each group.

    rows: figure_id, value, category_label, group_label, composite, in drawing order, the rows of a
    group together. A click anywhere in a row picks its figure_id (selection `pick`).
    """
    headings, bars, height = _laid_out(rows, t, selected)
    key = (
        hatching_key(height, t("hatched: several kinds of venue in one figure, not split"), theme)
        if bars["composite"].any()
        else []
    )
    height += _KEY * bool(key)
    longest = float(rows["value"].max())
    across = alt.Scale(domain=[0, longest], nice=False, rangeMin=either(0, _LABELS))
    across.rangeMax = alt.ExprRef(f"width - {_VALUES}")
    x = alt.X("value:Q", axis=None, scale=across)
    y = pixels("y", height)
    colour = alt.condition("datum.selected", alt.value(theme.bar_selected), alt.value(theme.bar))
    bar = dict(yOffset=either(-2, -11), y2Offset=either(14, 11), cornerRadiusEnd=1)
    bold = either("datum.selected ? 'bold' : 'normal'", "datum.selected ? 'bold' : 'normal'")
    heading = alt.Chart(headings)
    body = alt.Chart(bars)
    layers = [
        heading.mark_text(x=0, align="left", fontWeight="bold", fontSize=15, aria=False).encode(
            y=y, text="label:N"
        ),
        heading.mark_text(
            x=alt.ExprRef("width"), align="right", fontSize=13, color=theme.muted, aria=False
        ).encode(y=y, text="summary:N"),
        heading.mark_rule(
            x=0, x2=alt.ExprRef("width"), yOffset=13, color=theme.line, aria=False
        ).encode(y=y),
        body.transform_filter("datum.selected")
        .mark_rect(
            x=0, x2=alt.ExprRef("width"), yOffset=-20, y2Offset=20, color=theme.track, aria=False
        )
        .encode(y=y, y2="y:Q"),
        body.mark_text(
            x=either(0, _LABELS - 10),
            align=either("'left'", "'right'"),
            dy=either(-11, 0),
            fontWeight=bold,
            aria=False,
        ).encode(y=y, text="label:N"),
        body.mark_bar(**bar).encode(
            x=x,
            x2=alt.datum(0),
            y=y,
            y2="y:Q",
            color=colour,
            description="description:N",
        ),
        *hatching(bars, longest, across, y, bar, theme),
        body.mark_text(align="left", dx=7, dy=either(6, 0), fontWeight="bold", aria=False).encode(
            x=x, y=y, text="number:N"
        ),
        body.mark_rect(
            x=0, x2=alt.ExprRef("width"), yOffset=-20, y2Offset=20, opacity=0, cursor="pointer"
        )
        .encode(
            y=y,
            y2="y:Q",
            tooltip=alt.Tooltip("description:N", title=" "),
            description="description:N",
        )
        .add_params(alt.selection_point("pick", fields=["figure_id"])),
        *key,
    ]
    return finished(layers, height, theme)


def breakdown_alt(rows: pd.DataFrame, t: Translator) -> str:
    """What the chart shows, in words: every bar with its number, group by group."""
    groups = [
        t.pair(
            group,
            t.listed(f"{row.category_label} {t.number(row.value)}" for row in members.itertuples()),
        )
        for group, members in rows.groupby("group_label", sort=False)
    ]
    return t("Bar chart, {groups}.", groups=t.chain(groups))


def _laid_out(rows, t, selected) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    headings, bars, y = [], [], 0
    for group, members in rows.groupby("group_label", sort=False):
        number = t.number(members["value"].sum())
        figures = t.plural("{number} figure", "{number} figures", len(members))
        summary = f"{figures} · {number}" if len(members) == 1 else f"{figures} · Σ {number}"
        headings.append({"y": y + HEADING / 2 - 4, "label": group, "summary": summary})
        y += HEADING
        for row in members.itertuples():
            bars.append(
                {
                    "figure_id": row.figure_id,
                    "y": y + ROW / 2,
                    "value": row.value,
                    "label": row.category_label,
                    "number": t.number(row.value),
                    "description": t.pair(row.category_label, t.number(row.value)),
                    "selected": row.figure_id == selected,
                    "composite": bool(row.composite),
                }
            )
            y += ROW
        y += GAP
    return pd.DataFrame(headings), pd.DataFrame(bars), y


def hatching_key(top: int, words: str, theme: Theme, colour: str = "") -> list[alt.Chart]:
    """A hatched sample and what it means, in the chart so that a saved picture carries it.

    colour: of the bars, where it is not the theme's.
    """
    middle = top + _KEY / 2
    key = alt.Chart(pd.DataFrame([{"words": words}]))
    strokes = alt.Chart(pd.DataFrame({"left": range(0, _SWATCH, 5)}).assign(foot=middle + 6))
    # Strokes rise by 12 pixels over 6; the last ones end at the edge of the sample.
    past = f"max(0, datum.left + 6 - {_SWATCH})"
    return [
        key.mark_rect(
            x=0, x2=_SWATCH, y=middle - 6, y2=middle + 6, color=colour or theme.bar, aria=False
        ),
        strokes.mark_rule(
            xOffset=alt.ExprRef("datum.left"),
            x2Offset=alt.ExprRef(f"datum.left + 6 - {past}"),
            y2Offset=alt.ExprRef(f"2 * {past} - 12"),
            color=theme.ground,
            strokeWidth=1.5,
            aria=False,
        ).encode(x=alt.value(0), x2=alt.value(0), y=pixels("foot", top + _KEY), y2="foot:Q"),
        key.mark_text(
            x=_SWATCH + 8,
            y=middle,
            align="left",
            fontSize=either(12, 13),
            color=theme.muted,
            aria=False,
        ).encode(text="words:N"),
    ]


def hatching(bars, longest, across, y, bar, theme) -> list[alt.Chart]:
    """Diagonal lines in the colour of the ground, clipped to the bars that are composites."""
    step = longest * _HATCH
    lines = [
        {
            "y": row.y,
            "from": max(0.0, at),
            "to": min(row.value, at + step),
            "rise_from": max(0.0, -at) / step,
            "rise_to": (min(row.value, at + step) - at) / step,
        }
        for row in bars[bars["composite"]].itertuples()
        for at in [step * index for index in range(-1, int(row.value / step) + 1)]
    ]
    if not lines:
        return []
    top, bottom = bar["yOffset"].expr, bar["y2Offset"].expr
    rise = f"({bottom}) - (({bottom}) - ({top})) * datum."
    return [
        alt.Chart(pd.DataFrame(lines))
        .mark_rule(
            color=theme.ground,
            strokeWidth=1.5,
            yOffset=alt.ExprRef(rise + "rise_from"),
            y2Offset=alt.ExprRef(rise + "rise_to"),
            aria=False,
        )
        .encode(
            x=alt.X("from:Q", axis=None, scale=across),
            x2="to:Q",
            y=y,
            y2="y:Q",
        )
    ]
