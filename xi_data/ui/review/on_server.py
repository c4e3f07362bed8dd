"""Keeping a review in the host's workspace, and taking up what is kept there."""

import streamlit as st

from xi_data.corpus.refusals import WorkspaceError
from xi_data.corpus.workspace import ChangedMeanwhileError, Saved, save
from xi_data.locale import Translator
from xi_data.record.bulletins import read_bulletins
from xi_data.record.errors import DataError
from xi_data.review.draft import Draft
from xi_data.review.promote import promote
from xi_data.review.taking_up import taken_up
from xi_data.ui.review import steps
from xi_data.ui.state import brought, keys, workspace
from xi_data.ui.widgets.headings import aside, header
from xi_data.ui.widgets.markdown import plain


def keep(t: Translator, draft: Draft) -> None:
    """A button that keeps the draft on the server, where the host wants any kept."""
    if workspace.folder() is None:
        return
    st.button(
        t("Keep on this server"),
        icon=":material/save:",
        key=keys.on_shelf("keep", draft.bulletin_id),
        help=t("Everybody who uses this explorer sees it then, with its text."),
        on_click=_keep,
        args=(t, draft.bulletin_id),
    )
    if kept := st.session_state.get(keys.KEPT, {}).get(draft.bulletin_id):
        version, decisions = kept
        if decisions == len(draft.decisions):
            aside(t("kept as version {number}", number=version))


def _keep(t: Translator, bulletin_id: str) -> None:
    draft, folder = brought.drafts()[bulletin_id], workspace.folder()
    loaded, _ = st.session_state.get(keys.KEPT, {}).get(bulletin_id, (0, 0))
    try:
        saved = save(folder, bulletin_id, promote(draft, with_text=True), loaded)
    except ChangedMeanwhileError:
        _refuse(
            t(
                "Not kept: somebody else has kept another version of this bulletin. Download "
                "yours, take up theirs, and decide anew what differs."
            )
        )
    except (WorkspaceError, DataError) as error:
        _refuse(t("Not kept: {why}", why=error.in_words(t)))
    else:
        _remember(saved, draft)
        brought.saving(draft)()


def _remember(saved: Saved, draft: Draft) -> None:
    known = st.session_state.get(keys.KEPT, {})
    entry = {saved.bulletin_id: (saved.version, len(draft.decisions))}
    st.session_state[keys.KEPT] = known | entry


def _refuse(why: str) -> None:
    st.session_state[keys.REVIEW_ERROR] = why


def shelf(t: Translator) -> None:
    """What is kept on the server, each to be taken up; what cannot be shown, and why."""
    if workspace.folder() is None:
        return
    wrong = workspace.broken()
    kept = [one for one in workspace.packages() if one.bulletin_id not in wrong]
    if kept:
        header(t("Kept on this server"))
    names = {key: row["title_zh"] for key, row in _rows(kept).items()}
    for one in kept:
        st.button(
            plain(names.get(one.bulletin_id, one.bulletin_id)),
            icon=":material/rate_review:",
            key=keys.on_shelf("take_up", one.bulletin_id),
            type="tertiary",
            on_click=_take_up,
            args=(t, one),
        )
    for key, why in wrong.items():
        st.error(plain(t("{name}: {why}", name=key, why=why.in_words(t))), icon=":material/error:")


def _rows(packages: list[Saved]) -> dict[str, dict]:
    return {key: row for one in packages for key, row in read_bulletins(one.path).items()}


def _take_up(t: Translator, saved: Saved) -> None:
    """Callback: review what is kept; a draft of the same bulletin gives way to it."""
    try:
        [draft] = taken_up(saved.path)
        brought.add(draft)
    except DataError as error:
        _refuse(t("{name}: {why}", name=saved.bulletin_id, why=error.in_words(t)))
        return
    _remember(saved, draft)
    brought.saving(draft)()
    steps.begin(draft.bulletin_id)
