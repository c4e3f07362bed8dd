"""The view's state in the URL: language-neutral keys, defaults left out, bad values refused.

Session state holds the values under the same keys, as widgets do; the URL is the copy that a reader
can share. A run reads it once, and writes it once at its end, so that one change is one step of
Back. The URL wins when it is not the one we wrote last: first visit, Back and Forward, links.
"""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from xi_data.ui.state import keys
from xi_data.views.params import Param, UnknownValueError, ours
from xi_data.views.request import SHOWN_ONLY

Query = dict[str, list[str]]


def embedded() -> bool:
    """Whether the view stands in a frame: its address has embed=true, which Streamlit reads."""
    return bool(st.context.is_embedded)


@dataclass(frozen=True)
class Refused:
    """What a key had that the page does not take. most: characters that it does, where too many."""

    values: tuple[str, ...]
    most: int = 0


@dataclass
class _Address:
    """What a session knows of its URL.

    page: its address without a query. came: to another page in this run, or to the first.
    given: the query of this run; news: it says what session state does not know yet. written: the
    query that the last run wrote. mended: the one that it was written over, which may still be
    sent for a while. wanted: what this run will write. arrived: what was given on arrival here;
    once_more: it is to be read again. resumed: the browser had the page before this session, and
    stays on it. touched: a widget has changed the view. language: of each key's labels. refused:
    parts of the link, until the view changes.
    """

    page: str = ""
    came: bool = True
    given: Query = field(default_factory=dict)
    news: bool = False
    written: Query = field(default_factory=dict)
    mended: Query | None = None
    wanted: Query = field(default_factory=dict)
    arrived: Query = field(default_factory=dict)
    once_more: bool = False
    resumed: bool = False
    touched: bool = False
    language: dict[str, str] = field(default_factory=dict)
    refused: dict[str, Refused] = field(default_factory=dict)


def begin() -> None:
    """First call of a run: whether the session came to another page, and whether its URL is news.

    It is news unless we wrote it. It is not after a click in the navigation, which drops every key,
    nor while the reader changes a widget: with two quick changes the second one comes with the URL
    of before the first.
    """
    if keys.ADDRESS not in st.session_state:
        st.session_state[keys.ADDRESS] = _Address()
        st.session_state.update(
            {keys.CHART_ROUND: 0, keys.CHART_PICKED: None, keys.REVEALED: (0, "")}
        )
    now = _now()
    now.came = now.came or now.page != st.context.url
    now.page = st.context.url or ""
    now.given = {key: st.query_params.get_all(key) for key in st.query_params}
    if now.once_more:
        now.given = now.arrived
    elif now.came:
        now.arrived = now.given
    now.wanted = {}
    if now.came or now.given == now.written:
        now.mended = None
    known = now.given in (now.written, now.mended) or (now.came and not now.given)
    now.news = not known and not now.touched
    if now.news or now.came:
        now.refused = {}


def pull(params: Sequence[Param]) -> None:
    """Before the widgets: session state from the URL where it is news, bad values refused.

    A click that cuts the first run short leaves parts of the URL that session state has not yet.
    """
    now, asked = _now(), ours(_now().given)
    for param in params:
        if not now.news and (param.key not in asked or param.key in st.session_state):
            continue
        value = param.default
        if param.key in asked:
            try:
                value = param.decode(asked[param.key])
            except UnknownValueError as error:
                value = error.rest
                refuse({param.key: Refused(error.unknown, error.most)})
        st.session_state[param.key] = value
    for param in params:
        _renew(param)


def refuse(refused: Mapping[str, Refused]) -> None:
    """Keep what was refused for the page's notice, until the view changes."""
    _now().refused |= refused


def refused(known: Collection[str]) -> dict[str, Refused]:
    """What was refused, keys that the page does not know among it; known: those that it does."""
    now = _now()
    if now.news:
        unknown = {key: values for key, values in ours(now.given).items() if key not in known}
        refuse({k: Refused(tuple(v)) for k, v in unknown.items() if k not in SHOWN_ONLY})
    return now.refused


def push(params: Sequence[Param]) -> None:
    """After the widgets: what the URL is to say of these, from session state."""
    _now().wanted |= {
        param.key: param.encode(st.session_state[param.key])
        for param in params
        if param.always or st.session_state[param.key] != param.default
    }


def keep(known: Collection[str]) -> None:
    """What the URL says of switches that this page knows and does not draw now stays in it."""
    given = ours(_now().given)
    _now().wanted |= {key: given[key] for key in known if key in given}


def write() -> dict[str, str]:
    """Last call of a run: the URL says what was pushed, in one step of Back.

    On arrival a write of Streamlit's would be a step of its own, and for a while below the path of
    the page that was left. So the browser is asked to put the URL right in place: with the query
    returned, which has a name of its own each time. Nothing where there is nothing to put right.
    """
    now = _now()
    if not now.wanted:
        return {}  # the page ended before it knew what it shows
    same, came = now.given == now.wanted and not now.once_more, now.came and not now.resumed
    if came:
        now.mended = None if same else now.given
    elif now.news or now.resumed or not same:
        # Also where the server has it already: a link to the page on show reaches the server alone.
        st.query_params.from_dict(now.given if same else now.wanted)
    now.written, now.came, now.touched = now.wanted, False, False
    now.once_more = now.resumed = False
    if not came or same:
        return {}
    return {"query": urlencode(now.written, doseq=True), "name": secrets.token_hex(4)}


def touch() -> None:
    """Callback of a widget that changes the view: session state is right until it is written."""
    _now().touched = True
    _now().refused = {}


def resume() -> None:
    """Once a page is drawn that the browser had before: its address is told as after a click."""
    _now().resumed = True


def again(key: str) -> None:
    """Callback: the next run reads anew what the address said on arrival: it may be known now.

    Of a page that is resumed only this key: the rest may have been changed by a click meanwhile.
    """
    now = _now()
    if now.resumed:
        st.session_state.pop(key, None)
    else:
        now.came, now.once_more, now.written, now.touched = True, True, {}, False


def query() -> Query:
    """The query of the view on show: what was pushed, before that what was given."""
    now = _now()
    return dict(now.wanted or ours(now.given))


def written(param: Param) -> Any:
    """The value that the last run has shown."""
    now = _now()
    return param.decode(now.written[param.key]) if param.key in now.written else param.default


def link(**changed: str) -> str:
    """The address of the view on show, with some keys changed."""
    asked = query() | {key: [value] for key, value in changed.items()}
    return f"{st.context.url or ''}?{urlencode(sorted(asked.items()), doseq=True)}"


def _now() -> _Address:
    return st.session_state[keys.ADDRESS]


def _renew(param: Param) -> None:
    """Put right a value unknown here; write it on a new page and in a new language.

    A new page has new widgets, and one whose labels change language keeps its value only if it is
    written again. To write it on every run would undo what the reader does meanwhile, such as the
    next step of a slider.
    """
    now, key = _now(), param.key
    value = _still_valid(param)
    lang = st.session_state.get(keys.LANG)
    if (
        key not in st.session_state
        or st.session_state[key] != value
        or now.language.get(key) != lang
        or now.came
    ):
        st.session_state[key] = value
        now.language[key] = lang


def _still_valid(param: Param) -> Any:
    """The value in session state, or the default where another page left one unknown here."""
    value = st.session_state.get(param.key, param.default)
    if value == param.default:
        return param.default
    try:
        return param.decode(param.encode(value))
    except (ValueError, IndexError, TypeError):
        return param.default
