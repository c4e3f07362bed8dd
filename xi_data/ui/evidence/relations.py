"""How a figure stands to others of its bulletin."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from xi_data import store
from xi_data.locale import translator
from xi_data.memory import memoised
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import Page
from xi_data.views.request import figure_key, located
from xi_data.wording import with_basis


class Related(NamedTuple):
    """One relation: kind, whether it leads from the figure, icon, phrase with its basis; the other
    figure.
    """

    kind: str
    forward: bool
    icon: str
    phrase: str
    key: str
    figure: Mapping[str, Any]

    @property
    def label(self) -> str:
        """What the other figure counts."""
        return self.figure["label"]

    @property
    def status_label(self) -> str:
        """Its status in words, or ""."""
        return self.figure["status_label"]


def related(page: Page, key: str) -> list[Related]:
    """The relations of a figure, those that lead from it first."""
    return _related(page.bulletins, page.t.lang, *located(page.bulletins, key))


@memoised
def _related(
    bulletins: tuple[str, ...], lang: str, bulletin_id: str, figure_id: str
) -> list[Related]:
    found = query(store.relations, (bulletin_id,), lang, figure_id=figure_id)
    return [
        Related(
            one["relation"],
            one["forward"],
            one["relation_icon"],
            with_basis(translator(lang), one["relation_label"], one["basis"]),
            figure_key(bulletins, one["bulletin_id"], one["figure_id"]),
            one,
        )
        for one in found.to_dict("records")
    ]
