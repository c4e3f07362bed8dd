"""Layers that charts share: headings, the selected row, what a click hits, open ends, hatching."""

from typing import Any

import altair as alt
import pandas as pd

from xi_data.charts.text_size import wrapped
from xi_data.charts.theme import Theme, either
from xi_data.each_row import each_row
from xi_data.locale import Translator

BEFORE = 7  # pixels from a bar to its number
FADE = 30  # pixels by which a bar without an upper bound fades out, arrowhead included
KEY = 26  # pixels: a line of the key
SAMPLE = 22  # pixels: width of the sample beside the words of a key
OUTLINE = {"strokeWidth": 1.75, "strokeDash": [4, 3]}
"""Of a bar that is not there yet, or not like the others."""

_SMALLEST = "width < 330"
"""Vega expression: a phone of 320 pixels, where a heading has no room for its summary beside it."""

_KEY_ROOM = 250  # pixels for the words of a key there
_HATCH = 0.016  # distance of two hatching lines, as a part of the longest bar


def across_all(above: float, below: float) -> dict[str, Any]:
    """Place of a rectangle from edge to edge, from so many pixels above its y to so many below."""
    return dict(x=0, x2=alt.ExprRef("width"), yOffset=-above, y2Offset=below)


def largest(values: pd.Series) -> float:
    """The end of a scale from zero: the largest value; 1 where no value is above zero."""
    end = float(values.max())
    return end if end > 0 else 1.0


def pick() -> alt.Parameter:
    """The selection that a click makes: the figure_id of the mark that is hit."""
    return alt.selection_point("pick", fields=["figure_id"])


def target(body: alt.Chart, place: dict[str, Any], **channels: Any) -> alt.Chart:
    """What a finger hits: an invisible rectangle that says the description and picks the figure."""
    return (
        body.mark_rect(**place, opacity=0, cursor="pointer")
        .encode(
            **channels,
            tooltip=alt.Tooltip("description:N", title=" "),
            description=alt.Description("description:N"),
        )
        .add_params(pick())
    )


def selected_row(body: alt.Chart, place: dict[str, Any], theme: Theme, **channels: Any):
    """A filled and outlined frame behind the rows that are selected."""
    return (
        body.transform_filter("datum.selected")
        .mark_rect(
            **place,
            fill=theme.track,
            stroke=theme.text,
            strokeWidth=1.5,
            cornerRadius=4,
            aria=False,
        )
        .encode(**channels)
    )


def ruled_headings(headings: pd.DataFrame, y: alt.Y, theme: Theme) -> list[alt.Chart]:
    """Names on the left, summaries on the right, a rule below: y, label and summary of each."""
    heading = alt.Chart(headings)
    return [
        heading.mark_text(x=0, align="left", fontWeight="bold", fontSize=15, aria=False).encode(
            y=y, text=alt.Text("label:N")
        ),
        summaries(heading, y, theme),
        heading.mark_rule(
            x=0, x2=alt.ExprRef("width"), yOffset=13, color=theme.line, aria=False
        ).encode(y=y),
    ]


def summaries(
    heading: alt.Chart, y: alt.Y, theme: Theme, field: str = "summary", edge: int = 0
) -> alt.Chart:
    """What headings say at the right, so many pixels from the edge."""
    right = f"width - {edge}" if edge else "width"
    return heading.mark_text(
        x=alt.ExprRef(right),
        align="right",
        fontSize=13,
        color=theme.muted,
        opacity=alt.ExprRef(f"{_SMALLEST} ? 0 : 1"),
        aria=False,
    ).encode(y=y, text=alt.Text(f"{field}:N"))


def fading(colour: str) -> alt.Gradient:
    """From a colour, #rrggbb, to nothing."""
    stops = [
        alt.GradientStop(color=colour, offset=0),
        alt.GradientStop(color=f"{colour}00", offset=1),
    ]
    return alt.Gradient(gradient="linear", x1=0, x2=1, y1=0, y2=0, stops=stops)


def arrowhead(body: alt.Chart, side: str, colour: str, size: int, **place: Any) -> alt.Chart:
    """A filled triangle that points to a side: left or right."""
    return body.mark_point(
        shape=f"triangle-{side}",
        size=size,
        fill=colour,
        strokeWidth=0,
        opacity=1,
        aria=False,
        **place,
    )


def bar_in_words(t: Translator, bar: str, *, hatched: bool = False, dashed: bool = False) -> str:
    """A bar in words, with what its look says."""
    if hatched:
        return t("{bar} (hatched)", bar=bar)
    return t("{bar} (dashed outline)", bar=bar) if dashed else bar


def key_lines(meaning: str) -> pd.DataFrame:
    """What a sample means, in one line and in the lines that fit on the smallest phone."""
    return pd.DataFrame([{"words": meaning, "short": "\n".join(wrapped(meaning, _KEY_ROOM, 12))}])


def key_middle(below: int, shift: float = 0) -> alt.ExprRef:
    """Height of a line of the key, from the foot of the chart: so many lines are below it."""
    return alt.ExprRef(f"height - {KEY * (below + 0.5) - shift:g}")


def key_words(key: alt.Chart, middle: alt.ExprRef, theme: Theme) -> alt.Chart:
    """What the sample beside them means."""
    return (
        key.transform_calculate(lines=f"{_SMALLEST} ? datum.short : datum.words")
        .mark_text(
            x=SAMPLE + 8,
            y=middle,
            baseline="middle",
            lineBreak="\n",
            lineHeight=13,
            align="left",
            fontSize=either(12, 13),
            color=theme.muted,
            aria=False,
        )
        .encode(text=alt.Text("lines:N"))
    )


def hatching_key(meaning: str, theme: Theme, colour: str) -> list[alt.Chart]:
    """A hatched sample and what it means, in the chart so that a saved picture carries it.

    It is the last line of a key, at the foot of the chart.
    """
    top, foot = key_middle(0, -6), key_middle(0, 6)
    key = alt.Chart(key_lines(meaning))
    strokes = alt.Chart(pd.DataFrame({"left": range(0, SAMPLE, 5)}))
    # Strokes rise by 12 pixels over 6; the last ones end at the edge of the sample.
    past = f"max(0, datum.left + 6 - {SAMPLE})"
    nowhere = dict(x=alt.XValue(0), x2=alt.X2Value(0), y=alt.YValue(0), y2=alt.Y2Value(0))
    return [
        key.mark_rect(x=0, x2=SAMPLE, y=top, y2=foot, color=colour, aria=False),
        strokes.mark_rule(
            xOffset=alt.ExprRef("datum.left"),
            x2Offset=alt.ExprRef(f"datum.left + 6 - {past}"),
            yOffset=foot,
            y2Offset=alt.ExprRef(f"{top.expr} + 2 * {past}"),
            color=theme.ground,
            strokeWidth=1.5,
            aria=False,
        ).encode(**nowhere),
        key_words(key, key_middle(0), theme),
    ]


def hatching(
    bars: pd.DataFrame, longest: float, across: alt.Scale, y: alt.Y, bar: dict, theme: Theme
) -> list[alt.Chart]:
    """Diagonal lines in the colour of the ground, clipped to the bars.

    bars: y and value of those to hatch. longest: value of the longest bar. bar: the offsets of all.
    """
    step = longest * _HATCH
    lines = [
        {
            "y": row.y,
            "from": max(0.0, at),
            "to": min(row.value, at + step),
            "rise_from": max(0.0, -at) / step,
            "rise_to": (min(row.value, at + step) - at) / step,
        }
        for row in each_row(bars[bars["value"] > 0])
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
            x=alt.X("from:Q", axis=None, scale=across), x2=alt.X2("to:Q"), y=y, y2=alt.Y2("y:Q")
        )
    ]
