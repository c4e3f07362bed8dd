"""Opening a stranger's file in a process of its own, which may fail, or take too much, alone.

A PDF of 35 kB can be made that takes PDFium 3 GB, and what is broken may end the process: neither
can be told from the file. Run as a script it opens what comes on standard input.
"""

import json
import os
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path
from threading import BoundedSemaphore

from xi_data.opening.files import open_bytes
from xi_data.opening.opened import CannotOpenError, Opened, Origin
from xi_data.record.errors import as_json, message_of

try:
    import resource
except ImportError:  # not on Windows, where time alone is limited
    resource = None

MOST_MEMORY = 1_000_000_000
"""Bytes that opening one file may take."""

MOST_SECONDS = 30
"""Of the processor, for one file."""

_PATIENCE = 2 * MOST_SECONDS  # seconds by the clock, on a server that has more to do

_at_once = BoundedSemaphore(2)  # files on a server; whoever comes third waits
_ROOT = Path(__file__).resolve().parents[2]


def open_apart(content: bytes, name: str) -> Opened:
    """The text of a file, as open_bytes gives it, within MOST_MEMORY and MOST_SECONDS.

    Raises CannotOpenError.
    """
    if not content.startswith((b"%PDF-", b"PK\x03\x04")):  # all others take no more than they are
        return open_bytes(content, name)
    try:
        with _at_once:
            opener = subprocess.run(
                [sys.executable, "-m", __name__, str(MOST_MEMORY), str(MOST_SECONDS)],
                input=content,
                capture_output=True,
                timeout=_PATIENCE,
                env=os.environ | {"PYTHONPATH": str(_ROOT)},
            )
        found = json.loads(opener.stdout) if opener.returncode == 0 else None
    except subprocess.TimeoutExpired:
        found = None
    if found is None:
        raise CannotOpenError(
            "takes more memory or time to open than a document does; save its text, and open that"
        )
    if "error" in found:
        error = message_of(found["error"])
        raise CannotOpenError(error.message, **error.values)
    origins = tuple(Origin(*one) for one in found.pop("origins"))
    return Opened(origins=origins, warnings=tuple(found.pop("warnings")), **found)


def main() -> None:
    """Open standard input within bytes and seconds of the command line; tell what it is as JSON."""
    memory, seconds = map(int, sys.argv[1:])
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        opened = open_bytes(sys.stdin.buffer.read())
    except CannotOpenError as error:
        told = {"error": as_json(error.words)}
    else:
        told = {
            "text": opened.text,
            "title": opened.title,
            "published": opened.published,
            "origins": [astuple(one) for one in opened.origins],
            "warnings": opened.warnings,
            "plain": opened.plain,
        }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
