"""What a visitor brought, as the tab of her browser keeps it and gives it back to a new session."""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from xi_data import limits, memory
from xi_data.locale import Translator, translator
from xi_data.matching.copies import MOST_CHARACTERS
from xi_data.opening.opened import CannotOpenError
from xi_data.record.bulletins import read_bulletins
from xi_data.record.errors import DataError
from xi_data.review.draft import Draft
from xi_data.review.kept import package_of, put_together, same_package, steps_of
from xi_data.ui.article import copy
from xi_data.ui.review.bring import again, require_room
from xi_data.ui.state import address, brought, keys
from xi_data.ui.widgets.markdown import plain


def anything() -> bool:
    """Whether this session has ever held what a visitor brought."""
    return keys.DRAFTS in st.session_state or keys.OWN_TEXTS in st.session_state


def packages() -> dict[str, Any]:
    """What changes when something is brought, as JSON.

    What does not fit into a tab is only named: that it will be lost.
    """
    made, texts, left = {}, {}, []
    room = limits.TAB_CHARACTERS
    for key, draft in brought.drafts().items():
        package = _package(draft)
        if len(package) <= room:
            room -= len(package)
            made[key] = package
        else:
            left.append(draft.bulletin.title)
    for key, one in copy.own_texts().items():
        if len(one.text) <= room:
            room -= len(one.text)
            texts[key] = [one.text, one.name]
        else:
            left.append(one.name or key)
    return {"packages": made, "texts": texts, "left": left}


def steps() -> dict[str, Any]:
    """What changes with each decision, as JSON."""
    return {
        "steps": {key: steps_of(one) for key, one in brought.drafts().items()},
        "reviewed": st.session_state.get(keys.REVIEWED, ""),
    }


def too_large() -> list[str]:
    """Titles of what the tab cannot keep."""
    return packages()["left"]


def _package(draft: Draft) -> str:
    """The package of a draft, made once for all decisions on it."""
    made = st.session_state.get(keys.PACKAGES, {})
    before, package = made.get(draft.bulletin_id, (None, ""))
    if before is None or not same_package(before, draft):
        package = package_of(draft)
        st.session_state[keys.PACKAGES] = made | {draft.bulletin_id: (draft, package)}
    return package


def give_back(held: Any) -> None:
    """Callback: hold what a tab has kept, where this session has never held anything.

    It comes from a browser, so it is taken up as any package and text is, or refused with words.
    """
    if anything():
        return
    held = _mapping(_mapping(held).get("kept"))
    brought.hold()
    t = translator(st.session_state[keys.LANG])
    steps = _mapping(held.get("steps"))
    lost = [plain(str(one)) for one in _list(held.get("left"))]
    for key, package in _mapping(held.get("packages")).items():
        try:
            draft = again(t, put_together(str(package), _list(steps.get(key))), set())
            require_room(t, draft)
            brought.add(draft)
        except (CannotOpenError, DataError) as error:
            lost.append(t("{name}: {why}", name=plain(key), why=plain(error.in_words(t))))
    if brought.drafts():
        address.again(keys.BULLETIN)
    if str(held.get("reviewed")) in brought.drafts():
        st.session_state[keys.REVIEWED] = held["reviewed"]
    _give_texts_back(_mapping(held.get("texts")))
    st.session_state[keys.GIVEN_BACK] = lost


def _give_texts_back(texts: Mapping[str, Any]) -> None:
    for key, kept in texts.items():
        text, name = (*_list(kept), "", "")[:2]
        known = key in read_bulletins(memory.realm().data)
        if known and isinstance(text, str) and 0 < len(text) <= MOST_CHARACTERS:
            copy.keep(key, text, str(name))


def told(t: Translator) -> None:
    """Say, once, what was given back and what was lost."""
    lost = st.session_state.pop(keys.GIVEN_BACK, None)
    if lost is None:
        return
    if brought.drafts() or copy.own_texts():
        st.toast(
            t("The session was lost. What you brought is here again, with every decision."),
            icon=":material/history:",
            duration="long",
        )
    if lost:
        st.toast(
            t("The session was lost, and with it: {what}. Bring it again.", what=t.listed(lost)),
            icon=":material/error:",
            duration="infinite",
        )


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else []
