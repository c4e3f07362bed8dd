"""Which data are ours to license: those of the bulletins that come with the explorer."""

from collections.abc import Collection
from functools import cache

from xi_data.record.bulletins import read_bulletins


def is_ours(bulletins: Collection[str]) -> bool:
    """Whether the data of all these bulletins are ours: of what visitors brought, or the host
    keeps, nobody told us under which licence it stands, and of a mixture it would be said too.

    Raises errors.DataError where bulletins.csv cannot be read.
    """
    return all(one in shipped() for one in bulletins)


@cache
def shipped() -> frozenset[str]:
    """Keys of the bulletins that came with the explorer when it was first asked: where data/ is
    edited under a running server, no other bulletin can take the key of one of ours.

    Raises errors.DataError where bulletins.csv cannot be read.
    """
    return frozenset(read_bulletins())
