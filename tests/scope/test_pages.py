"""What a page shows of one bulletin does not change because others are there."""

import json
import re
from itertools import cycle

import pytest

from tests.scope.bulletins import COPY, as_shipped
from xi_data.locale import LANGUAGES
from xi_data.views import VIEWS

FIGURE = {"id": "closure-food-lodging"}
NARROWED = [
    ("overview", {"figure": "supply-flour-kg", "family": "supplies"}),
    ("closures", {"figure": "closure-karaoke", "least": "10"}),
    ("supplies", {"status": "in_reserve", "view": "table"}),
    ("figures", {"search": "mask", "figure": "supply-masks-reserve"}),
    ("figures", {"search": "no such thing", "wording": "over", "family": "supplies"}),
    ("source", {"figure": "publicity-items-over", "family": "publicity"}),
    ("checks", {"verdict": "conflict"}),
    ("figure", {"id": "no-such-figure"}),
]
OPENED = [
    (lang, *one)
    for lang, one in zip(
        cycle(LANGUAGES),
        [*((key, FIGURE if key == "figure" else {}) for key in VIEWS), *NARROWED],
        strict=False,
    )
]
"""In one language each, by turns: what is shown of a bulletin is chosen before it is worded."""


def said(shown) -> list[str]:
    """Each element as a line, for a difference that can be read; not the number of a passage."""
    lines = (json.dumps(one, ensure_ascii=False, sort_keys=True) for one in shown.beside_chooser)
    return [re.sub(r'\\"key\\": \d+', "", line) for line in lines]


@pytest.mark.parametrize(("lang", "page", "link"), OPENED)
def test_a_page_of_one_bulletin_is_the_same_alone_and_among_others(alone, among, lang, page, link):
    shown = alone.visit(page, lang=lang, **link)
    assert not shown.of("exception")
    beside = among.visit(page, lang=lang, **link)
    choosing = 2 if VIEWS[page].compares else 1  # its button for all bulletins too
    assert len(beside.shown) == len(beside.beside_chooser) + choosing
    assert said(beside) == said(shown)
    assert beside.address == shown.address

    [copy] = COPY
    copied = among.visit(page, lang=lang, bulletin=copy, **link)
    assert copied.address == shown.address | {"bulletin": [copy]}
    assert [as_shipped(one) for one in said(copied)] == said(shown)
