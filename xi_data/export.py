"""A view made ready to be written to a file: its figures, and what must go with them."""

import datetime
import json
from collections.abc import Mapping, Sequence

import pandas as pd

from xi_data import publish, store, views
from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.publish import citation
from xi_data.record.version import version
from xi_data.sums import Ratio, Total
from xi_data.views import Ask, Selection

Sums = Sequence[tuple[str, Total | Ratio]]


def figures(
    t: Translator,
    ask: Ask,
    selection: Selection,
    *,
    title: str,
    link: str,
    date: datetime.date,
    sums: Sums = (),
) -> publish.Download:
    """The figures of a view, as data/figures.csv has them, with their context.

    title: what the view finds. link: its address, "" where nobody knows it. date: of the download.
    sums: name and value of each thing computed from these rows.
    """
    ids = tuple(selection.rows["figure_id"])
    return publish.Download(
        view=selection.view.key,
        date=date,
        records=ask(store.records, ids),
        computed=_computed(t, selection.rows, sums),
        about=about(t, ask, title=title, filters=selection.active, link=link, date=date),
        context=publish.Context(
            lang=t.lang,
            title=title,
            link=link,
            source=source(t, ask),
            citation=cited(t, ask, title, link),
            version=version(),
            relations=ask(store.relations_among, ids),
            dictionary=dictionary(t, ask),
            keys=ask(store.keys),
            query=selection.sql(t.lang),
        ),
    )


def linked(ask: Ask, link: str, lang: str | None = None) -> publish.Download:
    """The figures that a page shows at a link, as figures gives them; what we compute is left out.

    link: with or without a host. lang: of the words; else the link's own, or English. The date is
    that of the data: the same link gives the same download on any day.
    Raises views.RequestError for a view, key or value that is not known.
    """
    view, asked = views.read_link(link)
    lang = lang or asked.get("lang", [next(iter(LANGUAGES))])[-1]
    if lang not in LANGUAGES:
        raise views.RequestError("lang", lang, list(LANGUAGES))
    t = translator(lang)
    found = views.select(view, t, ask, asked)
    return figures(
        t,
        ask,
        found,
        title=t.chain([views.names(t)[view.key], *found.active.values()]),
        link=link if "://" in link else "",
        date=version().date,
    )


def descriptions(ask: Ask) -> dict[str, bytes]:
    """The files of data/ that describe its tables to machines: name to content."""
    everything = linked(ask, "figures")
    found = {
        "datapackage.json": publish.datapackage_of(everything, ""),
        "figures.schema.json": publish.json_schema(everything.context),
    }
    return {
        name: (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
        for name, content in found.items()
    }


def about(
    t: Translator,
    ask: Ask,
    *,
    title: str,
    filters: Mapping[str, str],
    link: str,
    date: datetime.date,
) -> dict[str, str]:
    """What a file says of itself, in words: name to words. filters: key to words."""
    bulletin = ask(store.bulletin, t.lang)
    return {
        t("Title"): title,
        t("Filters"): t.chain(filters.values()) or t("none"),
        t("Link"): link,
        t("Date"): date.isoformat(),
        t("Source"): f"{bulletin['title']} ({bulletin['publisher_printed']})",
        t("Date of the source"): bulletin["date_note"],
        t("Licence"): t("Data CC BY 4.0; the article’s text belongs to its publisher."),
        t("Data version"): version().version,
        t("Citation"): cited(t, ask, title, link),
    }


def dictionary(t: Translator, ask: Ask) -> pd.DataFrame:
    """Every table and column, as store.dictionary gives them, with their meaning in words."""
    columns = ask(store.dictionary)
    return columns.assign(
        column_comment=[t(comment) for comment in columns["column_comment"]],
        table_comment=[t(comment) for comment in columns["table_comment"]],
    )


def source(t: Translator, ask: Ask) -> str:
    """The article as a reader would cite it."""
    bulletin = ask(store.bulletin, t.lang)
    return citation.source(
        t,
        bulletin["publisher_printed"],
        bulletin["title"],
        bulletin["place"],
        bulletin["latest_date"],
    )


def cited(t: Translator, ask: Ask, title: str, link: str) -> str:
    """A view as a reader would cite it."""
    said = t(
        "{source}. “{title}”, Xi County Response Explorer, data version {version}. {link}",
        source=source(t, ask),
        title=title,
        version=version().version,
        link=link,
    )
    return said.strip()


def formula(t: Translator, one: Total | Ratio) -> str:
    """97 + 8 + 1 + 1, or 125,000 ÷ 5,000."""
    if isinstance(one, Ratio):
        return f"{t.number(one.dividend)} ÷ {t.number(one.divisor)}"
    return " + ".join(t.number(part) for part in one.parts)


def _computed(t: Translator, rows: pd.DataFrame, sums: Sums) -> pd.DataFrame:
    units = rows["unit_label"].unique() if sums else []
    unit = units[0] if len(units) == 1 else ""  # a sum of figures in several units has none
    signs = {"exact": "=", "at_least": "≥", "at_most": "≤", "about": "≈"}
    return pd.DataFrame(
        [
            {
                "label": name,
                "formula": formula(t, one),
                "value": one.value,
                "sign": signs[one.qualifier],
                "unit": one.unit if isinstance(one, Ratio) else unit,
            }
            for name, one in sums
        ],
        columns=["label", "formula", "value", "sign", "unit"],
    )
