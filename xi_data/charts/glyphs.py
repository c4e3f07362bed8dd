"""Small pictures of one figure as SVG: what its words bound, and where it stands in the article.

They stretch to the width that they are given. Their colours are custom properties of the page that
shows them (--st-text-color and the like): they follow its theme by themselves.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from xi_data.each_row import each_row
from xi_data.locale import Translator

_MIDDLE = 10  # pixels from the top of the bounds glyph to its line


def bounds_glyph(figure: Mapping[str, Any], t: Translator) -> str:
    """One figure's bounds: an open dot, and an arrow to the side that the words leave open.

    figure: value, value_low, value_high (missing where the words leave a side open) and colour, a
    named colour of the theme. Open on both sides: a frayed line; without a value no dot.
    """
    colour = f"var(--st-{figure['colour']}-color)"
    low, high = (pd.isna(figure[end]) for end in ("value_low", "value_high"))
    left, right = ("6%" if low else "50%"), ("94%" if high else "50%")
    frayed = ";stroke-dasharray:3 4" if low and high else ""
    parts = [
        _line("0%", "100%", "stroke:var(--st-border-color)"),
        _line(left, right, f"stroke:{colour};stroke-width:3{frayed}"),
    ]
    if low != high:
        at, tip = (right, 8) if high else (left, -8)
        arrow = f'<path d="M0 -5 L{tip} 0 L0 5 Z" style="fill:{colour}"/>'
        parts.append(f'<svg x="{at}" y="{_MIDDLE}" overflow="visible">{arrow}</svg>')
    if pd.notna(figure["value"]):
        ground = f"fill:var(--st-background-color);stroke:{colour};stroke-width:3"
        number = escape(t.number(figure["value"]))
        parts += [
            f'<circle cx="50%" cy="{_MIDDLE}" r="5" style="{ground}"/>',
            f'<text x="50%" y="{_MIDDLE + 22}" text-anchor="middle" '
            f'style="fill:var(--st-text-color);font-size:12px;font-weight:600">{number}</text>',
        ]
    return _svg(36, parts)


def place_strip(paragraphs: pd.DataFrame, start: int, colour: str) -> str:
    """The article as one line of sections, the figure's own darker, a needle where it stands.

    paragraphs: start and end (code points) and section, "" or missing where the text has none:
    those share one part. start: the figure's first code point. colour: a named colour of the theme.
    """
    named = paragraphs.fillna({"section": ""})
    sections = named.groupby("section", sort=False).agg({"start": "min", "end": "max"})
    end = int(sections["end"].max())
    parts = [
        _box(
            100 * part.start / end,
            100 * (part.end - part.start) / end,
            "gray-color" if part.start <= start < part.end else "border-color",
        )
        for part in each_row(sections)
    ]
    at = f"{100 * start / end:.2f}%"
    needle = f"stroke:var(--st-{colour}-color);stroke-width:3"
    return _svg(18, [*parts, f'<line x1="{at}" x2="{at}" y1="0" y2="18" style="{needle}"/>'])


def _svg(height: int, parts: list[str]) -> str:
    return f'<svg width="100%" height="{height}" aria-hidden="true">{"".join(parts)}</svg>'


def _line(left: str, right: str, style: str) -> str:
    return f'<line x1="{left}" x2="{right}" y1="{_MIDDLE}" y2="{_MIDDLE}" style="{style}"/>'


def _box(left: float, width: float, colour: str) -> str:
    style = f"fill:var(--st-{colour});stroke:var(--st-background-color);stroke-width:1.5"
    return f'<rect x="{left:.2f}%" width="{width:.2f}%" y="6" height="7" style="{style}"/>'
