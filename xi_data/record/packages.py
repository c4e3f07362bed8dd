"""A package wherever it comes from: a folder in the shape of data/, or a zip of one."""

import io
import lzma
import re
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from xi_data.record.errors import DataError, Message
from xi_data.record.tables import DECISIONS_FILE, TABLES, VERSION_FILE

_MOST_BYTES = 1_000_000_000
"""Of the tables and texts of a package on the disk: somebody put it there who may."""

MOST_BROUGHT = 40_000_000
"""Of one that a visitor brings: thirty bulletins have a tenth of it, reading it takes ten times as
much memory."""

_PARTS = ("datapackage.json", VERSION_FILE, DECISIONS_FILE, *TABLES.values())
_TEXT = re.compile(r"texts/[a-z0-9-]+\.txt")
BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(RuntimeError, NotImplementedError, EOFError, OSError, ValueError),
)
"""What the library raises for a zip that is damaged, locked or packed in another way."""

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold: same input, same bytes


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files: the same ones give the same bytes on any day."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content)
    return file.getvalue()


@contextmanager
def package_folder(package: Path | bytes) -> Iterator[Path]:
    """The folder of a package; a zip, or its content, is unpacked for as long: tables, texts and
    decisions alone, wherever in it their folder is.

    Raises DataError for what is neither a folder nor such a zip, or is too large for one: content,
    which a visitor brought, for less than a file.
    """
    if isinstance(package, Path) and package.is_dir():
        yield package
        return
    name = str(package) if isinstance(package, Path) else "package.zip"
    with tempfile.TemporaryDirectory() as folder:
        try:
            on_disk = isinstance(package, Path)
            most = _MOST_BYTES if on_disk else MOST_BROUGHT
            with zipfile.ZipFile(package if on_disk else io.BytesIO(package)) as zipped_files:
                _unpack(zipped_files, Path(folder), name, most)
        except BROKEN_ZIP as error:
            why = getattr(error, "strerror", None) or error  # and no path of this machine
            expected = Message("a folder or a zip in the shape of data/ ({why})", why=why)
            raise DataError(name, 1, "", "", expected) from None
        yield Path(folder)


def _unpack(zipped_files: zipfile.ZipFile, folder: Path, name: str, most: int) -> None:
    """Write the parts of a package below a folder. Raises DataError for more than one can be."""
    names = zipped_files.namelist()
    versions = [one for one in names if one.split("/")[-1] == VERSION_FILE]
    root = min(versions, key=len, default="").removesuffix(VERSION_FILE)
    parts = {
        part.filename.removeprefix(root): part
        for part in zipped_files.infolist()
        if part.filename.startswith(root)
    }
    parts = {path: part for path, part in parts.items() if path in _PARTS or _TEXT.fullmatch(path)}
    if sum(part.file_size for part in parts.values()) > most:
        expected = Message("a package of at most {most} MB, unpacked", most=f"{most // 10**6:,}")
        raise DataError(name, 1, "", "", expected)
    for path, part in parts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipped_files.open(part) as content, target.open("wb") as sink:
            shutil.copyfileobj(content, sink)
