"""Medians with their middle half: places in rows, months along a scale of time."""

import json

import pandas as pd
import pytest
import vl_convert

from xi_data.charts.spec import vega_lite
from xi_data.charts.spread import spread, spread_alt
from xi_data.charts.theme import THEMES


def groups(*names: str, months: bool) -> pd.DataFrame:
    rows = pd.DataFrame(
        [
            {
                "name": name,
                "day": f"{name}-15" if months else None,
                "half": f"{at} to {at + 2}",
                "median": at + 1.0,
                "lower": float(at),
                "upper": at + 2.0,
                "documents": 1,
            }
            for at, name in enumerate(names)
        ]
    )
    rows.attrs["value"] = "Masks, boxes"
    return rows


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("rows", "across", "along"),
    [
        (groups("乙县", "甲县", months=False), "y", "x"),
        (groups("2020-02", "2020-04", months=True), "x", "y"),
    ],
    ids=["places", "months"],
)
def test_a_dot_stands_at_the_median_and_a_line_at_the_middle_half(rows, across, along, t, theme):
    found = vega_lite(spread(rows, t, THEMES[theme]))
    line, dot = (one["encoding"] for one in found["layer"])
    assert [line[along]["field"], line[f"{along}2"]["field"]] == ["lower", "upper"]
    assert dot[along]["field"] == "median"
    assert dot[along]["scale"]["zero"] is True
    assert line[across] == dot[across]
    assert dot[across]["field"] == ("name" if across == "y" else "day")
    drawn = vl_convert.vegalite_to_svg(json.dumps(found))
    assert all(name in drawn for name in rows["name"]) or across == "x"


def test_its_words_tell_every_group(t):
    said = spread_alt(groups("乙县", "甲县", months=False), t)
    assert "Masks, boxes" in said
    for name, median, half in (("乙县", "1", "0 to 2"), ("甲县", "2", "1 to 3")):
        assert t("{name} {median} ({half})", name=name, median=median, half=half) in said
