"""Colours and fonts of the charts, light and dark, and what every chart is set up with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from xi_data.charts.text_size import SMALL

FONT = (
    "'Source Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', "
    "'PingFang SC', 'Microsoft YaHei', sans-serif"
)

NARROW = "width < 560"
"""Vega expression: the chart is drawn on a phone, so names go above their bars."""


@dataclass(frozen=True)
class Theme:
    """Colours of one mode; every mark holds at least 3:1 on the ground, every text 4.5:1."""

    ground: str
    text: str
    muted: str
    line: str
    track: str
    bar: str
    bar_selected: str
    whole: str
    done: str
    pending: str
    on_mark: str
    families: dict[str, str]


LIGHT = Theme(
    ground="#ffffff",
    text="#1c2530",
    muted="#566472",
    line="#d5dbe1",
    track="#e9edf1",
    bar="#5b8abd",
    bar_selected="#1d4f91",
    whole="#4b5c6b",
    done="#0072b2",
    pending="#d55e00",
    on_mark="#ffffff",
    families={
        "primary": "#1d4f91",
        "orange": "#d55e00",
        "green": "#007f5f",
        "red": "#b02a5b",
        "yellow": "#8a6a00",
        "violet": "#7a4cc0",
        "blue": "#1488a8",
        "gray": "#5b6b7b",
    },
)

DARK = Theme(
    ground="#14181d",
    text="#e8edf2",
    muted="#a9b8c6",
    line="#3a444f",
    track="#262e36",
    bar="#4585b8",
    bar_selected="#90b9f9",
    whole="#a9b8c6",
    done="#56b4e9",
    pending="#f0a35e",
    on_mark="#14181d",
    families={
        "primary": "#90b9f9",
        "orange": "#ff9f5e",
        "green": "#4cc9a0",
        "red": "#ff8fb0",
        "yellow": "#e8d25a",
        "violet": "#c19bff",
        "blue": "#3cc4dd",
        "gray": "#a9b8c6",
    },
)

THEMES = {"light": LIGHT, "dark": DARK}


def either(narrow: object, wide: object) -> alt.ExprRef:
    """One value on a phone, another on a desk: Vega knows the width, Python does not."""
    return alt.ExprRef(f"{NARROW} ? {narrow} : {wide}")


def pixels(field: str, height: int) -> alt.Y:
    """A y channel in pixels from the top of the chart."""
    return alt.Y(field, type="quantitative", axis=None, scale=_pixel_scale(height))


def pixels_either(field: str, edges: Sequence[tuple[int, int]]) -> alt.Y:
    """A y channel in pixels of a desk, each stretch as tall as it is where the chart is drawn.

    edges: where a stretch begins or ends on a phone and on a desk, from the top of the chart down.
    """
    desk = [wide for _, wide in edges]
    drawn = [either(narrow, wide) for narrow, wide in edges]
    scale = alt.Scale(domain=desk, range=drawn, nice=False, zero=False)
    return alt.Y(field, type="quantitative", axis=None, scale=scale)


def finished(
    layers: list[alt.Chart], height: int, theme: Theme, narrow: int | None = None
) -> alt.LayerChart:
    """The layers as one chart that stretches to its column, on the ground of the page.

    height: in pixels. narrow: the height on a phone, where it is another.
    """
    # All at once: whatever is added to a chart of layers later copies every one of them.
    return alt.LayerChart(
        layer=layers,
        # Vega's own signal of this name: what it says is how tall the chart is drawn.
        params=[]
        if narrow is None
        else [alt.param(name="height", expr=either(narrow, height).expr).param],
        height=height,
        width="container",
        background=theme.ground,
        # Side by side: where padding is 0 as a whole, Streamlit puts 20 pixels below.
        padding={"left": 0, "top": 0, "right": 0, "bottom": 0},
        config=alt.Config(
            font=FONT,
            view=alt.ViewConfig(stroke=None),
            text=alt.MarkConfig(font=FONT, fontSize=14, color=theme.text),
        ),
    )


def axes(theme: Theme) -> dict[str, Any]:
    """How every axis looks that Vega draws."""
    return dict(
        labelColor=theme.text,
        titleColor=theme.muted,
        gridColor=theme.line,
        domainColor=theme.line,
        tickColor=theme.line,
        labelFontSize=SMALL,
        titleFontSize=SMALL,
        labelFlush=False,
    )


def with_axes(layers: list[alt.Chart], height: int, theme: Theme) -> alt.LayerChart:
    """The same as finished, with room around for the words of the axes."""
    chart = finished(layers, height, theme)
    chart.padding = {"left": 4, "top": 8, "right": 16, "bottom": 8}
    return chart


def _pixel_scale(height: int) -> alt.Scale:
    return alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
