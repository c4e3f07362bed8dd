"""A table of rows in plain HTML: sorted by headings, walked and picked by keyboard, printed whole.

Cells hold words that are written in the page's language here; the browser decides nothing but where
they stand. The table is one stop of Tab: arrows walk its rows and headings, Enter picks.
"""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.ui.state import keys
from xi_data.ui.widgets.chinese import WORDS

PAGE = 200
"""Rows that are sent to the browser at a time; a longer table is turned like pages."""

_ASSETS = Path(__file__).parent
_table = st.components.v2.component(
    "row_table",
    css=(_ASSETS / "row_table.css").read_text(encoding="utf-8"),
    js=WORDS + (_ASSETS / "row_table.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Column:
    """A column of a table.

    heading: its name in words. of: the column of the rows that it is sorted by. cell: a row, with
    attributes, to its cell: words, or what bar and badge give; else what stands in that column.
    number: stands on the right. A column without a word in any of the rows on show is left out.
    """

    heading: str
    of: str
    cell: Callable[[Any], Any] | None = None
    number: bool = False


def bar(text: str, share: float) -> dict[str, Any]:
    """A cell with a bar below its text. share: of the column's width, 0 to 1; NaN for none."""
    return {"text": text, "bar": None if pd.isna(share) else round(float(share), 4)}


def badge(text: str, colour: str) -> dict[str, Any] | str:
    """A cell whose text stands on one of the theme's named colours; an empty cell for none."""
    return {"text": text, "badge": colour} if text else ""


Made = Callable[[tuple[Any, ...], Callable[[], Any]], Any]
"""Gives what a function computes, for a key that says what it follows from: memory, as a rule."""


def row_table(
    t: Translator,
    of: str,
    name: str,
    rows: pd.DataFrame,
    columns: Mapping[str, Column],
    names: Sequence[str],
    *,
    made: Made = lambda key, compute: compute(),
    shown: str = "",
    picked: str = "",
    on_pick: Callable[[str], None] | None = None,
) -> None:
    """Draw a table of the rows; where they are many, one page of them.

    of: unlike any other table's of the view. name: for those who hear it. names: of the rows, for
    on_pick. shown: the row whose evidence is in sight; picked: the one that the reader picked.
    on_pick: callback with the name of a row; without it no row can be picked.
    """
    widget = keys.table(of)
    order, first = st.session_state.get(keys.table_state(of), ("", 0))
    first = first if first < len(rows) else 0

    def take(what: str) -> None:
        found = st.session_state[widget][what]
        if what == "picked" and on_pick and found in names:
            on_pick(found)
        elif what == "sorted":
            st.session_state[keys.table_state(of)] = (_turned(order, str(found)), 0)
        elif what == "turned":
            at = first + PAGE * (1 if found == "after" else -1)
            st.session_state[keys.table_state(of)] = (order, max(0, at))

    content = made((order, first), lambda: _content(t, rows, columns, names, order, first))
    _table(
        data={
            **content,
            "name": name,
            "shown": shown,
            "picked": picked,
            "pickable": on_pick is not None,
        },
        key=widget,
        on_picked_change=lambda: take("picked"),
        on_sorted_change=lambda: take("sorted"),
        on_turned_change=lambda: take("turned"),
    )


def _turned(order: str, column: str) -> str:
    """The order after a heading was pressed: up, then down, then that of the text again."""
    return {column: f"-{column}", f"-{column}": ""}.get(order, column)


def _content(
    t: Translator,
    rows: pd.DataFrame,
    columns: Mapping[str, Column],
    names: Sequence[str],
    order: str,
    first: int,
) -> dict[str, Any]:
    """What the browser draws; its key changes with it."""
    by = order.removeprefix("-")
    places = pd.Series(range(len(rows)))
    if by in columns:
        column = rows[columns[by].of].reset_index(drop=True)
        column = column.replace("", None)
        places = column.sort_values(
            ascending=not order.startswith("-"), kind="stable", na_position="last"
        ).index
    places = list(places[first : first + PAGE])
    cells = {key: [] for key in columns}
    for row in each_row(rows.iloc[places]):
        for key, one in columns.items():
            cells[key].append(one.cell(row) if one.cell else _plain(getattr(row, one.of)))
    filled = [key for key in columns if any(cells[key])]
    content = {
        "lang": t.lang,
        "columns": [
            {
                "key": key,
                "name": columns[key].heading,
                "number": columns[key].number,
                "sorted": "" if key != by else "down" if order.startswith("-") else "up",
            }
            for key in filled
        ],
        "rows": [
            [names[place], *(cells[key][at] for key in filled)] for at, place in enumerate(places)
        ],
        "pages": None,
    }
    if len(rows) > PAGE:
        content["pages"] = {
            "said": t(
                "{first} to {last} of {number}",
                first=t.number(first + 1),
                last=t.number(first + len(places)),
                number=t.number(len(rows)),
            ),
            "before": t("Previous rows") if first else "",
            "after": t("Next rows") if first + PAGE < len(rows) else "",
        }
    key = zlib.crc32(json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return {**content, "key": key}


def _plain(value: Any) -> str:
    return "" if pd.isna(value) else str(value)
