"""Every chart of every page holds to Vega-Lite's schema, which drawing does not ask about."""

import json

import altair as alt
import pytest
from altair.utils import schemapi

from tests.ui.visiting import charts, visit

DRAWN = ["overview", "screening", "closures", "supplies", "money", "organisation", "timeline"]
DRAWN += ["publicity"]


@pytest.mark.parametrize("page", DRAWN)
def test_charts_hold_to_the_schema(page):
    specs = [json.loads(one.proto.spec) for one in charts(visit(page))]
    assert specs
    for spec in specs:
        alt.LayerChart.validate(spec)


def test_a_chart_that_does_not_is_found():
    with pytest.raises(schemapi.jsonschema.ValidationError):
        alt.LayerChart.validate({"layer": [{"mark": "no such mark", "encoding": {}}]})
