"""Every page about the samples, in both languages; what says that nobody has reviewed it."""

import json

import pytest

from tests.ui.review.bringing import back, come, drafts, go, try_sample
from tests.ui.visiting import charts, finding, tables
from xi_data.corpus.samples import samples
from xi_data.locale import LANGUAGES
from xi_data.views import SCREENS, VIEWS

MARK = {"en": "read by machine, not reviewed", "zh": "机器识读，未经审核"}


@pytest.fixture(scope="module")
def all_samples():
    """A visitor who has brought all six."""
    app = come()
    for one in samples():
        app = back(try_sample(app, one.file))
    assert len(drafts(app)) == 6
    return app


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("at", range(6), ids=[one.file for one in samples()])
def test_every_page_of_a_sample_opens_with_what_it_has(all_samples, at, lang):
    key = list(drafts(all_samples))[at]
    numbers = len(drafts(all_samples)[key].proposals)
    for page in SCREENS:
        query = {"lang": lang} | ({"view": "both"} if page in WITH_VIEWS else {})
        app = go(all_samples, page, key, **query)
        assert finding(app), page
        for chart in charts(app):
            assert any(len(rows) for rows in drawn(chart)), page
        for table in tables(app):
            assert table["rows"], page
        if page in ("overview", "figures", "source"):
            assert str(numbers) in finding(app)


WITH_VIEWS = [key for key in VIEWS if key not in ("about", "checks", "figure")]


def drawn(chart) -> list[list]:
    """The data sets of a chart."""
    spec = json.loads(chart.proto.spec)
    named = list(spec.get("datasets", {}).values())
    return named + [rows for rows in _values(spec) if rows]


def _values(spec) -> list:
    if isinstance(spec, dict):
        own = spec.get("values")
        found = [own] if isinstance(own, list) else []
        return found + [one for part in spec.values() for one in _values(part)]
    return [one for part in spec for one in _values(part)] if isinstance(spec, list) else []
