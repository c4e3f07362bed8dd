"""What is suggested in place of what is not there."""

import pytest

from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.nearest import nearest

NAMES = {
    "closure-library": ("Library, closed", "图书馆，已关停"),
    "closure-cinemas": ("Cinemas, closed", "电影院，已关停"),
    "supply-masks": ("Masks in reserve", "储备口罩"),
}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("closure-libary", "closure-library"),
        ("LIBRARY", "closure-library"),
        ("supply_masks", "supply-masks"),
        ("masks in reserve ", "supply-masks"),
        ("电影院", "closure-cinemas"),
    ],
)
def test_the_most_alike_comes_first(asked, meant):
    assert nearest(asked, NAMES)[0] == meant


def test_there_is_always_something_to_suggest():
    assert len(nearest("", NAMES, 2)) == 2
    assert len(nearest("\x00<script>" * 1000, NAMES)) == 3
    assert nearest("x", {}) == []


def test_a_letter_too_few_still_finds_the_figure(connection):
    figures = store.figures(connection, SHIPPED, "en")
    names = dict(zip(figures["figure_id"], zip(figures["label"], strict=True), strict=True))
    assert [key for key in names if nearest(key[:-1], names)[0] != key] == []
