"""Every kind of fault so many times: what a command that injects them does with its numbers."""

import sys
from collections.abc import Callable, Iterable
from typing import Any


def each_kind(kinds: Iterable[str], tried: Callable[[str, int, int], Any], times: int) -> int:
    """Inject each kind as often and with the seed that the command line says; 1 where one is lost.

    tried: kind, how often, seed: what came of it in words, and as lost what was. times: unless it
    is told.
    """
    told = [int(one) for one in sys.argv[1:]]
    times, seed = (*told, *(times, 1)[len(told) :])
    lost = 0
    for kind in kinds:
        found = tried(kind, times, seed)
        print(f"{kind}: {found}, {len(found.lost)} lost", flush=True)
        print(*found.lost[:10], sep="\n", end="\n" if found.lost else "", file=sys.stderr)
        lost += len(found.lost)
    return int(bool(lost))
