"""Many visitors at once on a server that has just started: no page breaks."""

from tests import load, soak


def test_no_page_breaks_where_many_click_at_once(tmp_path):
    visitors, clicks = 16, 2
    found = load.visits(tmp_path, visitors, clicks)
    assert found.broken == []
    assert len(found.first) == visitors
    assert len(found.clicks) == visitors * clicks


def test_memory_that_grows_minute_by_minute_is_told_from_memory_that_was_taken_at_first():
    assert soak.growth([200, 350, 380, 385, 386, 390, 384, *[388] * 13]) < soak.GROWTH
    assert soak.growth([300 + 5 * minute for minute in range(20)]) > soak.GROWTH
    assert soak.growth([400, 300, 300, 340]) > soak.GROWTH
