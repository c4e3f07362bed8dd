"""Many bulletins: the database is built as a file, whole, and in bounded memory."""

from tests.bench_database import measured
from tests.many_bulletins import many_bulletins

MEGABYTES = 500
"""A process that builds one bulletin takes 260, for a hundred 410."""


def test_a_hundred_bulletins_are_built_whole_in_bounded_memory(tmp_path):
    found = measured(many_bulletins(tmp_path / "data", 100), tmp_path / "cache")
    assert found["figures"] == 12_000
    assert found["MB"] <= MEGABYTES
