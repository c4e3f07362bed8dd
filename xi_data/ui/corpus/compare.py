"""One indicator over places or months: its median and spread, with the number of documents."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from xi_data.charts.spread import spread, spread_alt
from xi_data.corpora import queries
from xi_data.corpora.facets import FACET
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus
from xi_data.corpora.queries import Indicator
from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.ui.corpus import asking
from xi_data.ui.corpus.facet_names import month_name
from xi_data.ui.filters.drawing import draw
from xi_data.ui.shell.page import title
from xi_data.ui.state import keys
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.chart_spec import mode, spec
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.row_table import Column, bar, row_table
from xi_data.views.filters import select, switch
from xi_data.wording import SUM_SIGN, indicator_name

_PLACES = 20
"""Places in the chart: those with most documents come first."""


class _Labels(NamedTuple):
    """What wording.indicator_name words an indicator of."""

    category_label: str
    status_label: str


def draw_compare(page: Page, corpus: Corpus) -> None:
    """The part that compares."""
    t = page.t
    heading = st.container()
    with asking.readable(page), st.spinner(t("Counting …")):
        known = asking.remembered(
            corpus, Narrowing(), "indicators", lambda: queries.indicators(corpus)
        )
    indicator = select(keys.INDICATOR, t("Indicator"), {one.key: _name(t, one) for one in known})
    over = switch(keys.OVER, t("Compare by"), {"place": t("Places"), "month": t("Months")}, "place")
    params = [indicator.param, over.param]
    asking.read(page, params, [keys.INDICATOR])
    draw(page, [indicator, over], {})
    asking.share(page, params)
    if not known:
        with heading:
            title(t("Nothing can be compared"), t("No two documents give figures of one kind."))
        return
    chosen = next(one for one in known if one.key == st.session_state[keys.INDICATOR])
    by = st.session_state[keys.OVER]
    with heading:
        title(_name(t, chosen), _definition(t, chosen))
    with asking.readable(page), st.spinner(t("Counting …")):
        groups = asking.remembered(
            corpus,
            Narrowing(),
            ("spread", chosen, by),
            lambda: queries.spread(corpus, chosen, by),
        )
    found = pd.DataFrame(groups)
    _chart(t, chosen, by, found)
    _table(t, chosen, by, found)


def _name(t: Translator, indicator: Indicator) -> str:
    unit = FACET["unit"].named(t, indicator.unit)
    label = FACET["category"].named(t, indicator.category)
    status = FACET["status"].named(t, indicator.status or "")
    return indicator_name(t, _Labels(label, status), unit)


def _definition(t: Translator, indicator: Indicator) -> str:
    return t(
        "{number} exact figures from {documents} documents. Median and spread are theirs alone; "
        "figures with “over”, “nearly”, “about” or the like are counted apart.",
        number=t.number(indicator.exact),
        documents=t.number(indicator.documents),
    )


def _chart(t: Translator, indicator: Indicator, by: str, groups: pd.DataFrame) -> None:
    """Medians of the first places, or of all months, where at least two can be told apart."""
    drawn = groups[groups["median"].notna()]
    drawn = drawn.head(_PLACES) if by == "place" else drawn
    if len(drawn) < 2:
        return
    rows = pd.DataFrame(
        {
            "name": [_group(t, by, one) for one in drawn["group"]],
            "day": [f"{one}-15" if by == "month" else None for one in drawn["group"]],
            "half": [_between(t, row.lower, row.upper) for row in each_row(drawn)],
        }
    ).join(drawn[["median", "lower", "upper", "documents"]].reset_index(drop=True))
    rows.attrs["value"] = _name(t, indicator)
    made = spec(spread, rows, t, mode())
    words = spread_alt(rows, t)
    st.vega_lite_chart(None, made, theme=None, key=keys.SPREAD_CHART, alt=words)
    read = t("Dot: the median of the exact figures. Line: the middle half of them.")
    if by == "place" and len(groups) > len(drawn):
        more = t("Drawn are the first {number} places of the table.", number=len(drawn))
        read = t.sentences(read, more)
    aside(read)


def _table(t: Translator, indicator: Indicator, by: str, groups: pd.DataFrame) -> None:
    """A place or month in each row; picking one shows the figures behind it."""

    def lead(group: str) -> None:
        narrowing = {
            "topic": indicator.topic,
            "category": indicator.category,
            "unit": indicator.unit,
            by: group,
        }
        if indicator.status:
            narrowing["status"] = indicator.status
        asking.lead_to_figures(**narrowing)

    largest = groups["median"].max()

    def value(column: str) -> Any:
        return lambda row: _number(t, getattr(row, column))

    columns = {
        "group": Column(FACET[by].label(t), "group", lambda row: _group(t, by, row.group)),
        "documents": Column(t("Documents"), "documents", value("documents"), number=True),
        "exact": Column(t("Exact figures"), "exact", value("exact"), number=True),
        "median": Column(
            f"{SUM_SIGN} {t('Median')}",
            "median",
            lambda row: bar(_number(t, row.median), row.median / (largest or float("nan"))),
            number=True,
        ),
        "quartiles": Column(
            f"{SUM_SIGN} {t('Middle half')}",
            "lower",
            lambda row: _between(t, row.lower, row.upper),
            number=True,
        ),
        "spread": Column(
            t("Least to most"), "low", lambda row: _between(t, row.low, row.high), number=True
        ),
        "hedged": Column(t("Not exact"), "hedged", value("hedged"), number=True),
    }
    row_table(
        t,
        f"spread_{indicator.key}_{by}",
        t("Median and spread"),
        groups,
        columns,
        list(groups["group"]),
        on_pick=lead,
    )
    aside(t("A row leads to its figures. Documents that name no place or date are left out."))


def _group(t: Translator, by: str, group: str) -> str:
    return month_name(t, group) if by == "month" else group


def _between(t: Translator, low: float, high: float) -> str:
    """From one number to the other, in words; "" where there are none."""
    return "" if pd.isna(low) else t("{low} to {high}", low=_number(t, low), high=_number(t, high))


def _number(t: Translator, value: float) -> str:
    return "" if pd.isna(value) else t.compact(value)
