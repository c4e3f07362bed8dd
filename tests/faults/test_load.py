"""Many visitors at once on a server that has just started: no page breaks."""

from tests import load


def test_no_page_breaks_where_many_click_at_once(tmp_path):
    visitors, clicks = 16, 2
    found = load.visits(tmp_path, visitors, clicks)
    assert found.broken == []
    assert len(found.first) == visitors
    assert len(found.clicks) == visitors * clicks
