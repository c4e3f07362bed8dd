"""The card of one proposal: what it says, why, what is doubtful; each part can be corrected."""

from collections.abc import Collection, Iterator
from functools import partial

import streamlit as st

from xi_data.locale import Translator
from xi_data.record.figures import Figure
from xi_data.review import marking
from xi_data.review.deciding import figures
from xi_data.review.doubts import doubts
from xi_data.review.draft import Draft
from xi_data.review.folding import ACCEPTED, OPEN, REJECTED, Reviewed
from xi_data.review.promote import UNTOLD
from xi_data.review.sums import relations
from xi_data.ui.review import steps
from xi_data.ui.review.fields import fields
from xi_data.ui.review.reasons import doubt_words, relation_words
from xi_data.ui.review.text import verdict_words
from xi_data.ui.state import keys
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover

_COLOURS = {OPEN: "blue", ACCEPTED: "green", REJECTED: "gray"}


def card(t: Translator, draft: Draft, figure_id: str, among: Collection[str]) -> None:
    """One proposal with its fields and the buttons that decide on it."""
    one = draft.state.by_id[figure_id]
    places = draft.state.numbers
    with st.container(border=True, gap="small", key=keys.PROPOSAL_CARD):
        place = t("{number} of {all}", number=places[figure_id] + 1, all=len(places))
        st.header(f":small[:gray[{t('Proposal')} · {place}]]", anchor=False)
        st.metric(t("Words"), plain(one.figure.mention), label_visibility="collapsed")
        # Always one element: what moves to another place is made anew, and loses the focus.
        st.markdown("  \n".join([_badges(t, draft, one), *_limits(t, one.figure)]))
        _verdicts(t, draft, one, among)
        if one.verdict != REJECTED:
            fields(t, draft, one)
        _related(t, draft, figure_id)


def _badges(t: Translator, draft: Draft, reviewed: Reviewed) -> str:
    names = doubt_words(t)
    badges = [f":{_COLOURS[reviewed.verdict]}-badge[{verdict_words(t)[reviewed.verdict]}]"]
    if reviewed.verdict == REJECTED:
        badges.append(plain(_rejections(t, draft).get(reviewed.reason, reviewed.reason)))
    badges += [
        f":orange-badge[:material/help: {names[why]}]"
        for why in doubts(draft).get(reviewed.figure.figure_id, ())
    ]
    return " ".join(badges)


def _limits(t: Translator, figure: Figure) -> Iterator[str]:
    """What the words of a hedged number leave open, where it is one."""
    if figure.qualifier == "exact" or figure.kind == "date":
        return
    low, high = (
        t("none") if limit is None else t.number(limit)
        for limit in (figure.value_low, figure.value_high)
    )
    said = t("Lower limit: {low}; upper limit: {high}", low=low, high=high)
    yield f":small[:gray[{said}]]"


def _verdicts(t: Translator, draft: Draft, reviewed: Reviewed, among: Collection[str]) -> None:
    key = reviewed.figure.figure_id
    with st.container(horizontal=True, gap="xsmall"):
        if reviewed.verdict == OPEN:
            st.button(
                t("Accept"),
                icon=":material/check:",
                key=keys.decide("accept"),
                on_click=steps.decide,
                args=(t, "accept", key, among),
            )
            popover(
                t("Reject"),
                keys.REJECTING,
                partial(_reject, t, draft, key, among),
                icon=":material/close:",
            )
        else:
            st.button(
                t("Reopen"),
                icon=":material/undo:",
                key=keys.decide("reopen"),
                on_click=steps.decide,
                args=(t, "reopen", key, among),
            )
        if reviewed.verdict != REJECTED and draft.text is not None:
            popover(
                t("Split or merge"),
                keys.decide("cut"),
                partial(_cut, t, draft, reviewed),
                icon=":material/content_cut:",
            )


def _rejections(t: Translator, draft: Draft) -> dict[str, str]:
    """Reason of a rejection to its words."""
    rows = draft.vocabulary("excuse_reasons")
    named = {key: row[f"label_{t.lang}"] for key, row in rows.items()}
    return {UNTOLD: named.pop(UNTOLD), **named}


def _reject(t: Translator, draft: Draft, key: str, among: Collection[str]) -> None:
    names = _rejections(t, draft)

    def reject() -> None:
        why = st.session_state[keys.WHY_REJECTED]
        steps.decide(t, "reject", key, among, why)
        st.session_state[keys.REJECTING] = False

    st.selectbox(
        t("Why it is no figure"), list(names), format_func=names.get, key=keys.WHY_REJECTED
    )
    st.button(t("Reject"), key=keys.decide("sure"), on_click=reject)


def _cut(t: Translator, draft: Draft, reviewed: Reviewed) -> None:
    """Split at a place of the words, or merge with the neighbour behind."""
    key, words = reviewed.figure.figure_id, reviewed.figure.mention
    places = [
        at
        for at in range(1, len(words))
        if not (words[at - 1].isnumeric() and words[at].isnumeric())  # never inside of a number
    ]
    if places:
        st.selectbox(
            t("Split it here"),
            places,
            format_func=lambda at: f"{words[:at]} | {words[at:]}",
            key=keys.split_at(key),
        )

        def split() -> None:
            at = reviewed.figure.start + st.session_state[keys.split_at(key)]
            steps.take(t, lambda draft: marking.split(draft, key, at))

        st.button(t("Split"), key=keys.decide("split"), on_click=split)
    standing = (each.figure for each in figures(draft) if each.verdict != REJECTED)
    behind = next((each for each in standing if each.start >= reviewed.figure.end), None)
    if behind:
        st.button(
            t("Merge with “{words}”", words=plain(behind.mention)),
            key=keys.decide("merge"),
            on_click=steps.take,
            args=(t, lambda draft: marking.merge(draft, key, behind.figure_id)),
        )


def _related(t: Translator, draft: Draft, figure_id: str) -> None:
    """The sums and repetitions that this figure is in, and whether they hold."""
    found = [one for one in relations(draft) if figure_id in (one.whole, *one.parts)]
    by_id = draft.state.by_id
    for one in found:
        icon = ":green[:material/check_circle:]" if one.holds else ":orange[:material/error:]"
        st.markdown(f":small[{icon} {plain(relation_words(t, by_id, one))}]")
