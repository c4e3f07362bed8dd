"""Corpora measured and killed: python -m tests.corpora [DOCUMENTS] [KILLS] [SEED].

Makes invented bulletins (2,000, unless it is told) and has them read, in one run side by side, by 1
process, by 2, and by a local Dask cluster of 2 workers: documents a second, and whether all tables
are the same. Then the memory of 1,000, 4,000 and 10,000 documents (of half, two and five times as
many as it is told). Then it kills (SIGKILL, 10 times each) a process that reads, a worker of the
cluster, and the command itself, at random moments, has what was stopped go on, and compares what is
there in the end. Prints what it did; exits with 1 where a table differs or a command fails.
"""

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path

import pyarrow.parquet as pq

from tests.generated_bulletins import bulletins, write_jsonl
from tests.serving import ROOT
from xi_data.batches.corpus import FINISHED, UNFINISHED, Settings, extract_corpus
from xi_data.batches.inputs import Inputs
from xi_data.batches.shard_file import SUFFIX
from xi_data.batches.tables import Columns
from xi_data.batches.workers import Processes
from xi_data.corpora.folder import TABLES
from xi_data.corpus.index import Index

SMALL_UNIT = 20
"""Documents in a unit where something is killed: a run is short, and yet of many units."""

KILLED_DOCUMENTS = 400

_TRIES = 4
"""Runs for each kill: a run may have ended, or not begun to read, at the moment chosen."""

Command = list[str]


def rows_of(folder: Path) -> str:
    """A hash of every row of every table, in order; whatever the files and row groups are."""
    digest = hashlib.sha256()
    assert (folder / FINISHED).exists(), "the data set is not finished"
    assert not (folder / UNFINISHED).exists()
    for table in TABLES:
        for file in sorted((folder / table).iterdir()):
            for batch in pq.ParquetFile(file).iter_batches(1_000):
                digest.update(repr(batch.to_pylist()).encode())
    return digest.hexdigest()


def run_small(source: str, folder: str, scheduler: str = "") -> None:
    """What is killed: the documents of a table in small units, by 2 processes or a cluster."""
    from xi_data.batches.cluster import Cluster

    extract_corpus(
        Inputs([source], Index([], Path()), Columns()),
        Path(folder),
        Settings(documents_a_unit=SMALL_UNIT),
        (lambda: Cluster(scheduler)) if scheduler else lambda: Processes(2),
        lambda line: None,
    )


def command(source: Path, folder: Path, *options: str) -> Command:
    """What a person types."""
    made = ["extract", str(source), "--format", "dataset", "--output", str(folder), *options]
    return [sys.executable, "-m", "xi_data", *made]


def small_command(source: Path, folder: Path, scheduler: str = "") -> Command:
    """The same in small units."""
    call = f"run_small({str(source)!r}, {str(folder)!r}, {scheduler!r})"
    return [sys.executable, "-c", f"from tests.corpora import run_small; {call}"]


def seconds(begun: Command) -> float:
    """Run a command to its end."""
    start = time.monotonic()
    done = subprocess.run(begun, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"{begun} failed:\n{done.stderr}")
    return time.monotonic() - start


def peaks(begun: Command) -> tuple[float, float]:
    """Run a command; the most memory (MB, resident) of itself and of a process that it began."""
    own = below = 0.0
    with subprocess.Popen(begun, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            own = max(own, _peak(process.pid))
            below = max([below, *map(_peak, _children(process.pid))])
            time.sleep(0.05)
        assert process.returncode == 0
    return own, below


@contextmanager
def cluster() -> Iterator[tuple[str, Callable[[], list[int]]]]:
    """A local Dask cluster of 2 workers: its address, and what tells the workers' processes."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as begun:
        yield begun.scheduler_address, lambda: [one.pid for one in begun.workers.values()]


def readers_of(process: int) -> list[int]:
    """The processes that read for a command."""
    return [one for one in _children(process) if "spawn_main" in _words_of(one)]


Victims = Callable[[int], list[int]]


@dataclass
class Killed:
    """Runs in which something was killed, in which the command had ended before that, in which
    another run went on from units of the killed one, in which the command failed though it was not
    what was killed, and in which a table differs in the end."""

    at_work: int = 0
    ended: int = 0
    went_on: int = 0
    failed: int = 0
    different: int = 0

    def __str__(self) -> str:
        return (
            f"{self.at_work} killed at work, {self.ended} had ended, {self.went_on} went on from "
            f"units of the run before, {self.failed} failed, {self.different} tables differ"
        )


def killed(
    times: int, chance: random.Random, parent: Path, begun: Callable[[Path], Command], of: Victims
) -> Killed:
    """Begin a command so many times and kill a process of it; it must come to the same table."""
    found = Killed()
    whole = seconds(begun(parent / "whole"))
    expected = rows_of(parent / "whole")
    for number in range(_TRIES * times):
        if found.at_work == times:
            break
        folder = parent / str(number)
        with subprocess.Popen(begun(folder), cwd=ROOT, stderr=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0, whole))
            alive = process.poll() is None
            victims = of(process.pid) if alive else []
            for one in victims[:1]:
                os.kill(one, signal.SIGKILL)
            code = process.wait()
        found.at_work += bool(victims)
        found.ended += not alive
        found.failed += code > 0
        if code:
            found.went_on += any(folder.glob(f"{UNFINISHED}/*{SUFFIX}"))
            seconds(begun(folder))
        found.different += rows_of(folder) != expected
    return found


def _children(process: int) -> list[int]:
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text()
    except OSError:  # it has ended
        return []
    return [int(one) for one in told.split()]


def _words_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return ""


def _peak(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return max((int(one.split()[1]) / 1_000 for one in lines if one.startswith("VmHWM")), default=0)


def side_by_side(folder: Path, documents: int) -> bool:
    """Print the documents a second of each, the better of two; whether all tables are the same."""
    source, tables, rates = folder / "documents.jsonl", set(), Counter()
    write_jsonl(bulletins(documents), source)
    with cluster() as (address, _):
        ways = {
            "1 process": ("--processes", "1"),
            "2 processes": ("--processes", "2"),
            "Dask, 2 workers": ("--scheduler", address),
        }
        for turn, (name, options) in product(range(2), ways.items()):
            target = folder / f"{name} {turn}"
            rates[name] = max(rates[name], documents / seconds(command(source, target, *options)))
            tables.add(rows_of(target))
    for name, rate in rates.items():
        times = rate / rates["1 process"]
        print(f"{name}: {rate:.1f} documents a second, {times:.2f} times 1 process", flush=True)
    same = len(tables) == 1
    print(f"tables of all: {'the same' if same else 'they differ'}", flush=True)
    return same


def memory(folder: Path, *sizes: int) -> None:
    """Print the peaks of memory at these numbers of documents."""
    for size in sizes:
        source = folder / f"{size}.jsonl"
        write_jsonl(bulletins(size), source)
        own, below = peaks(command(source, folder / str(size), "--processes", "2"))
        print(
            f"{size:,} documents: {own:.0f} MB, and {below:.0f} MB a process that reads", flush=True
        )


def every_kill(folder: Path, times: int, seed: int) -> int:
    """Kill each kind of process so many times; how many commands fail or tables differ."""
    source = folder / "killed.jsonl"
    write_jsonl(bulletins(KILLED_DOCUMENTS), source)
    wrong = 0
    with cluster() as (address, workers):
        local, far = (
            partial(small_command, source),
            partial(small_command, source, scheduler=address),
        )
        kinds: dict[str, tuple[Callable[[Path], Command], Victims]] = {
            "a process that reads": (local, readers_of),
            "the command": (local, lambda process: [process]),
            "a worker of the cluster": (far, lambda _: workers()),
            "the command, with a cluster": (far, lambda process: [process]),
        }
        for name, (begun, of) in kinds.items():
            parent = folder / name
            parent.mkdir()
            found = killed(times, random.Random(f"{name} {seed}"), parent, begun, of)
            print(f"{name}: {found}", flush=True)
            wrong += found.failed + found.different
    return wrong


def main() -> int:
    numbers = [int(one) for one in sys.argv[1:]]
    documents, kills, seed = (*numbers, *(2_000, 10, 1)[len(numbers) :])
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent)
        same = side_by_side(folder, documents)
        memory(folder, documents // 2, documents * 2, documents * 5)
        wrong = every_kill(folder, kills, seed)
    return int(not same or wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
