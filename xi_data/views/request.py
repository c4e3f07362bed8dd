"""An address or a command line read as a request: what it asks of which view, or why it cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any
from urllib.parse import SplitResult, parse_qs, urlencode, urlsplit

from xi_data import store
from xi_data.locale import Translator
from xi_data.record.version import version
from xi_data.views.filters import Filter
from xi_data.views.params import UnknownValueError, ours
from xi_data.views.question import Query, Question
from xi_data.views.register import VIEWS, View

SHOWN_ONLY = frozenset({"lang", "figure", "embed", "embed_options"})
"""Keys of every page's address that say how rows are shown, and not which."""

_MOST = 30  # choices that an error lists
_LONGEST = 100  # characters of a key or value that it repeats


Parameters = Mapping[str, Sequence[str]]
"""Keys of an address with their values."""


class RequestError(Exception):
    """A key or a value that a view does not know, with what it does know."""

    def __init__(self, key: str, value: str | None, allowed: Sequence[str]):
        known = ", ".join(allowed[:_MOST]) + (", ..." if len(allowed) > _MOST else "")
        key, value = key[:_LONGEST], value and value[:_LONGEST]
        what = f"the key {key!r}" if value is None else f"{key} = {value!r}"
        super().__init__(f"this view does not know {what}; it knows: {known}")
        self.key, self.value, self.allowed = key, value, tuple(allowed)


@dataclass(frozen=True)
class Request:
    """What an address asks.

    question: which rows. switches: how they are shown, key to choice. figure: the one that
    somebody selected, which narrows nothing; thing: the one thing that the view is about. Figures
    are named as figure_key names them. "" where none is.
    """

    question: Question
    switches: Mapping[str, str]
    figure: str = ""
    thing: str = ""

    @property
    def view(self) -> View:
        """The view that is asked."""
        return VIEWS[self.question.view]


def figure_key(bulletins: Sequence[str], bulletin_id: str, figure_id: str) -> str:
    """How an address about these bulletins names a figure: of several, with its bulletin."""
    return figure_id if len(bulletins) == 1 else f"{bulletin_id}/{figure_id}"


def located(bulletins: Sequence[str], key: str) -> tuple[str, str]:
    """Bulletin and figure that such a key names; the reverse of figure_key."""
    if len(bulletins) == 1:
        return bulletins[0], key
    bulletin_id, _, figure_id = key.partition("/")
    return bulletin_id, figure_id


def read_link(link: str) -> tuple[View, dict[str, list[str]]]:
    """The view of a page's address and what it asks, such as /closures?group=leisure&lang=zh.

    A view's key is such an address too. Below a host, a last part that resembles no view's key is
    where the explorer lives: the first view. Raises RequestError for another page, and for what is
    no address.
    """
    address = _split(link)
    *above, key = address.path.rstrip("/").split("/")
    home = bool(address.netloc) and not set(above) & set(VIEWS) and not _resembles_view(key)
    if key not in VIEWS and (not key or home):
        key = next(iter(VIEWS))
    if key not in VIEWS:
        raise RequestError("view", key, list(VIEWS))
    return VIEWS[key], ours(parse_qs(address.query, keep_blank_values=True))


def _resembles_view(key: str) -> bool:
    return bool(get_close_matches(key, VIEWS, n=1, cutoff=0.6))


def _split(link: str) -> SplitResult:
    try:
        return urlsplit(link)
    except ValueError:  # such as a bracket that nothing closes
        raise RequestError("view", link, list(VIEWS)) from None


def canonical(link: str) -> str:
    """The link without what others appended to it, under the names of today.

    Raises RequestError for what is no address.
    """
    address = _split(link)
    asked = parse_qs(address.query, keep_blank_values=True)
    kept = ours(asked)
    same = list(kept) == list(asked)
    return link if same else address._replace(query=urlencode(kept, doseq=True)).geturl()


def read_request(view: View, t: Translator, query: Query, parameters: Parameters) -> Request:
    """What the view's page shows at an address with these keys and values.

    Raises RequestError for a key or a value that the view does not know: where a page says what
    it left out and goes on, a program would take the wrong rows for the right ones.
    """
    parameters = ours(parameters)
    bulletins = read_bulletins(view, query, t, parameters)
    filters = view.filters(t, query, bulletins)
    switches = view.switches(t)
    known = [one.key for one in filters]
    known += [view.thing] * bool(view.thing)
    allowed = {*known, *(one.key for one in switches), "bulletin", *SHOWN_ONLY}
    for key in parameters:
        if key not in allowed:
            raise RequestError(key, None, known)
    values = tuple((one.key, one.argument(_decoded(one, parameters))) for one in filters)
    question = Question(view.key, t.lang, bulletins, values)
    return Request(
        question,
        {one.key: _decoded(one, parameters) for one in switches},
        thing=_figure(query, question, parameters) if view.thing == "id" else "",
    )


def read_bulletins(
    view: View, query: Query, t: Translator, parameters: Parameters
) -> tuple[str, ...]:
    """The bulletins that an address speaks of. Raises RequestError for none, or too many for it."""
    if "bulletin" not in parameters:
        return (version().bulletin,)
    known = list(query(store.bulletins, t.lang)["bulletin_id"])
    named = tuple(dict.fromkeys(parameters["bulletin"]))
    for one in named:
        if one not in known:
            raise RequestError("bulletin", one, known)
    if len(named) > 1 and not view.several:
        raise RequestError("bulletin", ", ".join(named), [f"one of {one}" for one in named])
    return named


def active_filters(t: Translator, query: Query, question: Question) -> dict[str, str]:
    """Key of each filter in force to its words, in the order of the view's filters."""
    filters = VIEWS[question.view].filters(t, query, question.bulletins)
    arguments = question.arguments
    said = {one.key: one.phrase(t, arguments.get(one.key)) for one in filters}
    return {key: words for key, words in said.items() if words}


def _decoded(filter_: Filter, parameters: Parameters) -> Any:
    if filter_.key not in parameters:
        return filter_.param.default
    try:
        return filter_.param.decode(list(parameters[filter_.key]))
    except UnknownValueError as error:
        words = [f"at most {error.most} characters"] if error.most else []
        known = words or [str(name) for name in filter_.names]
        raise RequestError(filter_.key, str(error), known) from None


def _figure(query: Query, question: Question, parameters: Parameters) -> str:
    """The figure that an address is about."""
    if "id" not in parameters:
        raise RequestError("id", "", ["the key of a figure"])
    value = parameters["id"][-1]
    bulletins = question.bulletins
    bulletin_id, figure_id = located(bulletins, value)
    known = ()
    if bulletin_id in bulletins:
        known = tuple(query(store.figures, (bulletin_id,), question.lang)["figure_id"])
    if figure_id not in known:
        raise RequestError("id", value, [figure_key(bulletins, bulletin_id, one) for one in known])
    return value
