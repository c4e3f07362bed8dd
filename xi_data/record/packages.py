"""A package wherever it comes from: a folder in the shape of data/, or a zip of one."""

import io
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from xi_data.record.errors import DataError
from xi_data.record.tables import TABLES, VERSION_FILE

_MOST_BYTES = 1_000_000_000

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
def package_folder(package: Path) -> Iterator[Path]:
    """The folder of a package; a zip is unpacked for as long, its tables alone.

    Raises DataError for what is neither a folder nor such a zip.
    """
    if package.is_dir():
        yield package
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(package) as zipped:
                parts = [
                    part
                    for part in zipped.infolist()
                    if part.filename in (VERSION_FILE, *TABLES.values())
                ]
                if sum(part.file_size for part in parts) > _MOST_BYTES:
                    raise DataError(str(package), 1, "", "", "a package of at most 1 GB")
                for part in parts:
                    zipped.extract(part, folder)
        except (zipfile.BadZipFile, OSError) as error:
            expected = f"a folder or a zip in the shape of data/ ({error})"
            raise DataError(str(package), 1, "", "", expected) from None
        yield Path(folder)
