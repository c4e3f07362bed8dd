"""Answers kept in memory: each computed once for all who wait for it, all of them within a cap.

A key is what the answer follows from: the question, never a data frame, and never words that a
visitor typed, of which there is no end. What it follows from besides is the realm: the bulletins
that all visitors share, or with them those that one visitor brought.
"""

import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from functools import wraps
from pathlib import Path
from threading import Condition, Lock
from typing import Any

import pandas as pd
from cachetools import LRUCache, cached

from xi_data.record.tables import DATA

MOST = 96 * 2**20
"""Bytes of all answers that are kept; those that nobody asked for longest go first."""

_SAMPLE = 200  # rows whose strings are weighed


def bytes_of(answer: Any) -> int:
    """About how many bytes an answer takes, what it holds included."""
    if isinstance(answer, pd.DataFrame):
        sample = answer.head(_SAMPLE)
        share = len(answer) / len(sample) if len(sample) else 1
        return int(sample.memory_usage(deep=True).sum() * share)
    own = sys.getsizeof(answer)
    if isinstance(answer, str | bytes):
        return own
    return own + sum(map(bytes_of, _parts(answer)))


def _parts(answer: Any) -> Iterable[Any]:
    if isinstance(answer, Mapping):
        return [part for pair in answer.items() for part in pair]
    if isinstance(answer, list | tuple | set | frozenset):
        return answer
    if is_dataclass(answer):
        return [getattr(answer, field.name) for field in fields(answer)]
    return ()


class Realm:
    """A data folder with its database and the answers that follow from it.

    data: a folder in the shape of data/, on disk or in a zip. own: one visitor's, of which nothing
    is written anywhere. most: bytes of answers that are kept.
    """

    def __init__(self, data: Path, own: bool = False, most: int = MOST):
        self.data = self._given = data
        self.own = own
        self.answers: LRUCache = LRUCache(most, getsizeof=bytes_of)
        self.answer = cached(self.answers, key=lambda key, compute: key, condition=Condition())(
            lambda key, compute: compute()
        )
        self._opening = Lock()
        self._database: Any = None

    def database(self, opened: Callable[["Realm", Any], Any]) -> Any:
        """What opened makes of the realm and of what it gave last, None at first: the same again,
        or another one. Raises what it raises."""
        with self._opening:
            self._database = opened(self, self._database)
            return self._database

    def forget(self) -> None:
        """Keep nothing; the database is opened anew when it is next asked."""
        self.answers.clear()
        with self._opening:
            self._database, self.data = None, self._given


_shared = [Realm(DATA)]
"""The realm of all who have none of their own: one, in the place of the last."""

_entered: ContextVar[Realm | None] = ContextVar("entered", default=None)
_finders: list[Callable[[], Realm | None]] = []


def realm() -> Realm:
    """The realm of whoever asks; the shared one for all who have none of their own."""
    if entered := _entered.get():
        return entered
    return next(filter(None, (find() for find in _finders)), _shared[0])


def shared() -> Realm:
    """The realm of all who have none of their own."""
    return _shared[0]


def share(realm_of_all: Realm) -> None:
    """From now on, this is the realm of all who have none of their own."""
    _shared[0] = realm_of_all


def find_realm(find: Callable[[], Realm | None]) -> None:
    """From now on, ask find for the realm of whoever asks."""
    if find not in _finders:
        _finders.append(find)


@contextmanager
def within(entered: Realm) -> Iterator[None]:
    """Ask in this realm, whoever asks."""
    token = _entered.set(entered)
    try:
        yield
    finally:
        _entered.reset(token)


def carried(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, to be called elsewhere later, in the realm of whoever asks now."""
    here = realm()

    @wraps(function)
    def there(*arguments: Any, **options: Any) -> Any:
        with within(here):
            return function(*arguments, **options)

    return there


def answer(key: Hashable, compute: Callable[[], Any]) -> Any:
    """The answer kept under this key, else what compute gives: once, also where many ask at once.

    It is shared: read it, never change it. An answer above the cap is given and not kept.
    """
    return realm().answer(key, compute)


def memoised(function: Callable[..., Any]) -> Callable[..., Any]:
    """A pure function, made to compute each answer once; all its arguments are hashable."""

    @wraps(function)
    def once(*arguments: Hashable, **options: Hashable) -> Any:
        key = (function, arguments, tuple(sorted(options.items())))
        return answer(key, lambda: function(*arguments, **options))

    return once


def forget() -> None:
    """Keep nothing, no open database either: for tests that change what the answers follow from."""
    realm().forget()
