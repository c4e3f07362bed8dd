"""What strangers send, kind by kind, and what must not come of it."""

import random
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from unittest.mock import patch

from tests.hostile import files, links, packages

SECONDS = 60
"""What one input may take, on a slow machine among many."""

ROOT = str(Path(__file__).resolve().parents[2])

Kind = Callable[[random.Random], Callable[[], None]]
"""Makes an input; what it gives back sends it: it returns where the input is taken."""

KINDS: dict[str, tuple[Kind, tuple[type[Exception], ...]]] = {
    "links": (links.linked, links.REFUSALS),
    "data addresses": (links.answered, links.REFUSALS),
    "formulas": (links.exported, links.REFUSALS),
    "texts": (files.text, files.REFUSALS),
    "files": (files.document, files.REFUSALS),
    "packages": (packages.brought, packages.REFUSALS),
    "workbooks": (packages.workbook, packages.REFUSALS),
    "keys": (packages.key, packages.REFUSALS),
}
"""Kind to what makes its inputs, and the errors that are refusals in words."""


@dataclass
class Tried:
    """How many inputs there were and what became of them. lost: what nobody was to see."""

    inputs: int = 0
    refused: int = 0
    taken: int = 0
    lost: list[str] = field(default_factory=list)


def tried(kind: str, inputs: int, seed: int, folder: Path) -> Tried:
    """Send so many inputs of a kind. folder: an empty one, where nothing may stay."""
    make, refusals = KINDS[kind]
    found = Tried()
    for number in range(inputs):
        name = f"{kind} {number} of seed {seed}"
        send = make(random.Random(f"{seed} {kind} {number}"))
        found.inputs += 1
        with patch.object(tempfile, "tempdir", str(folder)):
            try:
                with _limited(SECONDS):
                    send()
                found.taken += 1
            except refusals as error:
                found.refused += 1
                found.lost += [f"{name}: {why}" for why in _wrong_words(str(error), folder)]
            except Exception as error:
                found.lost.append(f"{name}: {type(error).__name__}: {str(error)[:200]}")
        left = [str(path) for path in folder.rglob("*")]
        found.lost += [f"{name}: left {path}" for path in left]
    return found


def _wrong_words(said: str, folder: Path) -> Iterator[str]:
    if ROOT in said or str(folder) in said:
        yield f"a path of the server: {said[:200]}"
    if len(said) > 3_000:
        yield f"{len(said):,} characters of error"
    if not said.strip():
        yield "no word of error"


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    """Raises TimeoutError in the middle of whatever takes longer."""
    before = signal.signal(signal.SIGALRM, partial(_too_long, seconds))
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _too_long(seconds: int, *_: object) -> None:
    raise TimeoutError(f"more than {seconds} seconds")
