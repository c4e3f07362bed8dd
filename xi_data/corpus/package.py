"""Writing a package: the tables of data/ with rows of other bulletins, as a zip.

Vocabularies are the app's, with the words that bulletins add to them, so that the store opens it as
it opens data/; the texts themselves are left out unless they are asked for.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from xi_data.locale import translator
from xi_data.record.bulletins import COLUMNS
from xi_data.record.figures import Excused, Figure, columns
from xi_data.record.licence import is_ours
from xi_data.record.packages import zipped
from xi_data.record.tables import DATA, DECISIONS_FILE, TABLES, VERSION_FILE, write_rows
from xi_data.record.version import version

Rows = dict[str, list[Sequence[Any]]]
"""Table to its rows, each in the order of its columns."""

DECISION_COLUMNS = {
    "bulletin_id": "Bulletin",
    "figure_id": "Figure, or several with blanks between",
    "decision": "accept, reject, change, add, split, merge or reopen",
    "before": "What the decision took, as JSON: columns, or whole rows",
    "after": "What it put there, as JSON: columns, or whole rows",
    "reason": "Why a figure was rejected",
}
"""Columns of decisions.csv with their meaning, in the order of the file."""

_HEADERS = {"bulletins": COLUMNS, "figures": columns(Figure), "excused_numerals": columns(Excused)}
"""Columns of tables whose file in data/ may lack some; of the others, those of the file."""


def package_bytes(
    rows: Rows, keys: Sequence[str], title: str, others: Mapping[str, bytes]
) -> bytes:
    """The package as a zip: the tables with these rows; the same rows give the same bytes.

    keys: of its bulletins, the first of which a link without one means. others: further files, of
    which decisions.csv is described as a table is.
    """
    tables = {
        path: _table(path, _HEADERS.get(name), rows.get(name, ())) for name, path in TABLES.items()
    }
    files = {
        "datapackage.json": _datapackage(tables, keys, title, others),
        VERSION_FILE: _version(keys[0]),
    }
    return zipped({**files, **tables, **others})


def text_file(key: str, text: str) -> dict[str, bytes]:
    """The file of a package that holds the text of a bulletin."""
    return {text_name(key): text.encode(errors="replace")}


def text_name(key: str) -> str:
    """Where a package holds the text of a bulletin."""
    return f"texts/{key}.txt"


def csv_bytes(header: Iterable[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A table as data/ has them: UTF-8, lines ended by a line feed, nothing for None."""
    return _lines([list(header), *rows])


def _lines(rows: Iterable[Sequence[Any]]) -> bytes:
    file = io.StringIO()
    write_rows(file, ([_cell(cell) for cell in row] for row in rows))
    return file.getvalue().encode(errors="replace")


def _table(path: str, header: Iterable[str] | None, rows: Iterable[Sequence[Any]]) -> bytes:
    """A table of the package: vocabularies with these words after their own, a row for each key;
    the others with these rows alone."""
    content = (DATA / path).read_bytes()
    own = next(csv.reader(io.StringIO(content.decode(), newline="")))
    if path.startswith("vocabularies/"):
        return content + _lines({row[0]: row for row in reversed([*rows])}.values())
    return csv_bytes(header or own, rows)


def _cell(cell: Any) -> Any:
    """A cell as data/ writes it: a number without an exponent, a whole one without a point."""
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else format(Decimal(repr(cell)), "f")
    return cell


def _datapackage(
    tables: dict[str, bytes], keys: Sequence[str], title: str, others: Mapping[str, bytes]
) -> bytes:
    """datapackage.json of data/, whose tables these are, for these bulletins."""
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    t = translator("en")
    package |= {
        "name": keys[0] if len(keys) == 1 else "bulletins",
        "title": title,
        "description": t("Figures of these bulletins: {bulletins}", bulletins=t.listed(keys)),
        "sources": [{"title": key} for key in keys],
        "contributors": [],
    }
    if not is_ours(keys):
        del package["licenses"]
    if DECISIONS_FILE in others:
        package["resources"].append(_decisions())
    for resource in package["resources"]:
        content = {**tables, **others}[resource["path"]]
        resource |= {
            "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _decisions() -> dict[str, Any]:
    """What decisions.csv is, as datapackage.json describes a table."""
    return {
        "name": "decisions",
        "path": DECISIONS_FILE,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": "What a person decided on the figures, in order",
        "schema": {
            "fields": [
                {"name": name, "type": "string", "description": meaning}
                for name, meaning in DECISION_COLUMNS.items()
            ],
            "missingValues": [""],
        },
    }


def _version(bulletin_id: str) -> bytes:
    """version.toml: the schema and edition that read the bulletins, and the first of them."""
    text = (DATA / VERSION_FILE).read_text(encoding="utf-8")
    return text.replace(f'"{version().bulletin}"', f'"{bulletin_id}"').encode()
