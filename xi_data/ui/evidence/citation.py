"""Citations of figures and of sums, with the address of what they cite."""

import datetime
from collections.abc import Sequence

from xi_data import store
from xi_data.publish import citation
from xi_data.publish.citation import Citation
from xi_data.record.version import version
from xi_data.sums import Ratio, Total
from xi_data.ui.navigation import links
from xi_data.ui.state import address
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.copy_button import copyable
from xi_data.ui.widgets.popover import popover
from xi_data.wording import unreviewed, with_unit

Cited = Sequence[str] | Total | Ratio
"""What a number on the screen says: figures, by key, or what we computed."""


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
        unreviewed=unreviewed(page.t, figure),
        bulletin=Page(page.view, page.t, bulletins).answer(store.bulletin),
        version=version().version,
        link=links.figure_address(page, key),
        accessed=datetime.date.today(),
    )


def citable(numbers: Sequence[tuple[str, Cited]]) -> bool:
    """Whether any of the numbers can be cited; see cite_numbers."""
    return any(isinstance(of, Total | Ratio) or len(of) for _, of in numbers)


def cite_numbers(page: Page, numbers: Sequence[tuple[str, Cited]], widget: str) -> None:
    """A button that opens the citations of numbers on the page; none where none can be cited.

    numbers: what each counts, and what it says.
    """

    def contents() -> None:
        for label, of in numbers:
            citations(page, label, of)

    if citable(numbers) and not address.embedded():
        popover(page.t("Cite these numbers"), widget, contents, icon=":material/format_quote:")


def citations(page: Page, label: str, of: Cited) -> None:
    """The citation of a number, with a button that copies it: several where several figures say it.

    A sum of one figure is that figure.
    """
    t = page.t
    if isinstance(of, Total) and len(of.figures) == 1:
        of = of.figures
    if isinstance(of, Total | Ratio):
        marks = (unreviewed(t, page.figure(key)) for key in getattr(of, "figures", ()))
        said = citation.of_sum(
            t,
            page.answer(store.bulletin),
            label,
            of,
            unreviewed=next(filter(None, marks), ""),
            version=version().version,
            link=address.link(),
            accessed=datetime.date.today(),
        )
        copyable(t, said, f"citation_{label}")
        return
    for key in of:
        copyable(t, citation.plain(t, cited(page, key)), f"citation_{label}_{key}")
