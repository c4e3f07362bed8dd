"""A zip of a view: figures, relations and vocabularies with all that says what they mean.

Its tables stand as those of data/ do, so whatever reads data/ reads an unpacked package too.
"""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from xi_data.each_row import each_row
from xi_data.locale import translator
from xi_data.memory import realm
from xi_data.publish import cells
from xi_data.publish.descriptors import (
    FIELD_TYPES,
    Description,
    Resource,
    citation_cff,
    croissant,
    datapackage,
)
from xi_data.publish.download import Context, Download
from xi_data.publish.file_names import file_stem
from xi_data.publish.readme import readme
from xi_data.record.licence import is_ours
from xi_data.record.packages import zipped
from xi_data.record.remarks import figures_named
from xi_data.record.tables import TABLES, VERSION_FILE, write_rows
from xi_data.record.version import version

_TABLES = {name: TABLES[name] for name in ("figures", "relations")} | TABLES


def package_bytes(download: Download) -> bytes:
    """The package as a zip file; the same download gives the same bytes on any day.

    Relations are those between two figures of the view; vocabularies are whole. The download must
    be of figures, with their context.
    """
    context = download.context
    resources = list(_resources(download, context))
    about = _description(download)
    files = {
        "README.md": readme(download, resources).encode(),
        "datapackage.json": _json(datapackage(about, resources)),
        "croissant.json": _json(croissant(about, resources)),
        "CITATION.cff": citation_cff(about).encode(),
        "query.sql": f"{context.query}\n".encode(),
        "version.toml": _version(download.bulletins),
        **{one.path: one.content for one in resources},
    }
    return zipped(files)


def datapackage_of(download: Download, folder: str) -> dict[str, Any]:
    """datapackage.json of the tables of data/ as they stand in a folder, such as tables/.

    download: of all figures of all bulletins.
    """
    context = download.context
    resources = [
        _resource(name, f"{folder}{path}", (realm().data / path).read_bytes(), context)
        for name, path in _TABLES.items()
    ]
    return datapackage(_description(download), resources)


def _description(download: Download) -> Description:
    context = download.context
    t = translator(download.lang)
    return Description(
        name=file_stem(download.view, download.bulletins),
        title=context.title,
        description=t(
            "Figures of this source, each with its words, its position in the text, its "
            "limits and its unit: {source}",
            source=context.source,
        ),
        version=context.version,
        source=context.source,
        citation=context.citation,
        link=context.link,
        ours=is_ours(download.bulletins),
    )


def _version(bulletins: tuple[str, ...]) -> bytes:
    """version.toml of the data, naming a bulletin that the package holds."""
    said = (realm().data / VERSION_FILE).read_text(encoding="utf-8")
    default = version().bulletin
    if default not in bulletins:
        said = said.replace(f'"{default}"', f'"{bulletins[0]}"')
    return said.encode()


def _resources(download: Download, context: Context) -> Iterator[Resource]:
    t = translator(download.lang)
    filtered = {"figures": download.records, "relations": context.relations}
    figures = set(
        zip(*(download.records[key] for key in ("bulletin_id", "figure_id")), strict=True)
    )
    for name, path in _TABLES.items():
        content = (
            _csv(filtered[name])
            if name in filtered
            else _in_scope((realm().data / path).read_bytes(), download.bulletins, figures)
        )
        yield _resource(name, path, content, context)
    if len(download.computed):
        fields = (
            ("label", "string", False, t("What was computed")),
            ("formula", "string", False, t("The figures it was computed from")),
            ("value", "number", False, t("Our sum or ratio; not in the article")),
            ("sign", "string", False, t("How its parts limit it: =, ≥, ≤ or ≈")),
            ("unit", "string", True, t("Its unit")),
        )
        content = _csv(download.computed)
        yield Resource("computed", "computed.csv", content, t("What we computed"), fields)


def _in_scope(content: bytes, bulletins: tuple[str, ...], figures: set[tuple[str, str]]) -> bytes:
    """A table of data/ with the rows of these bulletins alone, and of these figures.

    A remark that shows the number of another figure could not be read as data.
    """
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    if "bulletin_id" not in header:
        return content
    at = header.index("bulletin_id")
    kept = [row for row in rows if row[at] in bulletins]
    if "figure_id" in header:
        of = header.index("figure_id")
        kept = [row for row in kept if (row[at], row[of]) in figures]
    for of in (header.index(name) for name in ("text_en", "text_zh") if name in header):
        kept = [
            row for row in kept if figures >= {(row[at], key) for key in figures_named(row[of])}
        ]
    file = io.StringIO()
    write_rows(file, [header, *kept])
    return file.getvalue().encode()


def _resource(name: str, path: str, content: bytes, context: Context) -> Resource:
    columns = context.dictionary[context.dictionary["table_name"] == name]
    keys = context.keys[context.keys["table_name"] == name]
    primary = keys[keys["constraint_type"] == "PRIMARY KEY"]["columns"]
    return Resource(
        name,
        path,
        content,
        columns["table_comment"].iloc[0],
        tuple(
            (
                row.column_name,
                FIELD_TYPES[row.data_type],
                bool(row.is_nullable),
                row.column_comment,
            )
            for row in each_row(columns)
        ),
        tuple(primary.iloc[0]) if len(primary) else (),
        tuple(
            (
                tuple(row.columns),
                "" if row.referenced_table == name else row.referenced_table,
                tuple(row.referenced_columns),
            )
            for row in each_row(keys[keys["constraint_type"] == "FOREIGN KEY"])
        ),
    )


def _csv(frame: pd.DataFrame) -> bytes:
    """As data/*.csv are written: no mark, cells as they are, for machines that read the schema."""
    file = io.StringIO()
    write_rows(file, [frame.columns, *cells.rows(frame)])
    return file.getvalue().encode()


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
