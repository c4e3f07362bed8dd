"""A package of bulletins as a machine read them: the tables of data/, nothing reviewed.

Vocabularies are the app's, so that the store opens it as it opens data/; the texts themselves are
left out unless they are asked for.
"""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from xi_data.corpus.bulletin import Bulletin
from xi_data.corpus.figures import excused_of, figures_of
from xi_data.locale import Translator, translator
from xi_data.publish.package import zipped
from xi_data.reading.text import paragraphs
from xi_data.record.bulletins import COLUMNS
from xi_data.record.figures import Excused, Figure, columns
from xi_data.record.tables import DATA, TABLES, VERSION_FILE
from xi_data.record.version import version

_FILLED = ("bulletins", "paragraphs", "figures", "excused_numerals")
_LONGEST_TITLE = 40
_UNNAMED = re.compile("[^a-z0-9]+")


class NothingReadError(ValueError):
    """No file could be read, and a package holds one bulletin at least."""


def machine_package_bytes(bulletins: Iterable[Bulletin], with_texts: bool = False) -> bytes:
    """The package as a zip file; the same bulletins give the same bytes.

    with_texts: whether the text of each stands in texts/, named by its key. Raises
    NothingReadError.
    """
    rows: dict[str, list[Sequence[Any]]] = {table: [] for table in _FILLED}
    texts: dict[str, bytes] = {}
    keys: list[str] = []
    for bulletin in bulletins:
        key = _key(bulletin, keys)
        keys.append(key)
        rows["bulletins"].append(_bulletin_row(bulletin, key))
        rows["paragraphs"] += _lines(bulletin, key)
        rows["figures"] += map(astuple, figures_of(bulletin, key))
        rows["excused_numerals"] += map(astuple, excused_of(bulletin, key))
        if with_texts:
            texts[f"texts/{key}.txt"] = bulletin.opened.text.encode(errors="replace")
    if not keys:
        raise NothingReadError("no file was read: there is nothing to make a package of")
    headers = {"figures": columns(Figure), "excused_numerals": columns(Excused)}
    headers["bulletins"] = COLUMNS
    tables = {
        path: _table(path, headers.get(name), rows.get(name)) for name, path in TABLES.items()
    }
    files = {"datapackage.json": _datapackage(tables, keys), VERSION_FILE: _version(keys[0])}
    return zipped({**files, **tables, **texts})


def _key(bulletin: Bulletin, taken: Sequence[str]) -> str:
    """The key that the index gives, else one of the file's name, else of what it holds."""
    if bulletin.entry.bulletin_id:
        return bulletin.entry.bulletin_id
    name = _UNNAMED.sub("-", PurePath(bulletin.file).stem.lower()).strip("-")
    if not re.search("[a-z]", name):
        name = f"bulletin-{_sha256(bulletin)[:8]}"
    key, number = name, 1
    while key in taken:
        number += 1
        key = f"{name}-{number}"
    return key


def _bulletin_row(bulletin: Bulletin, key: str) -> list[Any]:
    """The row of bulletins.csv: what the index, the file and its text say of it."""
    entry, opened = bulletin.entry, bulletin.opened
    found, text = bulletin.publication, opened.text
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    headline = first if len(first) <= _LONGEST_TITLE else ""  # else a sentence of the text
    title = entry.title or opened.title or headline or PurePath(bulletin.file).name
    days = [one.date for one in bulletin.candidates if one.date]
    row: dict[str, Any] = dict.fromkeys(COLUMNS) | {
        "bulletin_id": key,
        "publisher_printed": entry.publisher or None,
        "published": found.date if found.date and len(found.date) == 10 else None,
        "latest_date": max(days, default=None),
        "language": "zh",
        "sha256": _sha256(bulletin),
        "code_points": max(1, len(text)),
        "paragraphs": text.count("\n") + 1,
    }
    for t in (translator("en"), translator("zh")):
        place = entry.place or t("place not stated")
        row |= {
            f"title_{t.lang}": title,
            f"place_{t.lang}": place,
            f"place_short_{t.lang}": place,
            f"date_note_{t.lang}": _date_note(t, bulletin),
            f"script_note_{t.lang}": t("Read by machine, not reviewed."),
        }
    return list(row.values())


def _date_note(t: Translator, bulletin: Bulletin) -> str:
    found = bulletin.publication
    if found.date is None:
        return t("When it was published is not known; dates without a year are left without one.")
    if found.basis == "index":
        return t("Published {date}, according to the index.", date=found.date)
    if found.basis == "option":
        return t("Published {date}, according to whoever submitted it.", date=found.date)
    if found.basis == "line":
        return t(
            "Published {date}, according to line {line}: {words}",
            date=found.date,
            line=found.line,
            words=found.evidence,
        )
    if found.basis == "metadata":
        return t("Published {date}, according to the file’s metadata.", date=found.date)
    return t(
        "Published {date}, according to the file’s name: {name}",
        date=found.date,
        name=found.evidence,
    )


def _lines(bulletin: Bulletin, key: str) -> Iterator[list[Any]]:
    """Rows of paragraphs.csv: the lines that are not empty."""
    for number, (start, end) in enumerate(paragraphs(bulletin.opened.text), start=1):
        if start < end:
            names = [t("Paragraph {number}", number=number) for t in map(translator, ("en", "zh"))]
            yield [key, number, start, end, None, "body", *names]


def _sha256(bulletin: Bulletin) -> str:
    return hashlib.sha256(bulletin.opened.text.encode(errors="replace")).hexdigest()


def _table(path: str, header: Iterable[str] | None, rows: list[Sequence[Any]] | None) -> bytes:
    """A table of the package: vocabularies as they are, the others with their own rows."""
    content = (DATA / path).read_bytes()
    if path.startswith("vocabularies/"):
        return content
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header or next(csv.reader(io.StringIO(content.decode(), newline=""))))
    writer.writerows([_cell(cell) for cell in row] for row in rows or ())
    return file.getvalue().encode(errors="replace")


def _cell(cell: Any) -> Any:
    """A cell as data/ writes it: a number without an exponent, a whole one without a point."""
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else format(Decimal(repr(cell)), "f")
    return cell


def _datapackage(tables: dict[str, bytes], keys: Sequence[str]) -> bytes:
    """datapackage.json of data/, whose tables these are, for these bulletins."""
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    t = translator("en")
    package |= {
        "name": keys[0] if len(keys) == 1 else "bulletins",
        "title": t("Figures read by machine, not reviewed"),
        "description": t("Figures of these bulletins: {bulletins}", bulletins=t.listed(keys)),
        "sources": [{"title": key} for key in keys],
        "contributors": [],
    }
    for resource in package["resources"]:
        content = tables[resource["path"]]
        resource |= {
            "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _version(bulletin_id: str) -> bytes:
    """version.toml: the schema and edition that read the bulletins, and the first of them."""
    text = (DATA / VERSION_FILE).read_text(encoding="utf-8")
    return text.replace(f'"{version().bulletin}"', f'"{bulletin_id}"').encode()
