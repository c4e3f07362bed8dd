"""One figure told in full: value, badges, bounds, printed words, place, date and note."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import store
from xi_data.charts.glyphs import bounds_glyph, place_strip
from xi_data.locale import Translator, translator
from xi_data.memory import memoised
from xi_data.ui.state import keys
from xi_data.ui.state.answers import figures_by_id, query
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.picture import picture
from xi_data.ui.widgets.quotation import quotation
from xi_data.views.request import located
from xi_data.wording import as_of, bounds, hedged, measure_word, unreviewed


def account(page: Page, key: str) -> None:
    """One figure: value, unit, badges, what its hedge bounds, printed words, place, date, note."""
    t, figure = page.t, page.figure(key)
    bulletin_id, figure_id = located(page.bulletins, key)
    label = plain(figure["label"])
    st.metric(label, plain(hedged(t, figure)), label_visibility="collapsed")
    unit = "" if figure["kind"] == "date" else f"**{plain(measure_word(t, figure))}** · "
    st.markdown(f"{unit}{label}", help=_glossary(t, figure))
    st.markdown(" ".join(_badges(t, figure)))
    with st.container():  # it keeps its place where there is nothing to draw
        if figure["kind"] != "date" and figure["qualifier"] != "exact":
            words = bounds(t, figure)
            picture(bounds_glyph(figure, t), words, keys.picture_of("bounds"))
            aside(plain(words))
    printed_words(figure, "account")
    picture(
        _place_strip(t.lang, bulletin_id, int(figure["start"]), figure["colour"]),
        _place_words(t.lang, bulletin_id, figure_id),
        keys.picture_of("place"),
    )
    details = _details(t.lang, bulletin_id, figure_id, named=len(page.bulletins) > 1)
    st.table(details, border="horizontal", hide_header=True, hide_index=False)


def printed_words(figure: Mapping[str, Any], of: str) -> None:
    """Noun and mention in the article's own script; the topic's highlighter marks the mention.

    of: what the words stand in, a card for example; unlike any other's on the page.
    """
    quotation(figure["subject"] or "", figure["mention"], figure["colour"], keys.quotation(of))


def _badges(t: Translator, figure: Mapping[str, Any]) -> list[str]:
    badges = [
        f":{figure['colour']}-badge[:material/{figure['icon']}: {plain(figure['topic_label'])}]"
    ]
    if figure["status"]:
        badges.append(f":gray-badge[{plain(figure['status_label'])}]")
    if mark := unreviewed(t, figure):
        badges.append(f":orange-badge[:material/smart_toy: {plain(mark)}]")
    if figure["obs_status"]:
        icon = "texture" if figure["composite"] else "flag"
        badges.append(f":orange-badge[:material/{icon}: {plain(figure['obs_label'])}]")
    return badges


def _glossary(t: Translator, figure: Mapping[str, Any]) -> str:
    """What the measure word means."""
    word = figure["unit_printed"] or t("no measure word")
    return t.pair(plain(word), plain(figure["unit_definition"]))


@memoised
def _place_strip(lang: str, bulletin_id: str, start: int, colour: str) -> str:
    return place_strip(query(store.paragraphs, (bulletin_id,), lang), start, colour)


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
        t("As of"): as_of(t, figure),
        t("Note"): figure["note"],
    }
    said = {key: plain(words) for key, words in details.items() if words}
    return pd.DataFrame({"": said.values()}, index=[f":gray-badge[{name}]" for name in said])
