"""The evidence of one figure: value, bounds, printed words, place, date, notes, relations."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import store
from xi_data.charts.glyphs import bounds_glyph, place_strip
from xi_data.locale import Translator
from xi_data.ui import links
from xi_data.ui.copying import copyable
from xi_data.ui.data import ask, described, drawn, kept, tuples
from xi_data.ui.figure import as_of_words, bounds_words, citation, number_words, value_words
from xi_data.ui.filters import Filters
from xi_data.ui.markdown import plain
from xi_data.ui.panel import panel
from xi_data.ui.picks import show_figure

EVIDENCE = "evidence"
"""Anchor of the card: a link to it leads there on a phone."""

_SHORT = 26  # characters of a label that fit beside a relation in the card


def evidence(
    t: Translator, figure_id: str, order: list[str], asked: Filters, otherwise: str
) -> None:
    """A card for one figure; previous and next walk through `order`.

    otherwise: what the figure is where the reader has picked none, such as "the largest figure".
    """
    caption = t("selected figure") if asked.figure or asked.bar else otherwise
    figure = described(t.lang)[figure_id]
    with st.container(border=True, gap="small", key="evidence"):
        st.subheader(f":small[:gray[{t('Evidence')} · {caption}]]", anchor=EVIDENCE)
        account(t, figure)
        _relations(t, figure_id)
        links.remember(figure_id)
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            _steps(t, figure_id, order)
            _cite(t, figure)
            _ways(t, figure_id)


def account(t: Translator, figure: Mapping[str, Any]) -> None:
    """One figure: value, unit, badges, bounds, the words as printed, place, date and note."""
    st.metric(figure["label"], value_words(t, figure), label_visibility="collapsed")
    unit = "" if figure["kind"] == "date" else f"**{figure['unit_label']}** · "
    st.markdown(f"{unit}{figure['label']}\n\n{' '.join(_badges(t, figure))}")
    if figure["kind"] != "date":
        words = bounds_words(t, figure)
        glyph = drawn(bounds_glyph, _bounds(t, figure["figure_id"]), t)
        st.vega_lite_chart(None, glyph, theme=None, alt=words)
        printed = f":small[:gray[{words}]]\n\n{printed_words(figure)}"
    else:
        printed = printed_words(figure)
    st.markdown(printed, help=_glossary(t, figure))
    _place(t, figure)
    st.table(
        _details(t, figure["figure_id"]), border="horizontal", hide_header=True, hide_index=False
    )


@kept
def _bounds(t: Translator, figure_id: str) -> pd.DataFrame:
    return pd.DataFrame([described(t.lang)[figure_id]])


def _badges(t: Translator, figure: Mapping[str, Any]) -> list[str]:
    badges = [f":{figure['colour']}-badge[:material/{figure['icon']}: {figure['topic_label']}]"]
    if figure["status"]:
        badges.append(f":gray-badge[{figure['status_label']}]")
    if figure["obs_status"] == "W":
        badges.append(f":orange-badge[:material/texture: {figure['obs_label']}]")
    elif figure["obs_status"]:
        badges.append(f":orange-badge[:material/flag: {figure['obs_label']}]")
    badges.append(f":gray-badge[{t('printed')}]")
    return badges


def printed_words(figure: Mapping[str, Any]) -> str:
    """Noun and mention in the article's own script; the topic's highlighter marks the mention."""
    noun = f":gray[{plain(figure['subject'])}] " if figure["subject"] else ""
    return f"#### {noun}:{figure['colour']}-background[{plain(figure['mention'])}]"


def _glossary(t: Translator, figure: Mapping[str, Any]) -> str:
    word = figure["unit_printed"] or t("no measure word")
    return t(
        "The article’s own words. Marked: the mention, number and measure word, which the position "
        "is of. Before it: the noun that is counted. {word}: {meaning}",
        word=word,
        meaning=figure["unit_definition"],
    )


def _place(t: Translator, figure: Mapping[str, Any]) -> None:
    paragraphs = ask(store.paragraphs, t.lang)
    st.vega_lite_chart(
        None,
        drawn(
            place_strip,
            paragraphs,
            t,
            start=int(figure["start"]),
            colour=figure["colour"],
        ),
        theme=None,
        alt=_place_words(t, figure),
    )


def _place_words(t: Translator, figure: Mapping[str, Any]) -> str:
    return t(
        "{section} · paragraph {paragraph} of {paragraphs}",
        section=figure["section_label"],
        paragraph=figure["paragraph"],
        paragraphs=len(ask(store.paragraphs, t.lang)),
    )


@kept
def _details(t: Translator, figure_id: str) -> pd.DataFrame:
    figure = described(t.lang)[figure_id]
    details = {
        t("Place"): _place_words(t, figure),
        t("Position"): t(
            "characters {start} to {end}, the marked words",
            start=t.number(figure["start"]),
            end=t.number(figure["end"]),
        ),
        t("As of"): as_of_words(t, figure),
        t("Note"): figure["note"],
    }
    said = {key: words for key, words in details.items() if words}
    return pd.DataFrame({"": said.values()}, index=list(said))


def related(t: Translator, figure_id: str) -> list[tuple[str, str, Any]]:
    """Relations of a figure: icon, how it stands to the other one, and that one's row."""
    return [
        (
            *{
                ("part_of", True): ("subdirectory_arrow_right", t("part of")),
                ("part_of", False): ("join_inner", t("contains")),
                ("restates", True): ("repeat", t("repeats")),
                ("restates", False): ("repeat", t("repeated as")),
                ("conflicts_with", True): ("error", one.relation_label),
                ("conflicts_with", False): ("error", one.relation_label),
                ("odd_beside", True): ("flag", one.relation_label),
                ("odd_beside", False): ("flag", one.relation_label),
            }.get((one.relation, one.forward), ("equal", one.relation_label)),
            one,
        )
        for one in tuples(ask(store.relations, t.lang, figure_id))
    ]


def _relations(t: Translator, figure_id: str) -> None:
    found = related(t, figure_id)
    if not found:
        return
    with st.container(gap="xxsmall"):
        for icon, said, one in found:
            short = one.label if len(one.label) <= _SHORT else one.status_label or one.label
            st.button(
                f":gray[{said}] **{t.number(one.value)}** {one.unit_label} · {short}",
                help=one.label,
                icon=f":material/{icon}:",
                key=f"_relation_{one.relation}_{one.forward}_{one.figure_id}",
                type="tertiary",
                wrap=True,
                on_click=show_figure,
                args=(one.figure_id,),
            )


def _ways(t: Translator, figure_id: str) -> None:
    links.to_figure(t, figure_id, t("Open its page"))
    if links.here() != "source":
        links.to_words(t, figure_id)


def _cite(t: Translator, figure: Mapping[str, Any]) -> None:
    def cite() -> None:
        copyable(t, number_words(t, figure), "number")
        copyable(t, citation(t, figure), "citation")

    panel(t("Cite"), "_cite_figure", cite, icon=":material/format_quote:")


def _steps(t: Translator, figure_id: str, order: list[str]) -> None:
    place = order.index(figure_id) if figure_id in order else -1
    before = order[place - 1] if place > 0 else None
    after = order[place + 1] if 0 <= place < len(order) - 1 else None
    for icon, words, target in (
        (":material/arrow_back:", t("Previous figure"), before),
        (":material/arrow_forward:", t("Next figure"), after),
    ):
        st.button(
            words,
            icon=icon,
            key=f"_step_{icon}",
            type="tertiary",
            disabled=target is None,
            on_click=show_figure,
            args=(target,),
        )
