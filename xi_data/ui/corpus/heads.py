"""How values and days of all rows that the filters leave are spread: small bars in their heads."""

from collections.abc import Mapping

from xi_data.corpora import queries
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus
from xi_data.corpora.queries import Counts
from xi_data.locale import Translator
from xi_data.ui.corpus import asking
from xi_data.ui.corpus.facet_names import month_name
from xi_data.ui.widgets.row_table import Distribution

_MOST_MONTHS = 36
"""Bars of a head; of more months the years are drawn."""


def of_values(t: Translator, corpus: Corpus, narrowing: Narrowing) -> Distribution | None:
    """Figures of each power of ten; None where there is one alone."""
    found = asking.remembered(
        corpus, narrowing, "decades", lambda: queries.decades(corpus, narrowing)
    )
    if len(found) < 2:
        return None
    scale = range(min(found), max(found) + 1)
    said = t.chain(
        t(
            "{low} to below {high}: {number}",
            low=t.compact(10.0**decade),
            high=t.compact(10.0 ** (decade + 1)),
            number=t.number(found[decade]),
        )
        for decade in scale
        if decade in found
    )
    return Distribution(
        [found.get(decade, 0) for decade in scale],
        t.compact(10.0**scale.start),
        t.compact(10.0**scale.stop),
        t("Figures by value, whatever their unit, on a logarithmic scale: {cells}.", cells=said),
    )


def of_months(t: Translator, narrowing: Narrowing, counts: Counts) -> Distribution | None:
    """Figures of each month of publication, or year where there are many; None for one alone."""
    chosen = narrowing.chosen.get("month")
    found = {
        month: number
        for (facet, month), number in counts.of.items()
        if facet == "month" and (not chosen or month in chosen)
    }
    if len(found) < 2:
        return None
    scale = _months(min(found), max(found))
    if len(scale) > _MOST_MONTHS:
        found = _by_year(found)
        scale = [str(year) for year in range(int(min(found)), int(max(found)) + 1)]
    most = max(found, key=lambda one: found[one])

    def named(time: str) -> str:
        return month_name(t, time) if "-" in time else t("the year {year}", year=time)

    words = t(
        "Figures by publication, from {first} to {last}; most in {most}: {number}.",
        first=named(scale[0]),
        last=named(scale[-1]),
        most=named(most),
        number=t.number(found[most]),
    )
    return Distribution([found.get(one, 0) for one in scale], scale[0], scale[-1], words)


def _months(first: str, last: str) -> list[str]:
    """Every month from one to another, YYYY-MM."""
    begin, end = (int(one[:4]) * 12 + int(one[5:]) - 1 for one in (first, last))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(begin, end + 1)]


def _by_year(months: Mapping[str, int]) -> dict[str, int]:
    years: dict[str, int] = {}
    for month, number in months.items():
        years[month[:4]] = years.get(month[:4], 0) + number
    return years
