"""Addresses: their views, keys, values, lengths, encodings, doubles, ports, and what files say."""

import csv
import io
import random
import re
from collections.abc import Callable
from functools import cache
from urllib.parse import quote

import openpyxl

from tests.hostile.words import some
from xi_data import addresses, export, publish, store
from xi_data.publish import csv_file
from xi_data.views import VIEWS, RequestError

REFUSALS = (RequestError,)

_KEYS = ("search", "group", "least", "bulletin", "lang", "figure", "id", "status", "view")
_KEYS += ("wording", "topic", "utm_source", "embed", "limit", "offset", "verdict", "from")
_VALUES = ("", "en", "zh", "leisure", "closure-karaoke", "5", "table", "in_reserve", "conflict")
_NUMBER = re.compile(r"-?[0-9.]+")
_HOSTS = ("", "", "/", "https://example.org/", "http://[::1", "http://[::1]:99999/", "//", "///")
_HOSTS += ("http://user:pass@host:x/", "file:///etc/", "javascript:", "http://\u2100.example/")


@cache
def _ask() -> Callable:
    return cache(store.asker(store.open_database()))


def _pair(chance: random.Random) -> tuple[str, str]:
    key = chance.choice(_KEYS) if chance.random() < 0.8 else some(chance, 2)
    return key, chance.choice(_VALUES) if chance.random() < 0.4 else some(chance)


def linked(chance: random.Random) -> Callable[[], None]:
    """A link as the command line takes it."""
    view = chance.choice(list(VIEWS)) if chance.random() < 0.8 else some(chance, 2)
    pairs = [_pair(chance) for _ in range(chance.choice((0, 1, 2, 3, 40)))]
    raw = chance.random() < 0.3
    said = quote if not raw else lambda words, errors: words
    told = "&".join("=".join(said(one, errors="replace") for one in pair) for pair in pairs)
    link = f"{chance.choice(_HOSTS)}{view}?{told}{chance.choice(('', '', '#x', some(chance, 1)))}"
    lang = chance.choice((None, "en", "zh"))
    return lambda: _written(
        export.linked(_ask(), link, lang), chance.choice(("csv", "json", "zip"))
    )


def _written(made: publish.Download, ending: str) -> bytes:
    formats = publish.formats_of(made)
    write, _ = formats.get(ending) or formats["csv"]
    return write(made)


def answered(chance: random.Random) -> Callable[[], None]:
    """A data address; every answer of it is below 500."""
    stem = chance.choice((*VIEWS, "figure/closure-karaoke", "datapackage", some(chance, 1)))
    path = f"{stem}{chance.choice(('.csv', '.json', '.xlsx', '', '.', some(chance, 1)))}"
    asked: dict[str, list[str]] = {}
    for key, value in (_pair(chance) for _ in range(chance.choice((0, 1, 2, 3, 40)))):
        # As a server decodes them: no half of a sign is left.
        key, value = (one.encode(errors="replace").decode() for one in (key, value))
        asked.setdefault(key, []).append(value)
    path = path.encode(errors="replace").decode()

    def send() -> None:
        found = addresses.answer(_ask(), path, asked, "http://localhost:8501")
        if found.status >= 500:
            raise ValueError(f"status {found.status} at {path!r}")
        if found.status >= 400:
            raise RequestError("status", str(found.status), ["what the answer says"])

    return send


def exported(chance: random.Random) -> Callable[[], None]:
    """Words in every cell of a file that a spreadsheet opens: none of them is a formula there."""
    columns = ("label_en", "mention", "note_en", "subject")
    words = {
        column: [some(chance).encode(errors="replace").decode() for _ in range(3)]
        for column in columns
    }

    def send() -> None:
        made = export.linked(_ask(), "closures")
        rows = made.records.head(3).copy()
        for column, cells in words.items():
            rows[column] = cells
        made = publish.Download(**{**vars(made), "records": rows})
        text = csv_file.csv_bytes(made).decode("utf-8-sig")
        for line in csv.reader(io.StringIO(text, newline="")):
            for cell in line:
                if cell.startswith(tuple("=+-@\t\r\n")) and not _NUMBER.fullmatch(cell):
                    raise ValueError(f"a formula in CSV: {cell[:80]!r}")
        write, _ = publish.formats_of(made)["xlsx"]
        workbook = openpyxl.load_workbook(io.BytesIO(write(made)))
        for sheet in workbook.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f" or cell.hyperlink:
                        raise ValueError(f"a formula in XLSX: {cell.value!r}")

    return send
