"""Where the bars of a chart in panels stand, what their names and numbers are, what they bound."""

import pandas as pd

from xi_data.charts.marks import FADE, largest
from xi_data.charts.text_size import LINE, SIZE, SMALL, wrapped
from xi_data.locale import Translator
from xi_data.wording import hedged, with_unit

HEADING, GAP = 36, 10  # pixels: panel heading, air after a panel
LABELS = 270  # pixels left of the bars on a desk
_PHONE = 280  # pixels that a name may take on a phone, the smallest of 320 pixels too
BAR = 28  # pixels of a row that are not its name, on a phone


def laid_out(
    rows: pd.DataFrame, t: Translator, selected: str, panel: str, below: int = BAR
) -> tuple[pd.DataFrame, pd.DataFrame, int]:
    """Headings of the panels, a row a bar, and the height of them all in pixels.

    below: pixels of a row that are not its name, on a phone.
    """
    for flag in ("hatched", "outlined"):
        rows = rows if flag in rows else rows.assign(**{flag: False})
    names = {
        row.figure_id: (
            wrapped(row.label, LABELS - 12, SIZE),
            wrapped(row.label, _PHONE, SMALL),
        )
        for row in rows.itertuples()
    }
    height = below + LINE * max(len(one) for both in names.values() for one in both)
    headings, bars, y = [], [], 0
    for (name, _), members in rows.groupby([panel, "unit"], sort=False):
        number = t.number(len(members))
        summary = t("{number} figures, not added", number=number)
        if len(members) == 1:
            summary = t.plural("{number} figure", "{number} figures", 1)
        headings.append({"y": y + HEADING / 2 - 4, "label": name, "summary": summary})
        y += HEADING
        longest = largest(members["value"])
        for row in members.itertuples():
            wide, narrow = names[row.figure_id]
            bound = _bound(row)
            bars.append(
                {
                    "figure_id": row.figure_id,
                    "y": y + height / 2,
                    "height": height,
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
            y += height
        y += GAP
    return pd.DataFrame(headings), pd.DataFrame(bars), y


def _bound(row) -> str:
    """Which side the words bound: low, high, neither (about) or both (closed); no value: none."""
    if pd.isna(row.value):
        return "none"
    low, high = not pd.isna(row.value_low), not pd.isna(row.value_high)
    return {(True, True): "closed", (True, False): "low", (False, True): "high"}.get(
        (low, high), "about"
    )


def number_of(row, t: Translator) -> str:
    """A bar in short: what it counts, and how many of which unit; row: of itertuples()."""
    return t.pair(row.label, with_unit(t, row))


def _description(row, t: Translator) -> str:
    """A bar in words: what, how many of which unit, status and remark."""
    return t.chain(word for word in (number_of(row, t), row.status_label, row.obs_label) if word)
