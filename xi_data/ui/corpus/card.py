"""A figure of a corpus in full: its value, its words with those around them, its document."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data import memory
from xi_data.corpora import queries
from xi_data.corpora.facets import FACET
from xi_data.corpora.opened import Corpus
from xi_data.locale import Translator
from xi_data.reading.rule_tables import vocabulary
from xi_data.ui.corpus import asking
from xi_data.ui.evidence.head import card_head
from xi_data.ui.review.reasons import doubt_words, reason_words, reasons
from xi_data.ui.state import keys
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.copy_button import copyable
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.in_sight import in_sight
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.quotation import quotation
from xi_data.wording import bounds, hedged, measure_word, unreviewed, with_unit

_ENDS = "。！？；\n"


def figure_of(corpus: Corpus, key: str) -> Mapping[str, Any] | None:
    """The figure of a key, bulletin/figure, as the corpus has it; None for no such figure."""
    bulletin_id, apart, figure_id = key.partition("/")
    if not apart:
        return None
    return memory.answer(
        (corpus.edition, "figure", key), lambda: queries.figure(corpus, bulletin_id, figure_id)
    )


def in_words(t: Translator, row: Mapping[str, Any]) -> dict[str, Any]:
    """A figure with its words in the language of the page."""
    unit = vocabulary("units").get(row["unit"], {})
    one = t.lang == "en" and row["value"] != 1
    qualifier = vocabulary("qualifiers").get(row["qualifier"], {})
    label = f"label_{t.lang}"
    day = row["published"]
    return {
        **row,
        "key": f"{row['bulletin_id']}/{row['figure_id']}",
        "label": row[label],
        "unit_label": unit.get("plural_en" if one else label, ""),
        "dimension": unit.get("dimension"),
        "qualifier_label": qualifier.get(label),
        "topic_label": FACET["topic"].named(t, row["topic"] or ""),
        "status_label": FACET["status"].named(t, row["status"] or ""),
        "day": t.date(day) if day else row["published_partial"] or "",
        "doubt": t("Doubtful") if row["unsure"] else "",
    }


def card(page: Page, corpus: Corpus, key: str) -> None:
    """The card of a figure."""
    t = page.t
    with asking.readable(page):
        found = figure_of(corpus, key)
        around = found and queries.passage(
            corpus, found["bulletin_id"], found["start"], found["end"]
        )
    if not found:
        return
    figure = in_words(t, found)
    with st.container(border=True, gap="small", key=keys.EVIDENCE):
        in_sight(t, keys.EVIDENCE)
        card_head(t, t("Evidence"), st.session_state[keys.FIGURE] == key)
        st.metric(plain(figure["label"]), plain(hedged(t, figure)), label_visibility="collapsed")
        unit = "" if figure["kind"] == "date" else f"**{plain(measure_word(t, figure))}** · "
        st.markdown(f"{unit}{plain(figure['label'])}")
        st.markdown(" ".join(_badges(t, figure)))
        if figure["kind"] != "date" and figure["qualifier"] != "exact":
            aside(plain(bounds(t, figure)))
        _sentence(t, figure, around)
        details = pd.DataFrame(_details(t, figure), index=[""]).T
        details.index = [f":gray-badge[{plain(name)}]" for name in details.index]
        st.table(details, border="horizontal", hide_header=True, hide_index=False)
        copyable(t, with_unit(t, figure), "number")


def _badges(t: Translator, figure: Mapping[str, Any]) -> list[str]:
    family = vocabulary("topics").get(figure["topic"], {}).get("family")
    look = vocabulary("families").get(family, {"colour": "gray", "icon": "category"})
    topic = plain(figure["topic_label"])
    badges = [f":{look['colour']}-badge[:material/{look['icon']}: {topic}]"]
    if figure["status_label"]:
        badges.append(f":gray-badge[{plain(figure['status_label'])}]")
    if mark := unreviewed(t, figure):
        badges.append(f":orange-badge[:material/smart_toy: {plain(mark)}]")
    if figure["doubt"]:
        badges.append(f":orange-badge[:material/help: {plain(figure['doubt'])}]")
    return badges


def _sentence(t: Translator, figure: Mapping[str, Any], around: tuple[str, str] | None) -> None:
    """The mention in its sentence; without the text, after the noun that it counts."""
    if around is None:
        quotation(figure["subject"] or "", figure["mention"], "orange", keys.quotation("corpus"))
        aside(t("The sentence is not shown: this corpus was made without its texts."))
        return
    before, behind = around
    begun = max(before.rfind(one) for one in _ENDS) + 1
    ends = [at + 1 for one in _ENDS if (at := behind.find(one)) >= 0]
    sentence = before[begun:], behind[: min(ends, default=len(behind))]
    quotation(sentence[0], figure["mention"], "orange", keys.quotation("corpus"), sentence[1])


def _details(t: Translator, figure: Mapping[str, Any]) -> dict[str, str]:
    """What is known of the figure's document, and of the guesses."""
    bases = {
        "index": t("the index of the documents"),
        "option": t("an option of the command"),
        "metadata": t("the file’s metadata"),
        "line": t("a line of the text"),
        "name": t("the file’s name"),
    }
    basis = bases.get(figure["published_basis"], "")
    day = figure["day"] or t("no date given")
    doubted = [doubt_words(t)[f"unsure_{one}"] for one in (figure["unsure"] or "").split()]
    details = {
        t("Document"): figure["title"],
        t("Published"): t("{date}, according to {basis}", date=day, basis=basis) if basis else day,
        t("Publisher"): figure["publisher"],
        t("Place"): figure["place"],
        t("Paragraph"): str(figure["paragraph"]),
        t("Guesses"): t.listed(doubted),
        t("Based on"): t.chain(
            t.pair(FACET[one.column].label(t), reason_words(t, one))
            for one in reasons(figure["reasons"])
        ),
        t("File of the document"): asking.place(figure["source"], figure["row"]),
    }
    return {name: plain(words) for name, words in details.items() if words}
