"""One check in full: both sides, and a way to its figures or to what would let it run."""

import pytest

from tests.three_bulletins import SHIPPED
from tests.ui.parts import drawn
from tests.ui.visiting import links, said
from xi_data.checks import Check
from xi_data.ui.checks.card import card
from xi_data.views.rows import checks_of, facts_of


def one(kind: str, verdict: str = "holds") -> Check:
    """The first check of a kind that came out so."""
    every = checks_of(*SHIPPED)
    return next(check for check in every if (check.kind, check.verdict) == (kind, verdict))


def shown(check: Check, evident: str = ""):
    return drawn(lambda page: card(page, check, evident), "checks")


def test_a_sum_has_both_sides_and_a_button_for_each_of_its_figures():
    check = one("sum")
    parts = [key for key in check.formula if key in facts_of(*SHIPPED).figures]
    app = shown(check, parts[0])
    assert [button.key for button in app.button] == [f"_check_figure_{key}" for key in parts]
    icons = [button.icon for button in app.button]
    assert icons == [":material/my_location:"] + [":material/arrow_forward:"] * (len(parts) - 1)
    assert list(app.table[0].value["value"])[-1] == "stated"
    assert len(app.table[0].value) == 3
    assert "-badge[:material/check:" in said(app)
    assert links(app) == []


def test_a_button_shows_its_figure():
    check = one("sum")
    key = next(key for key in check.formula if key in facts_of(*SHIPPED).figures)
    app = shown(check)
    app.button(key=f"_check_figure_{key}").click().run()
    assert app.session_state["figure"] == key


@pytest.mark.parametrize(
    ("kind", "verdict", "link"),
    [
        ("coverage", "not_run", ("source", "lang=en")),
        ("bounds", "holds", ("figures", "lang=en&wording=")),
        ("unit", "holds", ("figures", "lang=en")),
    ],
)
def test_a_rule_leads_on(kind, verdict, link):
    [(page, query)] = links(shown(one(kind, verdict)))
    assert page == link[0]
    assert query.startswith(link[1])
