"""Where the bars of a chart in panels stand, what their names and numbers are, what they bound."""

from typing import NamedTuple

import pandas as pd

from xi_data.charts.marks import FADE, largest
from xi_data.charts.text_size import LINE, SIZE, SMALL, wrapped
from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.wording import hedged, with_unit

_HEADING, _GAP = 36, 8  # pixels: panel heading, air after a panel
LABELS, AIR = 300, 12  # pixels on a desk: left of the bars, of these between a name and its bar
_PHONE = 280  # pixels that a name may take on a phone, the smallest of 320 pixels too
ROW, _AROUND = 32, 10  # pixels on a desk: the least row, what is above and below its name
_ABOVE, BELOW = 16, 12  # pixels on a phone: from a name's height to the bar, from there down


class Laid(NamedTuple):
    """A chart laid out: headings of the panels, a row a bar, and how far down each of them ends.

    y (of a bar its middle), top and bottom are in pixels of a desk. ends: where a stretch ends on a
    phone and on a desk, from the top of the chart to its foot; see pixels_either.
    """

    headings: pd.DataFrame
    bars: pd.DataFrame
    ends: list[tuple[int, int]]


def laid_out(
    rows: pd.DataFrame,
    t: Translator,
    selected: str,
    panel: str,
    least: int = ROW,
    below: int = BELOW,
) -> Laid:
    """Where everything stands; each row is as tall as its own name needs.

    least: pixels of a row on a desk. below: on a phone, from the middle of a bar to the next row.
    """
    for flag in ("hatched", "outlined"):
        rows = rows if flag in rows else rows.assign(**{flag: False})
    headings, bars, ends = [], [], [(0, 0)]

    def down(narrow: int, wide: int) -> tuple[int, int]:
        """One step down, so many pixels on a phone and on a desk: its top and bottom on a desk."""
        ends.append((ends[-1][0] + narrow, ends[-1][1] + wide))
        return ends[-2][1], ends[-1][1]

    for (name, _), members in rows.groupby([panel, "unit"], sort=False):
        number = t.number(len(members))
        summary = t("{number} figures, not added", number=number)
        if len(members) == 1:
            summary = t.plural("{number} figure", "{number} figures", 1)
        top, _ = down(_HEADING, _HEADING)
        headings.append({"y": top + _HEADING / 2 - 4, "label": name, "summary": summary})
        longest = largest(members["value"])
        for row in each_row(members):
            wide, narrow = wrapped(row.label, LABELS - AIR, SIZE), wrapped(row.label, _PHONE, SMALL)
            half = max(least, _AROUND + LINE * len(wide)) // 2
            top, middle = down(_ABOVE + LINE * len(narrow), half)
            _, bottom = down(below, half)
            bound = _bound(row)
            bars.append(
                {
                    "figure_id": row.figure_id,
                    "y": middle,
                    "top": top,
                    "bottom": bottom,
                    "value": row.value,
                    "share": 0.0 if pd.isna(row.value) else row.value / longest,
                    "wide": "\n".join(wide),
                    "narrow": "\n".join(narrow),
                    "up": (len(wide) - 1) * LINE / 2,
                    "above": (len(narrow) - 1) * LINE,
                    "number": hedged(t, row),
                    "bound": bound,
                    "beyond": {"low": FADE, "about": FADE / 2}.get(bound, 0),
                    "description": _description(row, t),
                    "colour": row.colour,
                    "hatched": bool(row.hatched),
                    "outlined": bool(row.outlined),
                    "selected": row.figure_id == selected,
                }
            )
        down(_GAP, _GAP)
    return Laid(pd.DataFrame(headings), pd.DataFrame(bars), ends)


def _bound(row) -> str:
    """Which side the words bound: low, high, neither (about) or both (closed); no value: none."""
    if pd.isna(row.value):
        return "none"
    low, high = not pd.isna(row.value_low), not pd.isna(row.value_high)
    return {(True, True): "closed", (True, False): "low", (False, True): "high"}.get(
        (low, high), "about"
    )


def number_of(row, t: Translator) -> str:
    """A bar in short: what it counts, and how many of which unit; row: of each_row()."""
    return t.pair(row.label, with_unit(t, row))


def _description(row, t: Translator) -> str:
    """A bar in words: what, how many of which unit, status and remark."""
    return t.chain(word for word in (number_of(row, t), row.status_label, row.obs_label) if word)
