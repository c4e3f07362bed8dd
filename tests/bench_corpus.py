"""A corpus explored beside Datasette and pandas: python -m tests.bench_corpus [FIGURES ...].

The same figures, invented, in each tool: 1,000, 100,000 and a million, unless it is told. Each has
a process of its own and is asked in turn: first what a first visit asks (all nine facets counted
over all rows, and 50 rows), then with a topic chosen, then for a word, then for the largest values.
What Datasette answers is a whole page as JSON, and what we answer lacks what Streamlit does with
it; pandas holds all rows in memory. Datasette lives in .venv-bench, which `make bench` makes.

Exits with 1 where tools count differently, where one cannot be run, and where we miss a limit.
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import duckdb

from tests.bench_reader import PEERS, ROOT
from tests.generated_corpus import write_corpus
from tests.small_corpus import write
from xi_data.corpora.facets import FACET

BULLETINS, ROUNDS = 500, 3
TOOLS = {"ours": sys.executable, "datasette": str(PEERS), "pandas": sys.executable}
QUESTIONS = ("all facets", "one topic", "search", "largest values")
LIMIT = 1_000_000  # figures, for which the limits below are
SECONDS = {"all facets": 0.25, "search": 0.05}
MEGABYTES = 500

_FLAT = """
SELECT bulletin_id, label_en, mention, i."value", found_by, {facets}
FROM '{folder}/index/*.parquet' AS i
JOIN read_parquet('{folder}/figures/*.parquet', filename = true, file_row_number = true) AS f
    ON parse_filename(f.filename, true)::INTEGER = i.file AND f.file_row_number = i.row
JOIN '{folder}/words/*.parquet' USING (word)
ORDER BY i.file, i.row
"""


def give(folder: Path) -> dict[str, Path]:
    """Write the figures of a corpus as each tool takes them: our folder, Parquet, SQLite."""
    facets = ", ".join(f'i."{key}"' for key in FACET)
    flat = _FLAT.format(folder=folder, facets=facets)
    given = {
        "ours": folder,
        "pandas": folder / "flat.parquet",
        "datasette": folder / "flat.db",
    }
    with duckdb.connect() as made, sqlite3.connect(given["datasette"]) as database:
        made.execute(f"COPY ({flat}) TO '{given['pandas']}'")
        asked = made.execute(f"FROM '{given['pandas']}'")
        columns = ", ".join(f'"{one[0]}"' for one in asked.description)
        database.execute(f"CREATE TABLE figures (id INTEGER PRIMARY KEY, {columns})")
        places = ", ".join("?" * len(asked.description))
        while some := asked.fetchmany(10_000):
            database.executemany(f"INSERT INTO figures ({columns}) VALUES ({places})", some)
        for key in (*FACET, "value"):  # as its users are told to
            database.execute(f'CREATE INDEX "by_{key}" ON figures ("{key}")')
        database.execute("ANALYZE")
    database.close()
    return given


class Tool:
    """A tool that holds the figures, in a process of its own, and answers question by question."""

    def __init__(self, name: str, data: Path, stack: ExitStack):
        self.name = name
        command = [TOOLS[name], "-m", "tests.bench_corpus_worker", name, str(data), *FACET]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self._process = stack.enter_context(subprocess.Popen(command, cwd=ROOT, **pipes))

    def answer(self, question: str) -> dict[str, Any]:
        """seconds; memory, in MB, the most so far; counts: facet to choice to figures.

        Raises ChildProcessError where the tool has ended.
        """
        try:
            self._process.stdin.write(f"{question}\n")
            self._process.stdin.flush()
            return json.loads(self._process.stdout.readline())
        except (OSError, ValueError):
            raise ChildProcessError(f"{self.name} has ended; make bench installs it") from None


def side_by_side(figures: int, folder: Path) -> list[str]:
    """Print what each tool takes for each question; what is wrong with the answers."""
    wrong: list[str] = []
    with ExitStack() as stack:
        given = give(folder)
        tools = [Tool(name, given[name], stack) for name in TOOLS]
        best: dict[str, dict[str, float]] = {}
        memory: dict[str, float] = {}
        for question in QUESTIONS:
            rounds = [[tool.answer(question) for tool in tools] for _ in range(ROUNDS)]
            for name, *answers in zip(TOOLS, *rounds, strict=True):
                best.setdefault(question, {})[name] = min(one["seconds"] for one in answers)
                memory[name] = max(one["memory"] for one in answers)
            counts = [one["counts"] for one in rounds[0]]
            if any(one != counts[0] for one in counts):
                wrong.append(f"{figures:,} figures, {question}: tools count differently")
    print(f"\n{figures:,} figures{'':20}" + "".join(f"{name:>16}" for name in TOOLS))
    for question, seconds in best.items():
        ours = seconds["ours"]
        cells = (f"{1000 * one:8.0f} ms {one / ours:4.1f}" for one in seconds.values())
        print(f"  {question:28}" + "".join(f"{cell:>16}" for cell in cells))
    print(f"  {'memory':28}" + "".join(f"{one:13.0f} MB" for one in memory.values()), flush=True)
    if figures == LIMIT:
        wrong += [
            f"{question}: {best[question]['ours']:.2f} s of at most {most}"
            for question, most in SECONDS.items()
            if best[question]["ours"] > most
        ]
        if memory["ours"] > MEGABYTES:
            wrong.append(f"memory: {memory['ours']:.0f} MB of at most {MEGABYTES}")
        if best["all facets"]["ours"] > best["all facets"]["datasette"]:
            wrong.append("all facets: slower than Datasette")
    return wrong


def main() -> int:
    sizes = [int(float(one)) for one in sys.argv[1:]] or [1_000, 100_000, LIMIT]
    print(__doc__.partition("\n")[0].partition(":")[0], "(milliseconds, and times ours)")
    wrong = []
    with tempfile.TemporaryDirectory() as parent:
        read = write(Path(parent) / "read", documents=BULLETINS)
        for size in sizes:
            folder = Path(parent) / str(size)
            write_corpus(read, folder, size)
            try:
                wrong += side_by_side(size, folder)
            except ChildProcessError as error:
                wrong.append(str(error))
    for one in wrong:
        print(f"NOT HELD: {one}")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
