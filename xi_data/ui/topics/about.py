"""Reference tables of the About page: excused numerals and the dictionary of the data."""

import pandas as pd

from xi_data import export, store
from xi_data.each_row import each_row
from xi_data.locale import translator
from xi_data.memory import memoised
from xi_data.record.licence import is_ours
from xi_data.ui.state import brought
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.row_table import Column, row_table


def collected(page: Page) -> str:
    """How the figures of the bulletin came to be."""
    t, readings = page.t, page.answer(store.figures)["reading"]
    if (readings == "two_people").all():
        return t(
            "The article was read twice from beginning to end, each time independently, and "
            "the two readings were compared row by row: every position, value and wording "
            "agreed. Tests check each row against the text: the words at the position, the "
            "hash of the words around it, and that every number in the text is either a "
            "figure or left out."
        )
    reviewed = int((readings == "reviewed").sum())
    return t.plural(
        "The reading program found the numbers and proposed what each of them counts. "
        "{number} of the {all} figures has been reviewed by a person.",
        "The reading program found the numbers and proposed what each of them counts. "
        "{number} of the {all} figures have been reviewed by a person.",
        reviewed,
        all=t.number(len(readings)),
    )


def licence(page: Page) -> str:
    """Who may do what with the figures and the text."""
    t = page.t
    if brought.holds(page.bulletins):
        return t(
            "You brought this bulletin: its text belongs to its publisher, and we publish nothing "
            "of it. The code is under the MIT licence."
        )
    if not is_ours(page.bulletins):
        return t(
            "This bulletin did not come with the explorer: its text belongs to its publisher, and "
            "the licence of its figures is not known. The code is under the MIT licence."
        )
    return t(
        "The data tables are published under CC BY 4.0, the code under the MIT licence. "
        "The article’s text belongs to its publisher and is not reproduced; only facts, "
        "positions and quotations of a few words are included."
    )


def excuses(page: Page) -> None:
    """Numerals that count nothing, by reason."""
    t = page.t
    header(t("Numbers left out, and why"))
    rows = page.answer(store.excuses)
    row_table(
        t,
        "excuses",
        t("Table of the reasons why numbers are left out"),
        rows,
        {
            "reason": Column(t("Reason"), "label"),
            "numerals": Column(t("How many"), "numerals", number=True),
            "meaning": Column(t("Meaning"), "definition"),
            "mentions": Column(
                t("Original wording"), "numerals", lambda row: t.chain(row.mentions)
            ),
        },
        list(rows["reason"]),
    )


def dictionary(page: Page) -> None:
    """Every table and column with its meaning, from the schema; the figures first."""
    t = page.t
    header(t("Dictionary"))
    rows = _dictionary(t.lang)
    row_table(
        t,
        "dictionary",
        t("Table of every table and column of the data with its meaning"),
        rows,
        {
            "column": Column(t("Column"), "column_name"),
            "meaning": Column(t("Meaning"), "column_comment"),
            "type": Column(t("Type"), "data_type"),
            "table": Column(t("Table"), "table_name"),
            "holds": Column(t("What the table contains"), "table_comment"),
        },
        [f"{one.table_name}.{one.column_name}" for one in each_row(rows)],
    )


@memoised
def _dictionary(lang: str) -> pd.DataFrame:
    words = export.dictionary(translator(lang), query)
    columns = ["table_name", "column_name", "data_type", "column_comment", "table_comment"]
    return words.sort_values("table_name", key=lambda names: names != "figures", kind="stable")[
        columns
    ]
