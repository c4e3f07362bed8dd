"""One figure: its name with its number, whatever its words leave open."""

import pytest

from xi_data import store
from xi_data.findings import one_figure
from xi_data.locale import translator


@pytest.mark.parametrize(
    ("case", "name"),
    [
        ("no-category", "Karaoke venues shut: 11 venues"),
        ("over", "Karaoke venues shut: over 11 venues"),
        ("no-value", "Karaoke venues shut: 11個"),
    ],
)
def test_a_figure_is_named_with_its_hedge(cases, told, case, name):
    t = translator("en")
    figures = cases(store.figures, (case,), "en").set_index("figure_id")
    karaoke = figures.loc["closure-karaoke"]
    assert one_figure.named(t, karaoke) == name
    assert one_figure.placed(t, karaoke, 120, "a source").startswith("Figure ")
