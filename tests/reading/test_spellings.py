"""No number is silently wrong: whatever the spelling, an exact row has the value that was spelled.

XI_TRIES=200000 tries that many spellings, else a few thousand.
"""

import os
import random
from collections import Counter

from tests.reading.spellings import KINDS, spelling
from xi_data.reading.extract import extract

TRIES = int(os.environ.get("XI_TRIES", "5000"))
LEAST_EXACT = 0.9
"""Of the spellings with one value, so many at least are read as exact: to doubt all is no feat."""


def test_an_exact_row_has_the_value_that_was_spelled():
    chance = random.Random(20200212)
    wrong, wanted, exact = [], 0, 0
    for _ in range(TRIES):
        text, made = spelling(chance)
        values = [
            one.value
            for one in extract(text)
            if one.qualifier == "exact" and one.kind not in ("date", "vague")
        ]
        expected = None if made.value is None else float(made.value)
        if any(expected is None or abs(one - expected) > 1e-9 * abs(one) for one in values):
            wrong.append((text, expected, values))
        if expected is not None:
            wanted += 1
            exact += len(values) == 1
    assert wrong == []
    assert exact >= LEAST_EXACT * wanted


def test_every_kind_of_spelling_is_tried():
    chance = random.Random(1)
    made = Counter(chance.choice(KINDS).__name__ for _ in range(500))
    assert made.keys() == {kind.__name__ for kind in KINDS}
    assert {spelling(chance)[1].value is None for _ in range(100)} == {True, False}
