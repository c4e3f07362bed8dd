"""A few of the inputs of python -m tests.hostile: nothing is lost, and both answers are given."""

import pytest

from tests.hostile.trying import KINDS, tried

FEW = {"packages": 4}
MORE = 12  # of those that need no database of their own


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_inputs_are_taken_or_refused_in_words(kind, tmp_path):
    inputs = FEW.get(kind, MORE)
    found = tried(kind, inputs, 0, tmp_path)
    assert found.lost == []
    assert found.taken + found.refused == inputs
    assert found.taken
