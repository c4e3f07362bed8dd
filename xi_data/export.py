"""A view made ready to be written to a file: its rows, what it says, and what must go with them."""

import datetime
import json
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import pandas as pd

from xi_data import publish, store, views
from xi_data.findings import Story, Sum, one_figure, tell
from xi_data.findings.elsewhere import in_words
from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.publish import citation
from xi_data.publish.about_names import about_names, licence
from xi_data.publish.plain import unmarked
from xi_data.publish.readable import readable
from xi_data.record.version import version
from xi_data.store.shown_sql import shown
from xi_data.sums import Ratio
from xi_data.views import Query, Request
from xi_data.views.request import canonical, located
from xi_data.wording import SIGNS, formula, unreviewed_of


def download(
    query: Query,
    request: Request,
    story: Story,
    *,
    link: str,
    date: datetime.date,
    accessed: datetime.date | None = None,
) -> publish.Download:
    """What a view shows, with its context: figures as data/figures.csv has them, checks in words.

    story: what the view says. link: its address, "" where nobody knows it. date: of the download.
    accessed: when a reader saw the view, for the citation.
    """
    t = translator(request.question.lang)
    rows = listed(request, story)
    title = finding(t, request, story)
    citation_ = cited(t, query, request.question.bulletins, title, link, accessed)
    told = about(t, query, request, story, link=link, date=date)
    told |= {"citation": unmarked(citation_)}
    said = {name: told[name] for name in about_names(t)}
    view = request.question.view
    if "figure_id" not in rows:
        records = rows.drop(columns=["verdict_key", "kind_key"])
        return publish.Download(
            view=view,
            bulletins=request.question.bulletins,
            date=date,
            records=records,
            computed=pd.DataFrame(),
            about=said,
            lang=t.lang,
            filters=request.question.values,
            name=view,
        )
    figures = tuple(zip(rows["bulletin_id"], rows["figure_id"], strict=True))
    named = bulletins_of(t, query, request.question.bulletins)
    return publish.Download(
        view=view,
        bulletins=request.question.bulletins,
        date=date,
        records=query(store.records, figures),
        computed=_computed(t, query, rows, story.sums),
        about=said,
        lang=t.lang,
        readable=readable(t, rows, {one["bulletin_id"]: one["name"] for one in named}),
        filters=request.question.values,
        context=publish.Context(
            title=title,
            link=link,
            source=source(t, query, request.question.bulletins),
            citation=citation_,
            version=version(),
            relations=query(store.relations_among, figures),
            dictionary=dictionary(t, query),
            keys=query(store.keys),
            query=sql(request, story),
        ),
    )


def linked(query: Query, link: str, lang: str | None = None) -> publish.Download:
    """What a page shows at a link, as download gives it.

    link: with or without a host. lang: of the words; else the link's own, or English. The date is
    that of the data: the same link gives the same download on any day.
    Raises views.RequestError for a view, key or value that is not known.
    """
    link = link.encode(errors="replace").decode()  # half of a sign, which no file can hold
    view, asked = views.read_link(link)
    lang = lang or asked.get("lang", [next(iter(LANGUAGES))])[-1]
    if lang not in LANGUAGES:
        raise views.RequestError("lang", lang, list(LANGUAGES))
    request = views.read_request(view, translator(lang), query, asked)
    return download(
        query,
        request,
        tell(query, request.question),
        link=canonical(link) if "://" in link else "",
        date=version().date,
    )


def everything(query: Query, base: str, lang: str) -> publish.Download:
    """All figures of all bulletins. base: address of the explorer, "" where nobody knows it."""
    known = list(query(store.bulletins, lang)["bulletin_id"])
    named = {"lang": [lang], "bulletin": known if len(known) > 1 else []}
    return linked(query, f"{base}/figures?{urlencode(named, doseq=True)}")


def listed(request: Request, story: Story) -> pd.DataFrame:
    """The rows that files hold: of a view about one figure, that figure alone."""
    if not request.thing:
        return story.rows
    _, figure_id = located(request.question.bulletins, request.thing)
    return story.rows[story.rows["figure_id"] == figure_id]


def finding(t: Translator, request: Request, story: Story) -> str:
    """The title of what is shown: the view's finding, or the name of the one figure."""
    if request.question.view == "figure" and request.thing:
        return one_figure.named(t, listed(request, story).iloc[0])
    return story.finding


def sql(request: Request, story: Story) -> str:
    """What gives the rows in the downloaded database file."""
    question = request.question
    return shown(
        request.view.rows,
        question.bulletins,
        question.lang,
        figure_id=request.thing,
        **question.arguments,
    )


def descriptions(query: Query) -> dict[str, bytes]:
    """The files of data/ that describe its tables to machines: name to content."""
    every = everything(query, "", next(iter(LANGUAGES)))
    found = {
        "datapackage.json": publish.datapackage_of(every, ""),
        "figures.schema.json": publish.json_schema(every.context),
    }
    return {
        name: (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
        for name, content in found.items()
    }


def about(
    t: Translator, query: Query, request: Request, story: Story, *, link: str, date: datetime.date
) -> dict[str, str]:
    """What a file says of itself, in words, by the keys of publish.about_names."""
    bulletins = request.question.bulletins
    found = bulletins_of(t, query, bulletins)
    cells = (
        t("{number} · {label} ({source})", number=one.number, label=one.label, source=one.source)
        for one in story.cells
    )
    title = finding(t, request, story)
    said = {
        "title": title,
        "definition": story.definition,
        "headline_numbers": t.chain(cells),
        "notes": t.sentences(
            *(one.sentence for one in story.notes), unreviewed_of(t, story.readings)
        ),
        "filters": t.chain(story.active.values()) or t("none"),
        "elsewhere": t.chain(in_words(t, one) for one in story.elsewhere),
        "link": link,
        "date": date.isoformat(),
        "source": t.chain(titled(t, one) for one in found),
        "source_date": t.chain(one["date_note"] for one in found if one["date_note"]),
        "licence": licence(t, bulletins),
        "version": version().version,
    }
    return {name: unmarked(words) for name, words in said.items()}


def titled(t: Translator, bulletin: Mapping[str, str]) -> str:
    """A bulletin's title, with its publisher where it prints one."""
    title, publisher = bulletin["title"], bulletin["publisher_printed"]
    return t("{title} ({publisher})", title=title, publisher=publisher) if publisher else title


def bulletins_of(t: Translator, query: Query, bulletins: Sequence[str]) -> list[dict]:
    """The rows of these bulletins, in the order in which they are known."""
    known = query(store.bulletins, t.lang)
    return known[known["bulletin_id"].isin(bulletins)].to_dict("records")


def dictionary(t: Translator, query: Query, derived: bool = False) -> pd.DataFrame:
    """Every table and column, as store.dictionary gives them, with their meaning in words."""
    columns = query(store.dictionary, derived=derived)
    return columns.assign(
        column_comment=[t(comment) for comment in columns["column_comment"]],
        table_comment=[t(comment) for comment in columns["table_comment"]],
    )


def source(t: Translator, query: Query, bulletins: Sequence[str]) -> str:
    """The bulletins as a reader would cite them."""
    return t.chain(citation.source(t, one) for one in bulletins_of(t, query, bulletins))


def cited(
    t: Translator,
    query: Query,
    bulletins: Sequence[str],
    title: str,
    link: str,
    accessed: datetime.date | None = None,
) -> str:
    """A view as a reader would cite it. accessed: when the link was read, None where nobody did."""
    said = t(
        "{source}. “{title}”, Xi County Response Explorer, data version {version}. {link}",
        source=source(t, query, bulletins),
        title=title,
        version=version().version,
        link=link,
    ).strip()
    if not accessed:
        return said
    return t("{citation} (accessed {date})", citation=said, date=t.date(accessed))


def _computed(t: Translator, query: Query, rows: pd.DataFrame, sums: Sequence[Sum]) -> pd.DataFrame:
    units = rows["unit"].unique() if sums else []
    # A sum of figures in several units has none.
    unit = query(store.options, t.lang)["unit"][units[0]] if len(units) == 1 else ""
    return pd.DataFrame(
        [
            {
                "label": name,
                "formula": formula(t, one),
                "value": one.value,
                "sign": SIGNS[one.qualifier],
                "unit": one.unit if isinstance(one, Ratio) else unit,
            }
            for name, one in sums
        ],
        columns=["label", "formula", "value", "sign", "unit"],
    )
