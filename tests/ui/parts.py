"""One part of a page drawn by itself, with all that it needs of a page before it."""

from collections.abc import Callable, Iterable
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.ui.visiting import HOST
from xi_data.ui.state.page import Page


def drawn(draw: Callable[[Page], Any], page: str = "closures", **query: str | list[str]) -> AppTest:
    """An app that begins the page of this view and draws a part of it; query: of its address."""
    app = AppTest.from_function(_script, default_timeout=60, args=(draw, page))
    app.query_params = query
    app.context = {"locale": "en-GB", "url": f"{HOST}/{page}"}
    app.run()
    assert list(app.exception) == []
    return app


def _script(draw, view):
    from contextlib import suppress

    from tests.ui.parts import begun
    from xi_data.ui.navigation import browser
    from xi_data.ui.state import address
    from xi_data.ui.state.page import PageEnd

    page = begun(view)
    with suppress(PageEnd):
        draw(page)
    browser.tell(page.t, view, view, address.write(), False)


def begun(view: str) -> Page:
    """The page of a view in English, as app.py begins it."""
    import streamlit as st

    from xi_data.locale import translator
    from xi_data.ui.shell import bulletin, frame
    from xi_data.ui.state import address, charts_on_page, keys
    from xi_data.views import VIEWS

    t = translator("en")
    st.session_state[keys.LANG] = t.lang
    address.begin()
    frame.begin()
    bulletin.read(t)
    bulletin.narrow(VIEWS[view])
    charts_on_page.begin()
    return Page(VIEWS[view], t, bulletin.in_address())


def order(app: AppTest, *types: str) -> list[str]:
    """The elements of these types from top to bottom."""
    return [one.type for one in elements(app.main) if one.type in types]


def elements(block: Any) -> Iterable[Any]:
    """All that is drawn in a block, from top to bottom."""
    for child in block.children.values():
        yield child
        if hasattr(child, "children"):
            yield from elements(child)
