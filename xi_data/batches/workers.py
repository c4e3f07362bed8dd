"""Who reads units: processes of this machine, or whoever else takes them as an executor does."""

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Protocol, TypeVar

from xi_data.batches.reader import OtherReaderError
from xi_data.batches.unit import Shard, Unit, document_read, failed, read_unit, shard_of
from xi_data.record.errors import Message

_A_PLACE = 2  # units for each worker: one at work, one at hand


Result = TypeVar("Result")


class WorkersError(Exception):
    """The workers cannot be had, or no longer; in words."""


class Workers(Protocol):
    """at_once: units that may be begun before one is done. died: raised where a worker was lost.

    most_deaths: times that this may be raised of a unit, before its documents are read each by
    itself.
    """

    died: type[Exception]
    most_deaths: int

    @property
    def at_once(self) -> int: ...

    def begin(self, unit: Unit) -> "Future[Shard]": ...


class Processes:
    """So many processes of this machine; a dead one is replaced."""

    died = BrokenProcessPool
    most_deaths = 3  # whoever was at work when another one died is told the same

    def __init__(self, number: int):
        self.at_once = number * _A_PLACE
        self._number = number
        self._pool = self._new_pool()

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def begin(self, unit: Unit) -> "Future[Shard]":
        """Have it read."""
        try:
            return self._pool.submit(read_unit, unit)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = self._new_pool()
            return self._pool.submit(read_unit, unit)

    def _new_pool(self) -> Executor:
        # Not forked: threads of Arrow and of the interpreter are not there in a copy.
        return ProcessPoolExecutor(self._number, get_context("spawn"), initializer=_begin_process)


def shards(units: Iterable[Unit], workers: Workers) -> Iterator[Shard]:
    """The shard of each unit, in whatever order they are done; few units are in memory.

    What was lost with a worker is read again. Raises WorkersError, and what units raises.
    """
    running: dict[Future[Shard], Unit] = {}
    deaths: Counter[int] = Counter()
    coming = iter(units)
    while True:
        while len(running) < workers.at_once and (unit := next(coming, None)):
            running[workers.begin(unit)] = unit
        if not running:
            return
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            unit = running.pop(future)
            try:
                yield _explained(future.result, workers.died)
            except workers.died:
                deaths[unit.number] += 1
                if deaths[unit.number] < workers.most_deaths:
                    running[workers.begin(unit)] = unit
                else:
                    yield read_apart(unit)


def _explained(result: Callable[[], Result], died: type[Exception]) -> Result:
    """A result of workers. Raises died, and WorkersError for everything else."""
    try:
        return result()
    except died:
        raise
    except Exception as error:
        causes = [error]
        while causes[-1].__cause__ is not None:
            causes.append(causes[-1].__cause__)
        for kind, words in _FAULTS.items():
            for cause in causes:
                if isinstance(cause, kind):
                    raise WorkersError(f"{words} ({cause})") from error
        raise WorkersError(f"the workers fail ({type(error).__name__}: {error})") from error


_FAULTS = {
    OtherReaderError: "a worker has another edition of the reading program; start all from one",
    ImportError: "scheduler and workers must find the reading program: start them in the folder "
    "that holds xi_data, with PYTHONPATH=.",
    (CancelledError, OSError): "the workers are gone; the same command goes on from here",
}


def read_apart(unit: Unit) -> Shard:
    """The shard of a unit, each document read in a process of its own, which may die of it."""
    rows = []
    for document in unit.documents:
        with ProcessPoolExecutor(1, get_context("spawn"), initializer=_begin_process) as pool:
            try:
                rows.append(pool.submit(document_read, document, unit).result())
            except BrokenProcessPool:
                rows.append(failed(document, Message("reading it ends the process that reads")))
    return shard_of(unit, rows)


def _begin_process() -> None:
    """A worker leaves an interrupt to who began it, and does not outlive him."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent_process().join()
    os._exit(1)
