"""A draft in two parts, package and decisions, and together again."""

import base64

import pytest

from tests.review.texts import NOTICE, SHORT
from xi_data.record.errors import DataError
from xi_data.review.deciding import accept, change, figures, reject, undo
from xi_data.review.draft import describe, draft_of
from xi_data.review.kept import package_of, put_together, same_package, steps_of
from xi_data.review.marking import add
from xi_data.review.promote import promote

MADE = draft_of(NOTICE, "notice.txt")
FIRST, SECOND, THIRD, *_ = (one.figure.figure_id for one in figures(MADE))


def decided():
    """A draft after decisions of several kinds, one of them taken back."""
    draft = reject(change(accept(MADE, FIRST), SECOND, {"value": 7}), THIRD, "other")
    at = NOTICE.index("第一")
    return undo(accept(add(draft, at, at + 2), FIRST))


def test_both_parts_make_the_draft_that_they_were_made_of():
    draft = decided()
    again = put_together(package_of(draft), steps_of(draft))
    assert again.decisions == draft.decisions != ()
    assert promote(again, with_text=True) == promote(draft, with_text=True)


def test_a_decision_leaves_the_package_as_it_is():
    assert same_package(MADE, decided())
    assert not same_package(MADE, describe(MADE, title="另一篇"))
    assert package_of(MADE) == package_of(decided())


@pytest.mark.parametrize(
    ("package", "steps"),
    [
        ("", []),
        ("no base64!", []),
        ("口罩", []),
        (base64.b64encode(b"PK no zip").decode(), []),
        (base64.b64encode(promote(MADE, draft_of(SHORT, "short.txt"))).decode(), []),
        (package_of(MADE), ["accept"]),
        (package_of(MADE), [[FIRST, "accept", "", "", 7]]),
        (package_of(MADE), [["nobody", "accept", "", "", ""]]),
        (package_of(MADE), [[FIRST, "explode", "", "", ""]]),
        (package_of(MADE), [[FIRST, "accept", "{", "[", ""]]),
        (package_of(MADE), [7]),
    ],
)
def test_what_is_no_such_part_is_refused_with_words(package, steps):
    with pytest.raises(DataError, match="expected"):
        put_together(package, steps)
