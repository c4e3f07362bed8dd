"""One key of an address: its values as text, and the same as a query takes them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Param:
    """One key of the URL. decode raises ValueError for a value that the view does not know.

    was: an older name of the key, which links may still use.
    """

    key: str
    default: Any
    decode: Callable[[list[str]], Any]
    encode: Callable[[Any], list[str]]
    always: bool = False  # written even where it is the default
    was: str = ""


def choice(key: str, options: Iterable[str], default: str | None, always: bool = False) -> Param:
    """One of the options, or the default."""
    allowed = frozenset(options)

    def decode(values: list[str]) -> str:
        if values[-1] not in allowed:
            raise ValueError(values[-1])
        return values[-1]

    return Param(key, default, decode, lambda value: [] if value is None else [value], always)


def choices(key: str, options: Iterable[str]) -> Param:
    """Any number of the options, in the options' order; none by default."""
    ordered = list(options)

    def decode(values: list[str]) -> list[str]:
        if unknown := [value for value in values if value not in ordered]:
            raise ValueError(unknown[0])
        return [option for option in ordered if option in values]

    return Param(key, [], decode, list)


def number(key: str, allowed: Sequence[int]) -> Param:
    """One of the allowed whole numbers; the first by default."""

    def decode(values: list[str]) -> int:
        written = {str(value): value for value in allowed}
        if values[-1] not in written:
            raise ValueError(values[-1])
        return written[values[-1]]

    return Param(key, allowed[0], decode, lambda value: [str(value)])


def text(key: str, limit: int = 100) -> Param:
    """Any text up to the limit, in characters; empty by default."""
    return Param(key, "", lambda values: values[-1][:limit], lambda value: [value])
