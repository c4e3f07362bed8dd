"""Packages and workbooks that somebody made or changed, and the keys that they carry."""

import csv
import io
import random
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from tests.hostile.words import HOSTILE, damaged, some
from tests.review.texts import NOTICE
from xi_data import store
from xi_data.corpus.workspace import WorkspaceError, load, save
from xi_data.opening.opened import CannotOpenError
from xi_data.publish.file_names import file_name
from xi_data.record.errors import DataError
from xi_data.record.merged import merged
from xi_data.record.packages import package_folder
from xi_data.record.tables import DATA
from xi_data.record.version import version
from xi_data.review.deciding import accept, reject
from xi_data.review.draft import Draft, draft_of
from xi_data.review.promote import promote
from xi_data.review.sheet_decisions import decided_in
from xi_data.review.spreadsheet import workbook_bytes
from xi_data.review.taking_up import taken_up

REFUSALS = (CannotOpenError, DataError, WorkspaceError)


@cache
def _draft() -> Draft:
    draft = draft_of(NOTICE, "notice.txt")
    keys = [one.figure_id for one in draft.proposals]
    return reject(accept(draft, keys[0], keys[1]), keys[2], HOSTILE)


@cache
def _parts(with_text: bool) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(promote(_draft(), with_text=with_text))) as package:
        return {name: package.read(name) for name in package.namelist()}


def brought(chance: random.Random) -> Callable[[], None]:
    """A package that is damaged, inside its tables or as a zip, and what the store makes of it."""
    parts = dict(_parts(chance.random() < 0.5))
    for _ in range(chance.choice((1, 1, 2, 4))):
        name = chance.choice(list(parts))
        change = chance.choice((_cell, _cell, _cell, damaged))
        if chance.random() < 0.1:
            del parts[name]
        elif name.endswith(".csv"):
            parts[name] = change(chance, parts[name])
        else:
            parts[name] = damaged(chance, parts[name])
    content = _zip(chance, parts)
    if chance.random() < 0.1:
        content = damaged(chance, content)

    def send() -> None:
        drafts = taken_up(content)
        again = promote(*drafts, with_text=True)
        with package_folder(again) as folder:
            store.prove(merged([DATA, folder]))

    return send


def _cell(chance: random.Random, table: bytes) -> bytes:
    """A table with another cell in one place, a row doubled, or one left out."""
    rows = list(csv.reader(io.StringIO(table.decode("utf-8", "replace"), newline="")))
    if not rows or not rows[-1]:
        return table
    at = chance.randrange(len(rows))
    what = chance.random()
    if what < 0.1:
        rows.insert(at, rows[at])
    elif what < 0.2:
        del rows[at]
    elif rows[at]:
        rows[at][chance.randrange(len(rows[at]))] = some(chance, 2)
    file = io.StringIO()
    csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return file.getvalue().encode(errors=chance.choice(("replace", "surrogatepass")))


def _zip(chance: random.Random, parts: dict[str, bytes]) -> bytes:
    """The parts as a zip: sometimes with names that lead elsewhere, twice, or by the thousand."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
        what = chance.random()
        if what < 0.1:
            package.writestr(chance.choice(("../out.txt", "/out.txt", "texts/../../out.txt")), b"x")
        elif what < 0.15:
            link = zipfile.ZipInfo("texts/link.txt")
            link.external_attr = 0o120777 << 16
            package.writestr(link, "/etc/passwd")
        elif what < 0.2:
            package.writestr("figures.csv/", b"")
        elif what < 0.22:
            for number in range(3_000):
                package.writestr(f"texts/{number}.txt", b"")
        elif what < 0.25:
            package.writestr("remarks.csv.txt", b"")
            package.writestr("a" * 60_000, bytes(45_000_000))
    return file.getvalue()


@cache
def _workbook() -> bytes:
    return workbook_bytes([_draft()])


def workbook(chance: random.Random) -> Callable[[], None]:
    """A workbook of a review with one of its parts damaged, or its words changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_workbook())) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            inside = old.read(part)
            if chance.random() < 0.15:
                inside = damaged(chance, inside)
            if chance.random() < 0.1:
                words = some(chance, 2).encode(errors="replace")
                inside = inside.replace(b"accept", words).replace(b"person", words)
            new.writestr(part, inside)
    content = file.getvalue() if chance.random() < 0.9 else damaged(chance, file.getvalue())

    def send() -> None:
        drafts, wrong = decided_in(content, "sheet.xlsx", [_draft()])
        if wrong:
            raise wrong[0]
        promote(*drafts)

    return send


def key(chance: random.Random) -> Callable[[], None]:
    """A bulletin's key, a file's name, words of a filter: what files and folders are called."""
    name = chance.choice((some(chance, 2), "notice", "a-b", "con", "a" * 80))
    content = promote(_draft())

    def send() -> None:
        called = file_name(
            "figures", (draft_of("12人", name).bulletin_id,), version().date, "csv", [("q", name)]
        )
        if PurePath(called).name != called or len(called) > 200 or not called.isascii():
            raise ValueError(f"a file called {called!r}")
        with TemporaryDirectory() as folder:
            workspace = Path(folder) / "workspace"
            try:
                save(workspace, name, content)
                if [one.bulletin_id for one in load(workspace)] != [name]:
                    raise ValueError(f"{name!r} is saved elsewhere")
            finally:
                if [one.name for one in Path(folder).iterdir()] not in ([], ["workspace"]):
                    raise ValueError("something is written beside the workspace")

    return send
