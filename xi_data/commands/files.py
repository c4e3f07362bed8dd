"""What the commands share: where output goes, and errors in words."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def output_file(output: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that is whole or not there: written aside, then moved."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    aside = Path(f"{output}.{os.getpid()}.part")
    try:
        with aside.open("wb") as sink:
            yield sink
        aside.replace(output)
    finally:
        aside.unlink(missing_ok=True)


def error_words(error: Exception) -> str:
    """An error in words: what cannot be opened, and why."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)
