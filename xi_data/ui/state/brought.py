"""What a visitor brought: drafts in that session alone, and the realm in which pages see them."""

import io
import zipfile
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from xi_data import limits, memory
from xi_data.record.bulletins import read_bulletins
from xi_data.record.errors import DataError
from xi_data.record.merged import merged
from xi_data.review.draft import Draft
from xi_data.review.kept import decision_characters
from xi_data.review.promote import promote
from xi_data.ui.state import keys
from xi_data.ui.state.answers import database

MOST = 30
"""Bulletins that a session can hold."""

MOST_CHARACTERS, MOST_FIGURES = 1_000_000, 20_000
"""Of all bulletins of a session together: they take 60 MB of the server."""

MOST_ANSWERS = 16 * 2**20
"""Bytes of answers that are kept for one visitor alone."""

_NONE: Mapping[str, Draft] = MappingProxyType({})


def drafts() -> Mapping[str, Draft]:
    """Every draft of this session by its bulletin's key, in the order in which they came."""
    return st.session_state.get(keys.DRAFTS, _NONE)


def holds(bulletins: Collection[str]) -> bool:
    """Whether any of these bulletins is one that this visitor brought."""
    return not drafts().keys().isdisjoint(bulletins)


def taken() -> Collection[str]:
    """Keys of all bulletins that this visitor sees, and of what she has brought."""
    return {*read_bulletins(memory.realm().data), *drafts()}


def have_room(draft: Draft) -> bool:
    """Whether a draft, in the place of its like, keeps within what a session can hold."""
    every = _with(draft)
    return (
        sum(len(one.text or "") for one in every) <= MOST_CHARACTERS
        and sum(len(one.proposals) for one in every) <= MOST_FIGURES
        and can_decide(draft)
    )


def can_decide(draft: Draft) -> bool:
    """Whether a session can hold the decisions of a draft, in the place of its like."""
    return sum(map(decision_characters, _with(draft))) <= limits.DECISION_CHARACTERS


def _with(draft: Draft) -> list[Draft]:
    return [*(one for key, one in drafts().items() if key != draft.bulletin_id), draft]


def hold(*held: Draft) -> None:
    """Keep drafts in the place of those with the same keys. The pages see them once settled."""
    st.session_state[keys.DRAFTS] = {**drafts(), **{one.bulletin_id: one for one in held}}


def let_go(bulletin_id: str) -> None:
    """Callback: forget a draft, also where pages speak of it."""
    st.session_state[keys.DRAFTS] = {k: one for k, one in drafts().items() if k != bulletin_id}
    settle()


def saving(*safe: Draft) -> Callable[[], None]:
    """What takes note that these drafts are elsewhere as well now; to be called from anywhere."""
    known = st.session_state.setdefault(keys.SAVED, {})
    return lambda: known.update({one.bulletin_id: one.decisions for one in safe})


def unsaved() -> bool:
    """Whether anything that was decided is in this session alone."""
    safe = st.session_state.get(keys.SAVED, {})
    return any(one.decisions != safe.get(key, ()) for key, one in drafts().items())


def settle() -> None:
    """Let the pages see the drafts as they are now.

    Raises errors.DataError where the store takes them for broken; pages see what they saw before.
    """
    now = drafts()
    seen, _ = st.session_state.get(keys.OWN_REALM, (_NONE, None))
    if now is seen:
        return
    own = None
    if now:
        package = zipfile.Path(zipfile.ZipFile(io.BytesIO(promote(*now.values(), with_text=True))))
        data = merged([memory.shared().data, package])
        own = memory.Realm(data, own=True, most=MOST_ANSWERS)
        with memory.within(own):
            database()
    st.session_state[keys.OWN_REALM] = (now, own)


def add(*held: Draft) -> None:
    """Hold drafts and settle. Raises errors.DataError as settle does; they are not held then."""
    before = drafts()
    hold(*held)
    try:
        settle()
    except DataError:
        st.session_state[keys.DRAFTS] = before
        raise


def _own_realm() -> memory.Realm | None:
    """The realm of the session that runs in this thread, where it has brought something."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    _, own = st.session_state.get(keys.OWN_REALM, (_NONE, None))
    return own


memory.find_realm(_own_realm)
