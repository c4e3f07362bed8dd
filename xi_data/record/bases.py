"""Who says that two figures stand in a relation."""

from collections.abc import Iterable

PRINTED = "printed"
INFERRED = "inferred"
"""The article says so, or we conclude it."""


def weakest(bases: Iterable[str]) -> str:
    """The basis of what rests on several relations: inferred where one of them is."""
    return INFERRED if INFERRED in set(bases) else PRINTED
