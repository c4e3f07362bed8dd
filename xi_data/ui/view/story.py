"""What a view says, its title drawn; what to loosen where no row is left."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from xi_data import findings
from xi_data.findings import Story
from xi_data.ui.evidence.citation import citable, cite_numbers
from xi_data.ui.filters.chips import reset
from xi_data.ui.filters.controls import filters
from xi_data.ui.navigation.router import FIRST, pages
from xi_data.ui.shell.frame import way_out
from xi_data.ui.shell.page import page, title
from xi_data.ui.state import keys
from xi_data.ui.state.answers import answered, filters_of, query
from xi_data.ui.state.page import Page, end
from xi_data.ui.view.layout import headline
from xi_data.ui.view.sums import elsewhere as sums_elsewhere
from xi_data.ui.widgets.announcement import announce
from xi_data.ui.widgets.markdown import plain
from xi_data.views import Question, Request


class OpenView(NamedTuple):
    """A page begun: who is on it, what is asked, what the view says, which figure is on show."""

    page: Page
    request: Request
    story: Story
    shown: str


def open_view(key: str, undrawn: Callable[[Page], Sequence[str]] = lambda _: ()) -> OpenView:
    """Begin a page: name and language, filters, title and headline numbers drawn.

    The page ends here where no row is left. undrawn: filters and switches that have no control.
    """
    begun = page(key)
    heading = st.container(gap=None)
    request = filters(begun, undrawn=undrawn(begun))
    found = story(begun, request, heading)
    said = [(cell.label, cell.of) for cell in found.cells]
    cite = partial(cite_numbers, begun, said, keys.CITE_HEADLINE) if citable(said) else None
    headline(found.cells_beyond_title, cite)
    return OpenView(begun, request, found, request.figure or found.first)


def told(question: Question) -> Story:
    """What the view of a question says, made once."""
    return answered(question, "story", lambda: findings.tell(query, question))


def story(begun: Page, request: Request, heading: DeltaGenerator) -> Story:
    """What the view says, its finding in the heading; the page ends here where there is no row."""
    found = told(request.question)
    with heading:
        title(found.finding, found.definition, found.how)
        announce(
            begun.t(
                "{rows} of {all} figures are in this selection",
                rows=len(found.rows),
                all=len(found.every),
            )
        )
    sums_elsewhere(begun, found)
    if found.rows.empty:
        nothing_fits(begun, request, found, lambda asked: len(told(asked).rows))
        end()
    return found


def nothing_fits(
    begun: Page, request: Request, found: Story, number_of: Callable[[Question], int]
) -> None:
    """An empty result: which filter to loosen, what that would give, and a button that does it.

    number_of: rows that a question gives.
    """
    t = begun.t
    way_out(t)
    if not found.active:
        st.info(t("This bulletin has no figure on this topic."), icon=":material/info:")
        label = t("Back to {page}", page=t("Overview"))
        st.page_link(pages(t)[FIRST], label=label, query_params=begun.address())
        return
    st.info(t("No figure fits all of these filters."), icon=":material/filter_alt_off:")
    params = {one.key: one.param for one in filters_of(begun.view.key, t.lang, begun.bulletins)}
    numbers = {key: number_of(request.question.without(key)) for key in found.active}
    with st.container(horizontal=True):
        for key, number in numbers.items():
            if number:
                st.button(
                    t.plural(
                        "Remove “{words}”: {number} figure",
                        "Remove “{words}”: {number} figures",
                        number,
                        words=plain(found.active[key]),
                    ),
                    key=keys.loosen(key),
                    on_click=reset,
                    args=([params[key]],),
                )
        if not any(numbers.values()):
            st.button(
                t("Clear all filters"),
                key=keys.LOOSEN_ALL,
                on_click=reset,
                args=([params[key] for key in found.active],),
            )
