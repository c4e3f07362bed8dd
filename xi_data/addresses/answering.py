"""From an address below /data/ to its answer, or to why there is none."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlencode

from xi_data import export, own_query, publish, store
from xi_data.addresses.content import Answer, json_answer, refused
from xi_data.addresses.description import description
from xi_data.addresses.index import index
from xi_data.addresses.known import (
    FILES,
    KEYS,
    PAGED,
    SCHEMA,
    SQL,
    VIEW_KEYS,
    Parameters,
    formats,
    translator_of,
)
from xi_data.addresses.own_query import answer_sql
from xi_data.each_row import each_row
from xi_data.limits import ROWS, WHOLE_ROWS
from xi_data.nearest import nearest
from xi_data.publish import cells
from xi_data.record.errors import DataError
from xi_data.record.tables import DATA, TABLES, read_bytes
from xi_data.record.version import version
from xi_data.views import VIEWS, Query, RequestError
from xi_data.views.params import ours
from xi_data.views.request import read_bulletins

_LONGEST = 100  # characters of an address that an error repeats


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
        return refused(404, str(error), list(error.hints))
    except RequestError as error:
        known = {"key": error.key, "value": error.value, "known": list(error.allowed)}
        return json_answer({"error": str(error), **known}, 400)
    except DataError as error:
        place = {"file": error.file, "line": error.line, "column": error.column}
        return json_answer({"error": f"the data could not be read: {error}", **place}, 500)


def _found(query: Query, path: str, parameters: Parameters, base: str) -> Answer:
    stem, _, ending = path.rpartition(".")
    first = path.partition("/")[0]
    if unknown := set(parameters) - set(KEYS.get(first, parameters)):
        raise RequestError(sorted(unknown)[0], None, KEYS[first])
    if path in _WORDED:
        return _WORDED[path](query, translator_of(parameters), base)
    if path in _MADE:
        return _MADE[path](query, parameters, base)
    if path in FILES:
        return _file(path)
    if first == "tables":
        file = path.removeprefix("tables/")[:_LONGEST]
        raise _NotFoundError(f"no table {file!r}", list(TABLES.values()))
    if path.startswith("figure/") and ending == "json":
        return _figure(query, stem.removeprefix("figure/"), parameters, base)
    if stem in VIEWS and ending in formats(stem):
        return _view(query, stem, ending, parameters, base)
    if stem in VIEWS:
        raise _NotFoundError(f"no format {ending[:_LONGEST]!r}", formats(stem))
    known = [*(f"{key}.csv" for key in VIEW_KEYS), "datapackage.json", SCHEMA]
    raise _NotFoundError(f"there is nothing at /data/{path[:_LONGEST]}", known)


def _view(query: Query, key: str, ending: str, parameters: Parameters, base: str) -> Answer:
    narrowing = {k: values for k, values in parameters.items() if k not in ("limit", "offset")}
    paged = len(narrowing) < len(parameters)
    if paged and ending not in PAGED:
        raise RequestError("limit" if "limit" in parameters else "offset", None, list(narrowing))
    link = f"{base}/{key}?{urlencode(narrowing, doseq=True)}".rstrip("?")
    made = export.linked(query, link)
    limit = _whole(parameters, "limit", ROWS, range(1, ROWS + 1))
    offset = _whole(parameters, "offset", 0, range(len(made.records) + 1))
    headers = {"X-Total-Count": str(len(made.records))}
    if ending in PAGED:
        if offset + limit < len(made.records):
            following = dict(narrowing) | {"limit": [limit], "offset": [offset + limit]}
            address = f"{base}/data/{key}.{ending}?{urlencode(following, doseq=True)}"
            headers["Link"] = f'<{address}>; rel="next"'
        made = replace(made, records=made.records.iloc[offset : offset + limit])
    elif len(made.records) > WHOLE_ROWS:
        why = f"{len(made.records)} rows; a file of {ending} has at most {WHOLE_ROWS} here"
        return refused(400, why, [f"{key}.{one}, in pages" for one in PAGED])
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
    t = translator_of(parameters)
    bulletins = read_bulletins(VIEWS["figure"], query, t, parameters)
    every = query(store.figures, bulletins, t.lang)
    if figure_id not in set(every["figure_id"]):
        names = {row.figure_id: (row.label, row.mention) for row in each_row(every)}
        raise _NotFoundError(f"no figure {figure_id[:_LONGEST]!r}", nearest(figure_id, names))
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
    return json_answer(content)


def _datapackage(query: Query, parameters: Parameters, base: str) -> Answer:
    made = export.everything(query, base, translator_of(parameters).lang)
    return json_answer(publish.datapackage_of(made, "tables/"))


def _sql(query: Query, parameters: Parameters, base: str) -> Answer:
    if not own_query.switched_on():
        how = f"{own_query.VARIABLE}=on make serve"
        raise _NotFoundError("this server answers no SQL of its visitors", [how])
    return answer_sql(query, parameters, base)


_WORDED = {"": index, "openapi.json": description}
_MADE = {"datapackage.json": _datapackage, SQL: _sql}
"""Addresses that are no view's, to what answers them."""


def _file(path: str) -> Answer:
    """A file of data/ as it is on the disk."""
    file = path.removeprefix("tables/")
    content = read_bytes(DATA, file)
    if path == SCHEMA:
        return Answer(200, "application/schema+json", content)
    headers = {"Content-Disposition": f'inline; filename="{PurePosixPath(file).name}"'}
    return Answer(200, "text/csv; charset=utf-8", content, headers)
