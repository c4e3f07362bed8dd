"""The explorer over a corpus measured: python -m tests.corpus_explorer [FIGURES ...].

Makes corpora of so many figures (1,000, 100,000 and a million, unless it is told) of 500 invented
bulletins that are read, and asks each what the page asks: milliseconds of the better of five, and
the most memory of the process that asks.
"""

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench_corpus_worker import peak
from tests.generated_corpus import write_corpus
from tests.small_corpus import write
from xi_data.corpora import queries
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.opened import Corpus, open_corpus

BULLETINS = 500
PAGE = 50
_TRIES = 5


def questions(corpus: Corpus) -> dict[str, Callable[[], object]]:
    """What is asked of a corpus, by what it is called in the report."""
    every, topic = Narrowing(), Narrowing({"topic": ("supply",)})

    def page(narrowing: Narrowing, order: str = "", first: int = 0) -> object:
        return queries.figures(corpus, queries.positions_of(corpus, narrowing, order, first, PAGE))

    def search(words: str) -> Callable[[], object]:
        return lambda: queries.positions_of(corpus, Narrowing(search=words), "", 0, PAGE)

    return {
        "all facets": lambda: queries.counts(corpus, every),
        "all facets, one topic": lambda: queries.counts(corpus, topic),
        "values in the head": lambda: queries.decades(corpus, every),
        "first page": lambda: page(every),
        "first page, one topic": lambda: page(topic),
        "first page by value": lambda: page(every, "-value"),
        "page in the middle": lambda: page(every, "", corpus.figures // 2),
        "page in the middle by value": lambda: page(every, "-value", corpus.figures // 2),
        "search 口罩": search("口罩"),
        "search 宣傳單": search("宣傳單"),
        "search 口罩 15000": search("口罩 15000"),
        "facets of a search": lambda: queries.counts(corpus, Narrowing(search="口罩")),
        "indicators": lambda: queries.indicators(corpus),
        "overview": lambda: queries.overview(corpus),
    }


def measure(folder: Path) -> None:
    """Print a line for each question."""
    begun = time.perf_counter()
    corpus = open_corpus(folder)
    opened = time.perf_counter() - begun
    print(f"{corpus.figures:,} figures of {corpus.documents:,} documents", flush=True)
    print(f"  {'opened':32}{1_000 * opened:8.0f} ms")
    for name, ask in questions(corpus).items():
        best = min(map(_seconds, [ask] * _TRIES))
        print(f"  {name:32}{1_000 * best:8.0f} ms", flush=True)
    print(f"  {'memory':32}{peak():8.0f} MB", flush=True)


def _seconds(ask: Callable[[], object]) -> float:
    begun = time.perf_counter()
    ask()
    return time.perf_counter() - begun


def main() -> None:
    sizes = [int(float(one)) for one in sys.argv[1:]] or [1_000, 100_000, 1_000_000]
    with tempfile.TemporaryDirectory() as parent:
        of = write(Path(parent) / "read", documents=BULLETINS)
        for size in sizes:
            folder = Path(parent) / str(size)
            write_corpus(of, folder, size)
            # A process of its own: the peak is that of the questions.
            asking = multiprocessing.get_context("spawn").Process(target=measure, args=(folder,))
            asking.start()
            asking.join()
            if asking.exitcode:
                sys.exit(asking.exitcode)


if __name__ == "__main__":
    main()
