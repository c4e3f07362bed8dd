"""The page for people at /data/: which addresses there are, and what narrows them."""

import html

from xi_data import own_query, store
from xi_data.addresses.content import Answer
from xi_data.addresses.corpus_files import FILES
from xi_data.addresses.known import VIEW_KEYS, formats
from xi_data.corpora import hosted
from xi_data.locale import LANGUAGES, Translator
from xi_data.record.version import version
from xi_data.views import VIEWS, Query


def index(query: Query, t: Translator, base: str) -> Answer:
    """The page. base: of the links in it, from a stranger's headers."""
    base = html.escape(base)
    title = t("Data addresses of the Xi County Response Explorer")
    lines = [
        "<!doctype html>",
        f'<html lang="{t.lang}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{html.escape(title)}</title></head><body><h1>{html.escape(title)}</h1>",
    ]
    said = (
        t(
            "Every page’s figures are available here, filtered by the same keys: copy them "
            "from the page’s link."
        ),
        t(
            "Use limit and offset to page through the rows; the header Link gives the next "
            "page. The ETag changes when the content does."
        ),
        t("A key or value that a view does not know is refused, with a list of valid ones."),
    )
    lines += [f"<p>{html.escape(sentence)}</p>" for sentence in said]
    lines += ["<ul>", *(_of_view(t, key, base) for key in VIEW_KEYS)]
    for address, words in _others(query, t).items():
        shown = html.escape(f"/data/{address}")
        lines.append(f'<li><a href="{base}{shown}">{shown}</a>: {html.escape(words)}</li>')
    others = (f'<a href="?lang={lang}">{name}</a>' for lang, name in LANGUAGES.items())
    lines += ["</ul>", f"<p>{' · '.join(others)}</p>", "</body></html>\n"]
    return Answer(200, "text/html; charset=utf-8", "\n".join(lines).encode())


def _of_view(t: Translator, key: str, base: str) -> str:
    """A view's page and its addresses, one for each format."""
    links = " · ".join(
        f'<a href="{base}/data/{key}.{ending}">{ending}</a>' for ending in formats(key)
    )
    page = f'<a href="{base}/{key}?lang={t.lang}">{html.escape(VIEWS[key].title(t))}</a>'
    return f"<li>{page}: {links}</li>"


def _others(query: Query, t: Translator) -> dict[str, str]:
    """Address below /data/ to what it answers, for those that are no view's."""
    corpus = {f"corpus/{file}": t("All figures of the corpus") for file in FILES}
    sql = {"query?sql=SHOW+TABLES": t("The answer to one SELECT of your own, in SQL")}
    highlights = query(store.highlights, (version().bulletin,), t.lang)
    example = next(iter(highlights.loc[highlights["part"] == "example", "figure_id"]), "")
    return {
        f"figure/{example}.json": t("One figure with its relations and citation"),
        "datapackage.json": t("The tables, their columns and keys, as a Data Package"),
        "openapi.json": t("All of these addresses, as an OpenAPI description"),
        "figures.schema.json": t("What a view’s JSON contains, as JSON Schema"),
        "closures.csv?group=leisure&least=10": t("An example with filters"),
        **(sql if own_query.switched_on() else {}),
        **(corpus if hosted.folder() else {}),
    }
