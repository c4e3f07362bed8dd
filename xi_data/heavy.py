"""Work in a bounded line: a few at once, the rest waits its turn, and too much is refused."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextvars import copy_context
from threading import BoundedSemaphore
from typing import Any, TypeVar

from xi_data.limits import HEAVY_AT_ONCE, HEAVY_WAITING, PATIENCE

Made = TypeVar("Made")


class BusyError(Exception):
    """The line is full, or took too long."""


class Line:
    """Threads that work, and how many may stand and wait for them."""

    def __init__(self, at_once: int, waiting: int):
        self._threads = ThreadPoolExecutor(at_once)
        self._places = BoundedSemaphore(at_once + waiting)

    def begin(self, work: Callable[[], Made]) -> "Future[Made]":
        """Have work done, in the context of the asker. Raises BusyError where the line is full."""
        if not self._places.acquire(blocking=False):
            raise BusyError
        done = self._threads.submit(copy_context().run, work)
        done.add_done_callback(lambda _: self._places.release())
        return done

    def result(self, work: Callable[[], Made]) -> Made:
        """What work gives. Raises what it raises, and BusyError, also after PATIENCE in line."""
        done = self.begin(work)
        wait_for([done], PATIENCE)
        if done.cancel():
            raise BusyError
        return done.result()


FILES = Line(HEAVY_AT_ONCE, HEAVY_WAITING)
"""Spreadsheets, packages, databases and pictures, for pages and data addresses together."""


def in_line(work: Callable[..., Made]) -> Callable[..., Made]:
    """The work, made to wait in the line of FILES. Raises as Line.result does."""

    def waited(*arguments: Any, **options: Any) -> Made:
        return FILES.result(lambda: work(*arguments, **options))

    return waited
