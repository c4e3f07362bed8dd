"""One key of an address: its values as text, and the same as a query takes them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

LONGEST = 100
"""Characters of a text in an address."""

RENAMED: Mapping[str, str] = {"type": "category", "stage": "status", "bar": "figure"}
"""Keys of links published before to what they are called now."""

_APPENDED = re.compile(
    r"(utm|mtm|pk|piwik|hsa|mc|vero|oly)_\w+|_(ga|gl|hsenc|hsmi|openstat)|\w+cl[ik]*d|[gw]braid"
    r"|igsh(id)?|mkt_tok|ref(_src)?|s_kwcid|si|spm|srsltid|from|isappinstalled|nsukey|scene",
    re.IGNORECASE,
)

Values = TypeVar("Values")


class UnknownValueError(ValueError):
    """Values of a key that the view does not know.

    unknown: those, as in the address. rest: what the others come to, the default where there are
    none. most: characters that a value may have, 0 where its length is no matter.
    """

    def __init__(self, unknown: Sequence[str], rest: Any, most: int = 0):
        super().__init__(", ".join(unknown))
        self.unknown, self.rest, self.most = tuple(unknown), rest, most


@dataclass(frozen=True)
class Param:
    """One key of the URL. decode raises UnknownValueError for values that the view does not know.

    Of several values for one that takes one, the last counts.
    """

    key: str
    default: Any
    decode: Callable[[list[str]], Any]
    encode: Callable[[Any], list[str]]
    always: bool = False  # written even where it is the default


def ours(parameters: Mapping[str, Values]) -> dict[str, Values]:
    """What was asked of us, under the names of today: nothing that others append to links.

    Campaigns, networks and messengers append keys of theirs to whatever is shared (utm_source,
    fbclid, gclid, from): those are nobody's question.
    """
    kept = {key: one for key, one in parameters.items() if not _APPENDED.fullmatch(key)}
    return {RENAMED.get(key, key): one for key, one in kept.items()}


def choice(key: str, options: Iterable[str], default: str | None, always: bool = False) -> Param:
    """One of the options, or the default."""
    allowed = frozenset(options)

    def decode(values: list[str]) -> str:
        if values[-1] not in allowed:
            raise UnknownValueError(values[-1:], default)
        return values[-1]

    return Param(key, default, decode, lambda value: [] if value is None else [value], always)


def choices(key: str, options: Iterable[str]) -> Param:
    """Any number of the options, in the options' order; none by default."""
    ordered = list(options)

    def decode(values: list[str]) -> list[str]:
        found = [option for option in ordered if option in values]
        if unknown := [value for value in values if value not in ordered]:
            raise UnknownValueError(unknown, found)
        return found

    return Param(key, [], decode, list)


def number(key: str, allowed: Sequence[int]) -> Param:
    """One of the allowed whole numbers; the first by default."""

    def decode(values: list[str]) -> int:
        written = {str(value): value for value in allowed}
        if values[-1] not in written:
            raise UnknownValueError(values[-1:], allowed[0])
        return written[values[-1]]

    return Param(key, allowed[0], decode, lambda value: [str(value)])


def text(key: str, longest: int = LONGEST) -> Param:
    """Any text of at most so many characters; empty by default. A longer one is never cut."""

    def decode(values: list[str]) -> str:
        if len(values[-1]) > longest:
            raise UnknownValueError(values[-1:], "", longest)
        return values[-1]

    return Param(key, "", decode, lambda value: [value])
