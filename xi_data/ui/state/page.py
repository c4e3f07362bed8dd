"""The page that a visitor is on: its view, its language and the bulletins that it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from xi_data.locale import Translator
from xi_data.record.version import version
from xi_data.ui.state.answers import figures_by_id, query
from xi_data.views import Question, View
from xi_data.views.request import located


class PageEnd(Exception):  # noqa: N818 - not an error
    """The page ends here; what stands around it goes on. After st.stop nothing could."""


def end() -> NoReturn:
    """End the page. Raises PageEnd, which the run of the page waits for."""
    raise PageEnd


@dataclass(frozen=True)
class Page:
    """A page in one run. bulletins: those that it speaks of, one unless its view may have more."""

    view: View
    t: Translator
    bulletins: tuple[str, ...]

    @property
    def question(self) -> Question:
        """What the page is asked where nothing is narrowed."""
        return Question(self.view.key, self.t.lang, self.bulletins)

    def answer(self, store_query: Any, **values: Any) -> Any:
        """The answer of one of store's queries about the page's bulletins."""
        return query(store_query, self.bulletins, self.t.lang, **values)

    def figure(self, key: str) -> Mapping[str, Any]:
        """A figure by its key in this page's address. Raises KeyError where there is none."""
        bulletin_id, figure_id = located(self.bulletins, key)
        return figures_by_id(bulletin_id, self.t.lang)[figure_id]

    def knows(self, key: str) -> bool:
        """Whether there is such a figure in the page's bulletins."""
        bulletin_id, figure_id = located(self.bulletins, key)
        known = bulletin_id in self.bulletins
        return known and figure_id in figures_by_id(bulletin_id, self.t.lang)

    def address(self, bulletin_id: str = "", **more: Any) -> dict[str, Any]:
        """Query of an address in this language, about these bulletins or about one of them."""
        bulletins = (bulletin_id,) if bulletin_id else self.bulletins
        named = {} if bulletins == (version().bulletin,) else {"bulletin": list(bulletins)}
        return {**more, "lang": self.t.lang, **named}
