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
from xi_data.matching.highlight import visible
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
class Distribution:
    """How a column's values are spread, as bars in its head.

    numbers: of the bars. first and last: what the scale begins and ends with. alt: the same for
    those who hear it, or point at it.
    """

    numbers: Sequence[float]
    first: str
    last: str
    alt: str


@dataclass(frozen=True)
class Column:
    """A column of a table.

    heading: its name in words. of: the column of the rows that it is sorted by. cell: a row, with
    attributes, to its cell: words, or what bar and badge give; else what stands in that column.
    number: stands on the right. sorts: whether its heading sorts. distribution: drawn in its head.
    A column without a word in any of the rows on show is left out.
    """

    heading: str
    of: str
    cell: Callable[[Any], Any] | None = None
    number: bool = False
    sorts: bool = True
    distribution: Distribution | None = None


@dataclass(frozen=True)
class Window:
    """Which of many rows are on show. order: a column's key, with - before it to descend.

    turn: callback that asks for another order and first row. number: of all rows; size: of a page.
    """

    order: str
    first: int
    number: int
    size: int
    turn: Callable[[str, int], None]


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
    window: Window | None = None,
) -> None:
    """Draw a table of the rows; where they are many, one page of them.

    of: unlike any other table's of the view. name: for those who hear it. names: of the rows, for
    on_pick. shown: the row whose evidence is in sight; picked: the one that the reader picked.
    on_pick: callback with the name of a row; without it no row can be picked. window: the rows are
    one page of more, which somebody else has sorted.
    """
    widget = keys.table(of)
    held = window or _window_of(of, len(rows))

    def take(what: str) -> None:
        found = st.session_state[widget][what]
        if what == "picked" and on_pick and found in names:
            on_pick(found)
        elif what == "sorted":
            held.turn(_turned(held.order, str(found)), 0)
        elif what == "turned":
            at = held.first + held.size * (1 if found == "after" else -1)
            held.turn(held.order, max(0, at))

    def content_of() -> dict[str, Any]:
        if window:
            return _content(t, rows, columns, names, held)
        places = _rows_on_show(rows, columns, held)
        return _content(t, rows.iloc[places], columns, [names[one] for one in places], held)

    content = made((held.order, held.first), content_of)
    _table(
        data={
            **content,
            "name": visible(name),
            "shown": shown,
            "picked": picked,
            "pickable": on_pick is not None,
        },
        key=widget,
        on_picked_change=lambda: take("picked"),
        on_sorted_change=lambda: take("sorted"),
        on_turned_change=lambda: take("turned"),
    )


def _window_of(of: str, number: int) -> Window:
    """The page of a table whose rows are all here, as its session knows it."""

    def turn(order: str, first: int) -> None:
        st.session_state[keys.table_state(of)] = (order, first)

    order, first = st.session_state.get(keys.table_state(of), ("", 0))
    return Window(order, first if first < number else 0, number, PAGE, turn)


def _turned(order: str, column: str) -> str:
    """The order after a heading was pressed: up, then down, then that of the text again."""
    return {column: f"-{column}", f"-{column}": ""}.get(order, column)


def _rows_on_show(rows: pd.DataFrame, columns: Mapping[str, Column], held: Window) -> list[int]:
    """Which of the rows are on show, in their order."""
    by = held.order.removeprefix("-")
    places = pd.Series(range(len(rows)))
    if by in columns:
        column = rows[columns[by].of].reset_index(drop=True)
        column = column.replace("", None)
        places = column.sort_values(
            ascending=not held.order.startswith("-"), kind="stable", na_position="last"
        ).index
    return list(places[held.first : held.first + held.size])


def _content(
    t: Translator,
    rows: pd.DataFrame,
    columns: Mapping[str, Column],
    names: Sequence[str],
    held: Window,
) -> dict[str, Any]:
    """What the browser draws of the rows on show; its key changes with it."""
    by, descends = held.order.removeprefix("-"), held.order.startswith("-")
    cells = {key: [] for key in columns}
    for row in each_row(rows):
        for key, one in columns.items():
            cells[key].append(_seen(one.cell(row) if one.cell else _plain(getattr(row, one.of))))
    filled = [key for key in columns if any(cells[key])]
    content = {
        "lang": t.lang,
        "columns": [
            {
                "key": key,
                "name": visible(columns[key].heading),
                "number": columns[key].number,
                "sorts": columns[key].sorts,
                "sorted": "" if key != by else "down" if descends else "up",
                "spread": _spread(columns[key].distribution),
            }
            for key in filled
        ],
        "rows": [[name, *(cells[key][at] for key in filled)] for at, name in enumerate(names)],
        "pages": None,
    }
    if held.number > held.size:
        content["pages"] = {
            "said": t(
                "{first} to {last} of {number}",
                first=t.number(held.first + 1),
                last=t.number(held.first + len(rows)),
                number=t.number(held.number),
            ),
            "before": t("Previous rows") if held.first else "",
            "after": t("Next rows") if held.first + held.size < held.number else "",
        }
    key = zlib.crc32(json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return {**content, "key": key}


def _spread(of: Distribution | None) -> dict[str, Any] | None:
    if of is None:
        return None
    shares = [round(one / max(of.numbers), 4) for one in of.numbers]
    return {"shares": shares, "first": of.first, "last": of.last, "alt": of.alt}


def _seen(cell: Any) -> Any:
    """A cell without signs that turn the direction of writing, or that nobody sees."""
    return visible(cell) if isinstance(cell, str) else {**cell, "text": visible(cell["text"])}


def _plain(value: Any) -> str:
    return "" if pd.isna(value) else str(value)
