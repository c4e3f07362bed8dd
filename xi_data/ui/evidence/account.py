"""One figure told in full: value, badges, bounds, printed words, place, date and note."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import store
from xi_data.charts.glyphs import bounds_glyph, place_strip
from xi_data.locale import Translator, translator
from xi_data.memory import memoised
from xi_data.ui.state.answers import figures_by_id, query
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.chart_spec import mode, spec
from xi_data.ui.widgets.markdown import plain
from xi_data.views.request import located
from xi_data.wording import as_of, bounds, hedged, measure_word


def account(page: Page, key: str) -> None:
    """One figure: value, unit, badges, bounds, the words as printed, place, date and note."""
    t, figure = page.t, page.figure(key)
    bulletin_id, figure_id = located(page.bulletins, key)
    label = plain(figure["label"])
    st.metric(label, plain(hedged(t, figure)), label_visibility="collapsed")
    unit = "" if figure["kind"] == "date" else f"**{plain(measure_word(t, figure))}** · "
    st.markdown(f"{unit}{label}\n\n{' '.join(_badges(t, figure))}")
    printed = printed_words(figure)
    if figure["kind"] != "date":
        words = bounds(t, figure)
        glyph = _bounds_spec(t.lang, mode(), bulletin_id, figure_id)
        st.vega_lite_chart(None, glyph, theme=None, alt=words)
        printed = f":small[:gray[{plain(words)}]]\n\n{printed}"
    st.markdown(printed, help=_glossary(t, figure))
    st.vega_lite_chart(
        None,
        _place_spec(t.lang, mode(), bulletin_id, int(figure["start"]), figure["colour"]),
        theme=None,
        alt=_place_words(t.lang, bulletin_id, figure_id),
    )
    details = _details(t.lang, bulletin_id, figure_id, named=len(page.bulletins) > 1)
    st.table(details, border="horizontal", hide_header=True, hide_index=False)


def printed_words(figure: Mapping[str, Any]) -> str:
    """Noun and mention in the article's own script; the topic's highlighter marks the mention."""
    noun = f":gray[{plain(figure['subject'])}] " if figure["subject"] else ""
    return f"#### {noun}:{figure['colour']}-background[{plain(figure['mention'])}]"


def _badges(t: Translator, figure: Mapping[str, Any]) -> list[str]:
    badges = [
        f":{figure['colour']}-badge[:material/{figure['icon']}: {plain(figure['topic_label'])}]"
    ]
    if figure["status"]:
        badges.append(f":gray-badge[{plain(figure['status_label'])}]")
    if figure["obs_status"]:
        icon = "texture" if figure["composite"] else "flag"
        badges.append(f":orange-badge[:material/{icon}: {plain(figure['obs_label'])}]")
    badges.append(f":gray-badge[{t('in the article')}]")
    return badges


def _glossary(t: Translator, figure: Mapping[str, Any]) -> str:
    word = figure["unit_printed"] or t("no measure word")
    return t(
        "Original wording. Highlighted: number and measure word (the position refers to "
        "these). Grey: the thing counted. {word}: {meaning}",
        word=plain(word),
        meaning=plain(figure["unit_definition"]),
    )


@memoised
def _bounds_spec(lang: str, mode: str, bulletin_id: str, figure_id: str) -> dict[str, Any]:
    figure = pd.DataFrame([figures_by_id(bulletin_id, lang)[figure_id]])
    return spec(bounds_glyph, figure, translator(lang), mode)


@memoised
def _place_spec(lang: str, mode: str, bulletin_id: str, start: int, colour: str) -> dict[str, Any]:
    paragraphs = query(store.paragraphs, (bulletin_id,), lang)
    return spec(place_strip, paragraphs, translator(lang), mode, start=start, colour=colour)


@memoised
def _place_words(lang: str, bulletin_id: str, figure_id: str) -> str:
    t, figure = translator(lang), figures_by_id(bulletin_id, lang)[figure_id]
    said = t(
        "paragraph {paragraph} of {paragraphs}",
        paragraph=figure["paragraph"],
        paragraphs=len(query(store.paragraphs, (bulletin_id,), lang)),
    )
    return " · ".join(filter(None, (figure["section_label"], said)))


@memoised
def _details(lang: str, bulletin_id: str, figure_id: str, named: bool) -> pd.DataFrame:
    """Place, date and note; named: with the bulletin, where a page speaks of several."""
    t, figure = translator(lang), figures_by_id(bulletin_id, lang)[figure_id]
    names = query(store.bulletins, lang).set_index("bulletin_id")["name"]
    details = {
        t("Bulletin"): names[bulletin_id] if named else "",
        t("Section"): _place_words(lang, bulletin_id, figure_id),
        t("Position"): t(
            "characters {start}–{end} (highlighted)",
            start=t.number(figure["start"] + 1),
            end=t.number(figure["end"]),
        ),
        t("As of"): as_of(t, figure),
        t("Note"): figure["note"],
    }
    said = {key: plain(words) for key, words in details.items() if words}
    return pd.DataFrame({"": said.values()}, index=[f":gray-badge[{name}]" for name in said])
