"""Answers kept in memory: each computed once for all who wait for it, all of them within a cap.

A key is what the answer follows from: the question, never a data frame, and never words that a
visitor typed, of which there is no end.
"""

import sys
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import wraps
from threading import Condition
from typing import Any

import pandas as pd
from cachetools import LRUCache, cached

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


_answers: LRUCache = LRUCache(MOST, getsizeof=bytes_of)


@cached(_answers, key=lambda key, compute: key, condition=Condition())
def answer(key: Hashable, compute: Callable[[], Any]) -> Any:
    """The answer kept under this key, else what compute gives: once, also where many ask at once.

    It is shared: read it, never change it. An answer above the cap is given and not kept.
    """
    return compute()


def memoised(function: Callable[..., Any]) -> Callable[..., Any]:
    """A pure function, made to compute each answer once; all its arguments are hashable."""

    @wraps(function)
    def once(*arguments: Hashable, **options: Hashable) -> Any:
        key = (function, arguments, tuple(sorted(options.items())))
        return answer(key, lambda: function(*arguments, **options))

    return once


def forget() -> None:
    """Keep nothing: for tests that change what the answers follow from."""
    _answers.clear()
