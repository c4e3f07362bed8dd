"""Where the parts of an inventory stand: columns as wide as they need, a cell an item and status.

Python does not know how wide the chart will be, so a place is a share of the scale plus pixels.
"""

import pandas as pd

from xi_data.charts.marks import BEFORE, FADE
from xi_data.charts.text_size import text_width
from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.wording import hedged, with_unit

HEADING, ROW = 28, 40  # pixels: status names, an item
PAD = 6  # pixels from the left of a column to its zero line
_AFTER = 12  # pixels from the end of a column's longest text to the next column
_FLAG = 18  # pixels for the flag of an odd number
_NOT_THERE_YET = {"ordered"}


def place_columns(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """A row a status: where its bars begin (shares of the scale, then pixels) and where it ends."""
    columns, start, shift = [], 0.0, 0.0
    for status, members in rows.groupby("status", sort=False):
        label = members["status_label"].iloc[0]
        label = label[:1].upper() + label[1:]
        longest = float(_shares(members).max())
        texts = [
            BEFORE
            + text_width(hedged(t, row))
            + (FADE if _open_above(row) else 0)
            + (_FLAG if row.obs_status == "U" else 0)
            for row in each_row(members)
        ]
        room = PAD + max(*texts, text_width(label)) + _AFTER
        columns.append(
            {
                "status": status,
                "label": label,
                "from": start,
                "end": start + longest,
                "shift": shift + PAD,
                "end_shift": shift + room,
            }
        )
        start, shift = start + longest, shift + room
    return pd.DataFrame(columns)


def place_cells(
    rows: pd.DataFrame, t: Translator, selected: str, item: str, columns: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Lines, cells with a figure, and cells without one.

    Groups of items come in the order of the text, the items of a group by their longest bar.
    """
    shares = rows.assign(share=_shares(rows))
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
            for row in each_row(here):
                is_open = _open_above(row)
                beyond = column["shift"] + (FADE if is_open else 0) + BEFORE
                cells.append(
                    {
                        **at,
                        "figure_id": row.figure_id,
                        "value": row.value,
                        "to": column["from"] + row.share,
                        "end": column["end"],
                        "end_shift": column["end_shift"],
                        "number": hedged(t, row),
                        "number_shift": beyond,
                        "flag_shift": beyond + text_width(hedged(t, row)) + _FLAG / 2,
                        "description": description_of(row, t),
                        "outlined": row.status in _NOT_THERE_YET,
                        "flagged": row.obs_status == "U",
                        "open": is_open,
                        "selected": row.figure_id == selected,
                    }
                )
    return pd.DataFrame(items), pd.DataFrame(cells), pd.DataFrame(blanks)


def description_of(row, t: Translator) -> str:
    """A figure in words, with its unit and its status; row: one of each_row(rows)."""
    words = t.pair(row.label, with_unit(t, row))
    if row.status_label and pd.notna(row.value):
        words = t(
            "{label}: {amount} ({status})",
            label=row.label,
            amount=with_unit(t, row),
            status=row.status_label,
        )
    return t("{words}, {remark}", words=words, remark=row.obs_label) if row.obs_label else words


def _shares(rows: pd.DataFrame) -> pd.Series:
    """Lengths of the bars, as parts of a full one; 0 where no value is printed."""
    return (rows["value"] / rows["scale"]).fillna(0.0)


def _open_above(row) -> bool:
    return not pd.isna(row.value_low) and pd.isna(row.value_high)
