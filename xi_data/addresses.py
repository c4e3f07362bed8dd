"""The data addresses: what a GET below /data/ is answered with. No server is needed to ask.

The keys of a view's page narrow the view's address too, and mean the same rows.
"""

import datetime
import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlencode

from xi_data import export, publish, store
from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.nearest import nearest
from xi_data.publish import cells
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA, TABLES
from xi_data.record.version import version
from xi_data.views import VIEWS, Query, RequestError
from xi_data.views.params import ours
from xi_data.views.request import read_bulletins

Parameters = Mapping[str, Sequence[str]]

VIEW_KEYS = tuple(key for key, view in VIEWS.items() if view.thing != "id")
"""Views that have an address of their own; that of one figure needs its key."""

FORMATS = ("csv", "json", "parquet", "xlsx", "zip")
PAGED = ("csv", "json", "parquet")
"""Formats of which a part can be asked for, with limit and offset."""

_KEYS = dict.fromkeys(("", "datapackage.json", "figures.schema.json", "tables"), ("lang",))
_KEYS |= {"figure": ("lang", "bulletin")}  # by the first part of an address that is no view's

MOST = 10_000
"""Figures in one answer; the rest is on the next page."""


@dataclass(frozen=True)
class Answer:
    """Status, media type and content of an answer, with the headers that are its own."""

    status: int
    media_type: str
    content: bytes
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        """Of the content: another answer has another one."""
        return f'"{hashlib.sha256(self.content).hexdigest()[:32]}"'


class _NotFoundError(Exception):
    """Nothing lives at this address; hints: where the asker may have wanted to go."""

    def __init__(self, what: str, hints: Sequence[str]):
        super().__init__(what)
        self.hints = hints


def answer(query: Query, path: str, parameters: Parameters, base: str) -> Answer:
    """What an address is answered with.

    path: below /data/, such as closures.csv. parameters: its keys and values. base: address of the
    explorer without a slash at the end, for the links in an answer. What is not there is a 404,
    what a view does not know a 400; both say in JSON what would have been right. Data that cannot
    be read are a 500 that names file, line and column.
    """
    try:
        return _found(query, path, ours(parameters), base)
    except _NotFoundError as error:
        return _json({"error": str(error), "known": list(error.hints)}, 404)
    except RequestError as error:
        known = {"key": error.key, "value": error.value, "known": list(error.allowed)}
        return _json({"error": str(error), **known}, 400)
    except DataError as error:
        place = {"file": error.file, "line": error.line, "column": error.column}
        return _json({"error": f"the data could not be read: {error}", **place}, 500)


def _found(query: Query, path: str, parameters: Parameters, base: str) -> Answer:
    stem, _, ending = path.rpartition(".")
    first = path.partition("/")[0]
    if unknown := set(parameters) - set(_KEYS.get(first, parameters)):
        raise RequestError(sorted(unknown)[0], None, _KEYS[first])
    if path == "":
        return _index(query, _translator(parameters), base)
    if path == "datapackage.json":
        return _datapackage(query, parameters, base)
    if path == "figures.schema.json":
        return Answer(200, "application/schema+json", (DATA / path).read_bytes())
    if first == "tables":
        return _table(path.removeprefix("tables/"))
    if path.startswith("figure/") and ending == "json":
        return _figure(query, stem.removeprefix("figure/"), parameters, base)
    if stem in VIEWS and ending in _formats(stem):
        return _view(query, stem, ending, parameters, base)
    if stem in VIEWS:
        raise _NotFoundError(f"no format {ending!r}", _formats(stem))
    known = [*(f"{key}.csv" for key in VIEW_KEYS), "datapackage.json", "figures.schema.json"]
    raise _NotFoundError(f"there is nothing at /data/{path}", known)


def _formats(view: str) -> tuple[str, ...]:
    """Endings of a view's addresses: only figures have a package."""
    return FORMATS if view != "checks" else tuple(one for one in FORMATS if one != "zip")


def _view(query: Query, key: str, ending: str, parameters: Parameters, base: str) -> Answer:
    narrowing = {k: values for k, values in parameters.items() if k not in ("limit", "offset")}
    paged = len(narrowing) < len(parameters)
    if paged and ending not in PAGED:
        raise RequestError("limit" if "limit" in parameters else "offset", None, list(narrowing))
    link = f"{base}/{key}?{urlencode(narrowing, doseq=True)}".rstrip("?")
    made = export.linked(query, link)
    limit = _whole(parameters, "limit", MOST, range(1, MOST + 1))
    offset = _whole(parameters, "offset", 0, range(len(made.records) + 1))
    headers = {"X-Total-Count": str(len(made.records))}
    if ending in PAGED:
        if offset + limit < len(made.records):
            following = dict(narrowing) | {"limit": [limit], "offset": [offset + limit]}
            address = f"{base}/data/{key}.{ending}?{urlencode(following, doseq=True)}"
            headers["Link"] = f'<{address}>; rel="next"'
        made = replace(made, records=made.records.iloc[offset : offset + limit])
    write, media_type = publish.FIGURE_FORMATS[ending]
    name = publish.file_name(key, made.bulletins, made.date, ending, made.filters)
    headers["Content-Disposition"] = f'inline; filename="{name}"'
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return Answer(200, media_type + charset, write(made), headers)


def _whole(parameters: Parameters, key: str, default: int, allowed: range) -> int:
    if key not in parameters:
        return default
    value = parameters[key][-1]
    if not (value.isascii() and value.isdigit() and len(value) < 9 and int(value) in allowed):
        raise RequestError(key, value, [f"{allowed.start} to {allowed.stop - 1}"])
    return int(value)


def _figure(query: Query, figure_id: str, parameters: Parameters, base: str) -> Answer:
    t = _translator(parameters)
    bulletins = read_bulletins(VIEWS["figure"], query, t, parameters)
    every = query(store.figures, bulletins, t.lang)
    if figure_id not in set(every["figure_id"]):
        names = {row.figure_id: (row.label, row.mention) for row in every.itertuples()}
        raise _NotFoundError(f"no figure {figure_id!r}", nearest(figure_id, names))
    named = {"id": figure_id, "lang": t.lang}
    if bulletins != (version().bulletin,):
        named |= {"bulletin": bulletins[0]}
    link = f"{base}/figure?{urlencode(named)}"
    figure = every.set_index("figure_id").loc[figure_id]
    title = t.pair(figure["label"], figure["mention"])
    related = query(store.relations, bulletins, t.lang, figure_id=figure_id)
    columns = ["relation", "basis", "forward", "bulletin_id", "figure_id"]
    records = query(store.records, ((bulletins[0], figure_id),))
    content = {
        "figure": cells.objects(records)[0],
        "relations": cells.objects(related[columns].rename(columns={"figure_id": "other_id"})),
        "link": link,
        "citation": export.cited(t, query, bulletins, title, link),
    }
    return _json(content)


def _datapackage(query: Query, parameters: Parameters, base: str) -> Answer:
    made = export.everything(query, base, _translator(parameters).lang)
    return _json(publish.datapackage_of(made, "tables/"))


def _table(file: str) -> Answer:
    if file not in TABLES.values():
        raise _NotFoundError(f"no table {file!r}", list(TABLES.values()))
    name = PurePosixPath(file).name
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    try:
        content = (DATA / file).read_bytes()
    except OSError as error:
        raise DataError(file, 1, "", "", f"a readable file ({error.strerror})") from None
    return Answer(200, "text/csv; charset=utf-8", content, headers)


def _index(query: Query, t: Translator, base: str) -> Answer:
    """A page for people: which addresses there are, and what narrows them."""
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
        f'<a href="{base}/data/{key}.{ending}">{ending}</a>' for ending in _formats(key)
    )
    page = f'<a href="{base}/{key}?lang={t.lang}">{html.escape(VIEWS[key].title(t))}</a>'
    return f"<li>{page}: {links}</li>"


def _others(query: Query, t: Translator) -> dict[str, str]:
    """Address below /data/ to what it answers, for those that are no view's."""
    highlights = query(store.highlights, (version().bulletin,), t.lang)
    example = next(iter(highlights.loc[highlights["part"] == "example", "figure_id"]), "")
    return {
        f"figure/{example}.json": t("One figure with its relations and citation"),
        "datapackage.json": t("The tables, their columns and keys, as a Data Package"),
        "figures.schema.json": t("What a view’s JSON contains, as JSON Schema"),
        "closures.csv?group=leisure&least=10": t("An example with filters"),
    }


def _translator(parameters: Parameters) -> Translator:
    lang = parameters.get("lang", [next(iter(LANGUAGES))])[-1]
    if lang not in LANGUAGES:
        raise RequestError("lang", lang, list(LANGUAGES))
    return translator(lang)


def _json(content: Any, status: int = 200) -> Answer:
    text = json.dumps(content, ensure_ascii=False, indent=1, default=datetime.date.isoformat)
    return Answer(status, "application/json", text.encode())
