"""How a figure stands to others of its bulletin."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from xi_data import store
from xi_data.locale import Translator, translator
from xi_data.memory import memoised
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import Page
from xi_data.views.request import figure_key, located


class Related(NamedTuple):
    """One relation: kind, whether it leads from the figure, icon and phrase; the other figure."""

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
            *_phrase(translator(lang), one),
            figure_key(bulletins, one["bulletin_id"], one["figure_id"]),
            one,
        )
        for one in found.to_dict("records")
    ]


def _phrase(t: Translator, relation: Mapping[str, Any]) -> tuple[str, str]:
    """Icon and words of a relation, as seen from the figure."""
    directed = {
        ("part_of", True): ("subdirectory_arrow_right", t("part of")),
        ("part_of", False): ("join_inner", t("contains")),
        ("restates", True): ("repeat", t("repeats")),
        ("restates", False): ("repeat", t("repeated in")),
    }
    icons = {"conflicts_with": "error", "odd_beside": "flag"}
    either = (icons.get(relation["relation"], "equal"), relation["relation_label"])
    return directed.get((relation["relation"], relation["forward"]), either)
