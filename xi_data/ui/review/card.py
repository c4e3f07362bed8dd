"""The card of one proposal: what it says, why, what is doubtful; each part can be corrected."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

import streamlit as st

from xi_data.locale import Translator
from xi_data.reading.rule_tables import vocabulary
from xi_data.review import deciding, marking
from xi_data.review.deciding import figures
from xi_data.review.doubts import doubts
from xi_data.review.draft import Draft
from xi_data.review.folding import ACCEPTED, OPEN, REJECTED, Reviewed
from xi_data.review.promote import UNTOLD
from xi_data.review.sums import Relation, relations
from xi_data.ui.review import steps
from xi_data.ui.review.reasons import doubt_words, reason_words, reasons
from xi_data.ui.review.text import verdict_words
from xi_data.ui.state import keys
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.popover import popover

_NONE = ""
_COLOURS = {OPEN: "blue", ACCEPTED: "green", REJECTED: "gray"}


def card(t: Translator, draft: Draft, figure_id: str, among: Collection[str]) -> None:
    """One proposal with its fields and the buttons that decide on it."""
    one = draft.state.by_id[figure_id]
    order = [each.figure.figure_id for each in figures(draft)]
    with st.container(border=True, gap="small", key=keys.PROPOSAL_CARD):
        place = t("{number} of {all}", number=order.index(figure_id) + 1, all=len(order))
        st.header(f":small[:gray[{t('Proposal')} · {place}]]", anchor=False)
        st.metric(t("Words"), plain(one.figure.mention), label_visibility="collapsed")
        _badges(t, draft, one)
        _verdicts(t, draft, one, among)
        if one.verdict != REJECTED:
            _fields(t, draft, one)
        _related(t, draft, figure_id)


def _badges(t: Translator, draft: Draft, one: Reviewed) -> None:
    names = doubt_words(t)
    badges = [f":{_COLOURS[one.verdict]}-badge[{verdict_words(t)[one.verdict]}]"]
    if one.verdict == REJECTED:
        badges.append(plain(_rejections(t).get(one.reason, one.reason)))
    badges += [
        f":orange-badge[:material/help: {names[why]}]"
        for why in doubts(draft).get(one.figure.figure_id, ())
    ]
    st.markdown(" ".join(badges))


def _verdicts(t: Translator, draft: Draft, one: Reviewed, among: Collection[str]) -> None:
    key = one.figure.figure_id
    with st.container(horizontal=True, gap="xsmall"):
        if one.verdict == OPEN:
            st.button(
                t("Accept"),
                icon=":material/check:",
                type="primary",
                key=keys.decide("accept"),
                on_click=steps.decide,
                args=(t, "accept", key, among),
            )
            popover(
                t("Reject"),
                keys.decide("reject"),
                partial(_reject, t, key, among),
                icon=":material/close:",
            )
        else:
            st.button(
                t("Take back"),
                icon=":material/undo:",
                key=keys.decide("reopen"),
                on_click=steps.decide,
                args=(t, "reopen", key, among),
            )
        if one.verdict != REJECTED and draft.text is not None:
            popover(
                t("Split or merge"),
                keys.decide("cut"),
                partial(_cut, t, draft, one),
                icon=":material/content_cut:",
            )


def _rejections(t: Translator) -> dict[str, str]:
    """Reason of a rejection to its words."""
    named = {key: row[f"label_{t.lang}"] for key, row in vocabulary("excuse_reasons").items()}
    return {UNTOLD: named.pop(UNTOLD), **named}


def _reject(t: Translator, key: str, among: Collection[str]) -> None:
    names = _rejections(t)

    def reject() -> None:
        why = st.session_state[keys.decide("why")]
        steps.decide(t, "reject", key, among, why)
        st.session_state[keys.decide("reject")] = False

    st.selectbox(
        t("Why it is no figure"), list(names), format_func=names.get, key=keys.decide("why")
    )
    st.button(t("Reject"), key=keys.decide("sure"), on_click=reject, type="primary")


def _cut(t: Translator, draft: Draft, one: Reviewed) -> None:
    """Split at a place of the words, or merge with the neighbour behind."""
    key, words = one.figure.figure_id, one.figure.mention
    places = list(range(1, len(words)))
    if places:
        st.selectbox(
            t("Split it here"),
            places,
            format_func=lambda at: f"{words[:at]} | {words[at:]}",
            key=keys.decide("at"),
        )

        def split() -> None:
            at = one.figure.start + st.session_state[keys.decide("at")]
            steps.take(t, lambda draft: marking.split(draft, key, at))

        st.button(t("Split"), key=keys.decide("split"), on_click=split)
    every = [each.figure for each in figures(draft) if each.verdict != REJECTED]
    behind = next((each for each in every if each.start >= one.figure.end), None)
    if behind:
        st.button(
            t("Merge with “{words}”", words=plain(behind.mention)),
            key=keys.decide("merge"),
            on_click=steps.take,
            args=(t, lambda draft: marking.merge(draft, key, behind.figure_id)),
        )


def _fields(t: Translator, draft: Draft, one: Reviewed) -> None:
    """Each column with its value, its reason, and what was proposed where it differs."""
    figure = one.figure
    why = {each.column: reason_words(t, each) for each in reasons(figure)}
    dated = figure.kind == "date"
    names = {
        **({"date": t("Date")} if dated else {"value": t("Value")}),
        "qualifier": t("Wording"),
        "unit": t("Unit"),
        "topic": t("Topic"),
        "category": t("Category"),
        "status": t("Status"),
        "subject": t("Counted noun"),
        "as_of": t("As of"),
        "label_en": t("Name in English"),
        "label_zh": t("Name in Chinese"),
    }
    if dated:
        names = {k: v for k, v in names.items() if k in ("date", "label_en", "label_zh")}
    left, right = st.columns(2, gap="small")
    for number, (column, name) in enumerate(names.items()):
        with left if number % 2 == 0 else right, st.container(gap=None):
            _field(t, one, column, name)
            if column in why:
                aside(plain(why[column]))
            if column in one.changed:
                before = _words(t, column, getattr(one.proposed, column))
                aside(t("Proposed: {value}", value=plain(before)))


def _field(t: Translator, one: Reviewed, column: str, name: str) -> None:
    key, widget = one.figure.figure_id, keys.field(column)
    now = getattr(one.figure, column)
    if column == "date":
        now = now or one.figure.date_partial

    def changed() -> None:
        value = st.session_state[widget]
        steps.take(t, lambda draft: deciding.change(draft, key, {column: value}))

    if column in _TABLES:
        choices = _choices(t, column, one)
        st.session_state[widget] = now or _NONE
        st.selectbox(name, list(choices), format_func=choices.get, key=widget, on_change=changed)
    else:
        st.session_state[widget] = _written(now)
        st.text_input(name, key=widget, on_change=changed)


_TABLES = {
    "qualifier": "qualifiers",
    "unit": "units",
    "topic": "topics",
    "category": "categories",
    "status": "statuses",
}
_MAY_LACK = ("category", "status")


def _choices(t: Translator, column: str, one: Reviewed) -> dict[str, str]:
    """Keys that a column can have, with their names, in the order of the names."""
    rows = vocabulary(_TABLES[column])
    if column == "category":
        rows = {key: row for key, row in rows.items() if row["topic"] == one.figure.topic}
    named = {key: _named(t, column, key) for key in rows}
    if column != "qualifier":
        named = dict(sorted(named.items(), key=lambda pair: pair[1]))
    return ({_NONE: t("none")} if column in _MAY_LACK else {}) | named


def _named(t: Translator, column: str, key: str) -> str:
    """A key's name; of a category below a group with the group's."""
    rows = vocabulary(_TABLES[column])
    name = rows[key][f"label_{t.lang}"]
    above = rows[key].get("parent") if column == "category" else None
    return t.pair(rows[above][f"label_{t.lang}"], name) if above else name


def _words(t: Translator, column: str, value: Any) -> str:
    """A column's value as a person reads it."""
    if value in (None, ""):
        return t("none")
    return _named(t, column, value) if column in _TABLES else _written(value)


def _written(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _related(t: Translator, draft: Draft, figure_id: str) -> None:
    """The sums and repetitions that this figure is in, and whether they hold."""
    found = [one for one in relations(draft) if figure_id in (one.whole, *one.parts)]
    by_id = draft.state.by_id
    for one in found:
        icon = ":green[:material/check_circle:]" if one.holds else ":orange[:material/error:]"
        st.markdown(f":small[{icon} {plain(relation_words(t, by_id, one))}]")


def relation_words(t: Translator, by_id: Mapping[str, Reviewed], one: Relation) -> str:
    """A relation inside the bulletin in words, and by how much it fails."""
    whole = by_id[one.whole].figure.mention
    parts = [by_id[key].figure.mention for key in one.parts]
    if one.relation == "restates":
        return t("{parts} repeats {whole}", parts=t.listed(parts), whole=whole)
    if one.relation == "same_thing_in_other_unit":
        return t("{parts} and {whole}: one thing in two units", parts=t.listed(parts), whole=whole)
    added = " + ".join(parts)
    if one.holds:
        return f"{whole} = {added}"
    difference = t.number(abs(one.difference))
    if one.difference > 0:
        return t(
            "{whole} ≠ {parts}: {number} missing from the parts",
            whole=whole,
            parts=added,
            number=difference,
        )
    return t(
        "{whole} ≠ {parts}: the parts are {number} too many",
        whole=whole,
        parts=added,
        number=difference,
    )
