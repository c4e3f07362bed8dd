"""The table of printed figures and its columns."""

import math
from collections.abc import Mapping

import pandas as pd

from xi_data import store
from xi_data.each_row import each_row
from xi_data.findings import Story
from xi_data.ui.state.answers import answered, query
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import pick_row
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.row_table import Column, badge, bar, row_table
from xi_data.views import Request
from xi_data.views.request import figure_key
from xi_data.wording import as_of, unreviewed, with_unit


def table(
    page: Page, request: Request, story: Story, columns: Mapping[str, Column], shown: str
) -> None:
    """The printed figures: picking one shows its evidence, picking it again lets it go.

    columns: in the order shown. shown: key of the figure whose evidence is on show.
    """
    t, rows = page.t, story.rows
    number = (
        t.plural("{number} figure", "{number} figures", len(rows))
        if len(rows) == len(story.every)
        else t("{number} of {all} figures", number=len(rows), all=len(story.every))
    )
    if "machine" in story.readings:
        rows = rows.assign(mark=[unreviewed(t, row) for row in each_row(rows)])
        columns = {**columns, "reading": badge_column(t("Reading"), "mark", "orange")}
    one_text = len(page.bulletins) == 1
    printed = t("In the article") if one_text else t("In these bulletins")
    header(f"{printed} :gray[· {number}]")
    row_table(
        t,
        page.view.key,
        t("Table of the figures, {number}", number=number),
        rows,
        columns,
        _keys(page, rows),
        made=lambda key, compute: answered(
            request.question, ("table", tuple(columns), *key), compute
        ),
        shown=shown,
        picked=request.figure,
        on_pick=pick_row,
    )


def columns(page: Page, *names: str) -> dict[str, Column]:
    """Columns that mean the same on every page, by their names."""
    t = page.t
    bulletins = query(store.bulletins, t.lang).set_index("bulletin_id")["short_name"]
    known = {
        "bulletin": Column(t("Bulletin"), "bulletin_id", lambda row: bulletins[row.bulletin_id]),
        "label": Column(t("What is counted"), "label"),
        "value": Column(t("Value"), "value", lambda row: with_unit(t, row), number=True),
        "mention": Column(t("Original wording"), "mention"),
        "dated": Column(t("As of"), "as_of", lambda row: as_of(t, row)),
        "paragraph": Column(t("Paragraph"), "paragraph", number=True),
        "family": Column(t("Topic"), "family_label"),
        "group": Column(t("Group"), "group_label"),
        "status": Column(t("Status"), "status_label"),
        "remark": badge_column(t("Remark"), "obs_label", "orange"),
    }
    return {name: known[name] for name in names}


def bar_column(page: Page, heading: str, largest: float) -> Column:
    """The values with their unit, each above a bar on the chart's scale."""
    return Column(
        heading,
        "value",
        lambda row: bar(with_unit(page.t, row), row.value / (largest or math.nan)),
        number=True,
    )


def badge_column(heading: str, of: str, colour: str) -> Column:
    """Words of a column as badges in one named colour of the theme."""
    return Column(heading, of, lambda row: badge(getattr(row, of), colour))


def _keys(page: Page, rows: pd.DataFrame) -> list[str]:
    """How this page's address names the figures of the rows."""
    if len(page.bulletins) == 1:
        return list(rows["figure_id"])
    return [
        figure_key(page.bulletins, *pair)
        for pair in zip(rows["bulletin_id"], rows["figure_id"], strict=True)
    ]
