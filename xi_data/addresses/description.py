"""All data addresses in the words of OpenAPI 3.1, from the register of views."""

import json
from collections.abc import Iterator
from typing import Any

from xi_data import own_query, publish, store
from xi_data.addresses.content import Answer, json_answer
from xi_data.addresses.corpus_files import FILES as OF_CORPUS
from xi_data.addresses.corpus_files import narrowing_of
from xi_data.addresses.known import FILES, PAGED, SCHEMA, SQL, formats
from xi_data.addresses.own_query import CUT, parameters_of_sql
from xi_data.corpora import hosted
from xi_data.limits import HEAVY_A_MINUTE, QUERY_CHARACTERS, REQUESTS_A_MINUTE, ROWS
from xi_data.locale import LANGUAGES, Translator
from xi_data.record.licence import is_ours
from xi_data.record.tables import DATA
from xi_data.record.version import version
from xi_data.views import VIEWS, Query
from xi_data.views.filters import Filter
from xi_data.views.params import LONGEST
from xi_data.views.register import View

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_HEADERS = {
    "ETag": "Another one where the answer is another",
    "Last-Modified": "When this server first had these figures",
    "Accept-Ranges": "bytes: a part can be asked for with Range",
}
_SHORT = {
    "206": "The part that Range asks for",
    "304": "What the asker has is still right",
    "416": "The answer ends before the part that Range asks for",
}
_PROBLEMS = {
    "400": "A key or value that this address does not know, with those that it does",
    "404": "Nothing is there; what may have been meant",
    "414": f"More than {QUERY_CHARACTERS} characters after the question mark",
    "429": f"More than {REQUESTS_A_MINUTE} requests a minute, or {HEAVY_A_MINUTE} of XLSX, ZIP "
    "and SQL, or more at once than the server makes; Retry-After says when to come again",
    "500": "The data cannot be read: file, line and column",
}
_LICENCE = {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"}


def description(query: Query, t: Translator, base: str) -> Answer:
    """The addresses with their keys and values, formats, limits and errors. base: their server."""
    bulletins = list(query(store.bulletins, t.lang)["bulletin_id"])
    ours = (version().bulletin,)
    parameters, paths = _common(bulletins), {}
    for key, view in VIEWS.items():
        narrowing = dict(_narrowing(t, query, view, ours))
        parameters |= {f"{key}.{name}": one for name, one in narrowing.items()}
        named = [f"{key}.{name}" for name in narrowing]
        named += ["lang", "bulletins" if view.several else "bulletin"]
        for ending in formats(key):
            taken = [*named, "limit", "offset"] if ending in PAGED else named
            paths[f"/data/{key}.{ending}"] = _of_view(t, view, ending, taken)
    return json_answer(
        {
            "openapi": "3.1.0",
            "info": {
                "title": t("Data addresses of the Xi County Response Explorer"),
                "version": version().version,
            }
            | ({"license": _LICENCE} if is_ours(bulletins) else {}),
            "servers": [{"url": base}],
            "paths": paths | _others(query) | _of_corpus(t),
            "components": {
                "parameters": parameters,
                "schemas": {"Figures": _figures(), "Error": _error()},
                "headers": {
                    name: {"schema": _TEXT, "description": said} for name, said in _HEADERS.items()
                },
                "responses": {status: {"description": said} for status, said in _SHORT.items()}
                | {status: _problem(status) for status in _PROBLEMS},
            },
        }
    )


def _of_view(t: Translator, view: View, ending: str, parameters: list[str]) -> Json:
    _, media_type = publish.FIGURE_FORMATS[ending]
    schema = {"$ref": "#/components/schemas/Figures"} if view.key != "checks" else {}
    content = {media_type: {"schema": schema} if ending == "json" else {}}
    return _get(
        f"{view.title(t)}, {ending}", content, [{"$ref": _parameter(p)} for p in parameters]
    )


def _others(query: Query) -> Json:
    """Those that are no view's."""
    lang = [{"$ref": _parameter("lang")}]
    example = next(iter(query(store.figures, (version().bulletin,), "en")["figure_id"]), "")
    figure = {"name": "figure", "in": "path", "required": True, "schema": _TEXT, "example": example}
    named = [figure, *lang, {"$ref": _parameter("bulletin")}]
    paths = {
        "/data/": _get("The addresses, for people", {"text/html": {}}, lang),
        "/data/openapi.json": _get("This description", {"application/json": {}}, lang),
        "/data/datapackage.json": _get("Tables, columns, keys", {"application/json": {}}, lang),
        "/data/figure/{figure}.json": _get("One figure", {"application/json": {}}, named),
    }
    for file in FILES:
        media_type = "application/schema+json" if file == SCHEMA else "text/csv"
        paths[f"/data/{file}"] = _get(f"{file}, as it is", {media_type: {}}, lang)
    if own_query.switched_on():
        paths[f"/data/{SQL}"] = _of_sql(lang)
    return paths


def _of_sql(lang: list[Json]) -> Json:
    """The address of a reader's own SQL, whose answer has no tag and no parts."""
    media_types = {media_type: {} for _, media_type in publish.ANSWER_FORMATS.values()}
    cut = {"schema": _TEXT, "description": "true where not all rows are given"}
    return _made_anew(
        "The answer to one SELECT", media_types, [*parameters_of_sql(), *lang], {CUT: cut}
    )


def _of_corpus(t: Translator) -> Json:
    """The files of the corpus, where the host has one: sent while they are written, unlike others
    without a tag or parts."""
    if hosted.folder() is None:
        return {}
    taken = [_query(key, schema, words) for key, schema, words in narrowing_of(t)]
    taken.append({"$ref": _parameter("lang")})
    return {
        f"/data/corpus/{file}": _made_anew(
            f"All figures of the corpus that the filters leave, {file}", {media_type: {}}, taken, {}
        )
        for file, media_type in OF_CORPUS.items()
    }


def _made_anew(summary: str, content: Json, parameters: list[Json], headers: Json) -> Json:
    """An address whose answer is made anew each time."""
    made = _get(summary, content, parameters)
    responses = made["get"]["responses"]
    for status in _SHORT:
        del responses[status]
    responses["200"]["headers"] = headers
    return made


def _get(summary: str, content: Json, parameters: list[Json]) -> Json:
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in _HEADERS}
    found = {"description": summary, "headers": headers, "content": content}
    others = {
        status: {"$ref": f"#/components/responses/{status}"} for status in (*_SHORT, *_PROBLEMS)
    }
    responses = {"200": found} | others
    return {"get": {"summary": summary, "parameters": parameters, "responses": responses}}


def _narrowing(
    t: Translator, query: Query, view: View, bulletins: tuple[str, ...]
) -> Iterator[tuple[str, Json]]:
    """What narrows a view's rows, and what it takes beside that and leaves aside."""
    if view.thing:
        required = view.thing == "id"
        yield view.thing, _query(view.thing, _TEXT, view.title(t), required=required)
    for one in (*view.filters(t, query, bulletins), *view.switches(t)):
        if schema := _values(one):
            yield one.key, _query(one.key, schema, one.label)


def _values(filter_: Filter) -> Json | None:
    """The schema of a filter's values; None where there is nothing to choose from."""
    if filter_.style == "search":
        return _TEXT | {"maxLength": LONGEST}
    if not filter_.names:
        return None
    kind = "integer" if filter_.style == "least" else "string"
    choice = {"type": kind, "enum": list(filter_.names)}
    return {"type": "array", "items": choice} if filter_.style in ("pills", "popover") else choice


def _common(bulletins: list[str]) -> Json:
    """Parameters of many addresses, by their names among the components."""
    bulletin = {"type": "string", "enum": bulletins}
    several = {"type": "array", "items": bulletin}
    limit = {"type": "integer", "minimum": 1, "maximum": ROWS, "default": ROWS}
    return {
        "lang": _query("lang", {"type": "string", "enum": list(LANGUAGES)}, "Language of words"),
        "bulletin": _query("bulletin", bulletin, "The bulletin; without it, the default one"),
        "bulletins": _query("bulletin", several, "The bulletins; without it, the default one"),
        "limit": _query("limit", limit, "Rows of one answer; the header Link leads to the next"),
        "offset": _query("offset", {"type": "integer", "minimum": 0}, "Rows before the first one"),
    }


def _query(name: str, schema: Json, meaning: str, required: bool = False) -> Json:
    return {
        "name": name,
        "in": "query",
        "required": required,
        "schema": schema,
        "description": meaning,
    }


def _parameter(name: str) -> str:
    return f"#/components/parameters/{name}"


def _figures() -> Json:
    return json.loads((DATA / SCHEMA).read_text(encoding="utf-8"))


def _error() -> Json:
    said = {"error": _TEXT, "known": {"type": "array", "items": _TEXT}}
    return {"type": "object", "required": ["error"], "properties": said}


def _problem(status: str) -> Json:
    schema = {"$ref": "#/components/schemas/Error"}
    found: Json = {
        "description": _PROBLEMS[status],
        "content": {"application/json": {"schema": schema}},
    }
    if status == "429":
        said = {"schema": {"type": "integer"}, "required": True, "description": "Seconds"}
        found["headers"] = {"Retry-After": said}
    return found
