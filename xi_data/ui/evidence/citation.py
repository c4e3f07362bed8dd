"""The citation of one figure, with the address of its page."""

from xi_data import store
from xi_data.publish.citation import Citation
from xi_data.record.version import version
from xi_data.ui.navigation import links
from xi_data.ui.state.page import Page
from xi_data.wording import with_unit


def cited(page: Page, key: str) -> Citation:
    """A figure with all that a citation says of it."""
    figure = page.figure(key)
    bulletins = (figure["bulletin_id"],)
    return Citation(
        figure_id=figure["figure_id"],
        value=with_unit(page.t, figure),
        label=figure["label"],
        mention=figure["mention"],
        paragraph=int(figure["paragraph"]),
        bulletin=Page(page.view, page.t, bulletins).answer(store.bulletin),
        version=version().version,
        link=links.figure_address(page, key),
    )
