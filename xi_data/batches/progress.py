"""How far the work is, for a person: the document at hand, or documents, rate and time left."""

import sys
import time
from collections.abc import Callable, Iterator

from xi_data.batches.document import Document
from xi_data.batches.inputs import Inputs

_EVERY = 5.0  # seconds between two lines


def shown(inputs: Inputs) -> Iterator[Document]:
    """The documents, each with its number and place on a terminal where there may be several."""
    shows = inputs.several and sys.stderr.isatty()
    for number, document in enumerate(inputs, start=1):
        if shows:
            print(f"\r{number}: {document.place[-60:]:<60}", end="", file=sys.stderr)
        yield document
    if shows:
        print(file=sys.stderr)


class Progress:
    """Of so many bytes of input; tell says a line. now gives seconds."""

    def __init__(
        self, total: float, tell: Callable[[str], None], now: Callable[[], float] = time.monotonic
    ):
        self._total, self._tell, self._now = total, tell, now
        self._begun = self._told = now()
        self._kept = self._read = 0.0
        self._documents = 0

    def keep(self, weight: float) -> None:
        """Bytes that an earlier run has read."""
        self._kept += weight

    def add(self, documents: int, weight: float) -> None:
        """Documents that were read, and their bytes; says a line where the last is long ago."""
        self._documents += documents
        self._read += weight
        if self._now() - self._told >= _EVERY:
            self._told = self._now()
            self._tell(self.line())

    def line(self) -> str:
        """400 documents, 40.0 a second; 25% of the input, about 30 s left."""
        seconds = max(self._now() - self._begun, 1e-9)
        words = f"{self._documents:,} documents, {self._documents / seconds:,.1f} a second"
        done = self._kept + self._read
        if not self._total or not self._read:  # standard input has no length
            return words
        left = max(0.0, self._total - done) * seconds / self._read
        return f"{words}; {min(1, done / self._total):.0%} of the input, about {_long(left)} left"


def _long(seconds: float) -> str:
    for size, unit in ((86_400, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"
