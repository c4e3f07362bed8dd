"""One check in full: its formula, both sides, why it came out so, and a way to each figure."""

from itertools import pairwise

import streamlit as st

from xi_data.checks import NOT_RUN, Check, wordings
from xi_data.sums import Ratio, Total
from xi_data.ui.checks.table import CARD, COLOURS
from xi_data.ui.evidence.citation import Cited, cite_numbers
from xi_data.ui.navigation.router import pages
from xi_data.ui.state import address, keys
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import show_figure
from xi_data.ui.widgets.in_sight import in_sight
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.views.rows import facts_of
from xi_data.wording import SIGMA, basis

_ICONS = {
    "data_error": "error",
    "conflict": "swap_horiz",
    "differs": "difference",
    "odd": "flag",
    "cannot_tell": "help",
    "not_run": "hourglass_empty",
    "holds": "check",
}
_FEW = 12  # figures that break a rule and are named one by one


def card(page: Page, check: Check, evident: str | None) -> None:
    """One check in full: formula, both sides, explanation, and a button for each figure.

    evident: the figure whose evidence is on show. Nothing in a frame, as of a figure.
    """
    if address.embedded():
        return
    t, facts = page.t, facts_of(page.bulletins[0])
    with st.container(border=True, gap="small", key="check_card"):
        kind = wordings.kind_names(t)[check.kind]
        with st.container(gap=None):
            in_sight(t, CARD)
            st.header(f":small[:gray[{t('Check')} · {kind}]]", anchor=False)
        verdict = wordings.verdict_names(t)[check.verdict]
        badge = f":{COLOURS[check.verdict]}-badge[:material/{_ICONS[check.verdict]}: {verdict}]"
        about = plain(wordings.subject(t, facts, check))
        written = plain(wordings.formula(t, facts, check))
        heading = f"**{written}**\n\n" if written else ""
        st.markdown(f"{heading}{badge}\n\n{about}")
        sides = {
            f"{t('Computed by us')} {marked(SIGMA)}": wordings.computed(t, facts, check),
            t("In the article"): wordings.printed(t, facts, check),
            t("Relation"): check.basis and basis(t, check.basis),
        }
        if said := {name: plain(side) for name, side in sides.items() if side}:
            st.table(said, border="horizontal", hide_header=True)
        st.markdown(plain(wordings.explanation(t, facts, check)))
        cite_numbers(page, _numbers(page, check, about), keys.CITE_CHECK)
        _figures(page, check, evident)


def _numbers(page: Page, check: Check, label: str) -> list[tuple[str, Cited]]:
    """What can be cited: the side that we computed, and each figure of the formula."""
    figures = facts_of(page.bulletins[0]).figures
    of = [one for one in check.formula if one in figures]
    numbers: list[tuple[str, Cited]] = [(one, (one,)) for one in of]
    if (computed := check.computed) is None:
        return numbers
    if computed.per:
        whole, packs = (figures[one].value for one in of)
        return [(label, Ratio(whole, packs, page.figure(of[0])["unit_label"])), *numbers]
    added = of[: 1 + check.formula.count("+")]
    parts = tuple(figures[one].value for one in added)
    return [(label, Total(parts, computed.value, computed.qualifier, tuple(added))), *numbers]


def _figures(page: Page, check: Check, evident: str | None) -> None:
    """A button for each figure of the formula; of a rule, for those that break it."""
    t, facts = page.t, facts_of(page.bulletins[0])
    if check.formula:
        signs = {b: a for a, b in pairwise(check.formula)}
        named = [(signs.get(one, ""), one) for one in check.formula if one in facts.figures]
    else:
        named = [("", one) for one in check.failures if one in facts.figures][:_FEW]
    with st.container(gap="xxsmall"):
        for sign, one in named:
            figure = page.figure(one)
            value = wordings.with_unit(t, facts, facts.figures[one])
            st.button(
                f":gray[{plain(sign)}] **{plain(value)}** · {plain(figure['label'])}",
                icon=":material/my_location:" if one == evident else ":material/arrow_forward:",
                key=keys.check_figure(one),
                type="tertiary",
                wrap=True,
                on_click=show_figure,
                args=(one,),
            )
    if check.verdict == NOT_RUN:
        st.page_link(
            pages(t)["source"],
            label=t("Provide the text"),
            icon=":material/menu_book:",
            query_params=page.address(),
        )
    elif not check.formula:
        query = page.address()
        if check.kind == "bounds":
            query["wording"] = facts.figures[check.figures[0]].qualifier
        st.page_link(
            pages(t)["figures"],
            label=t("See these figures") if "wording" in query else t("See all figures"),
            icon=":material/table_rows:",
            query_params=query,
        )
