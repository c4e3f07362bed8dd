"""Parts of the Figure page: which figure is asked for, its relations, citation and record."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.findings.one_figure import named
from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.matching.highlight import visible
from xi_data.memory import memoised
from xi_data.nearest import nearest
from xi_data.publish import citation
from xi_data.ui.evidence.citation import cited
from xi_data.ui.evidence.relations import related
from xi_data.ui.navigation import links
from xi_data.ui.state import address, keys
from xi_data.ui.state.answers import figures_by_id
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.copy_button import copyable
from xi_data.ui.widgets.headings import header
from xi_data.ui.widgets.markdown import plain
from xi_data.views.params import text
from xi_data.wording import with_unit

ASKED = text("id")
"""The figure's key in the address; what is there may be no key."""

_SHOWN = 60  # characters of an unknown key that the page repeats


def chooser(page: Page) -> str:
    """A box with every figure, set to the one in the address; writes the address."""
    t, names = page.t, _names(page.bulletins[0], page.t.lang)
    asked = st.session_state[ASKED.key]
    st.session_state[keys.CHOOSE_FIGURE] = asked if asked in names else None

    def chosen() -> None:
        st.session_state[ASKED.key] = st.session_state[keys.CHOOSE_FIGURE] or ASKED.default
        address.touch()

    st.selectbox(
        t("Figure"),
        list(names),
        format_func=names.get,
        key=keys.CHOOSE_FIGURE,
        index=None,
        placeholder=t("Choose one, or type a part of its name"),
        on_change=chosen,
        width=560,
    )
    address.push([ASKED])
    return asked


def not_there(page: Page, wanted: str) -> None:
    """What the key may have meant."""
    t, [bulletin_id] = page.t, page.bulletins
    if not wanted:
        st.markdown(t("Every figure has a page of its own. Choose one above."))
        return
    called = {
        key: (
            one["mention"],
            *(figures_by_id(bulletin_id, lang)[key]["label"] for lang in LANGUAGES),
        )
        for key, one in figures_by_id(bulletin_id, t.lang).items()
    }
    st.info(
        t("No figure has the key “{key}”. The nearest ones:", key=plain(wanted[:_SHOWN])),
        icon=":material/link_off:",
    )
    names = _names(bulletin_id, t.lang)
    for key in nearest(wanted, called):
        links.to_figure(page, key, f"{links.wrapped(names[key])}  \n:gray[{plain(key)}]")


def relations(page: Page, key: str) -> None:
    """Links to the figures that this one stands to in some way, and what way."""
    found = related(page, key)
    if not found:
        return
    header(page.t("Relations to other figures"))
    for one in found:
        number = f":gray[{plain(one.phrase)}] **{plain(with_unit(page.t, one.figure))}**"
        links.to_figure(page, one.key, f"{number}  \n{links.wrapped(one.label)}", one.icon)


def neighbours(page: Page, key: str) -> None:
    """Links to the figures printed before and after this one."""
    t, names = page.t, _names(page.bulletins[0], page.t.lang)
    order = list(names)
    place = order.index(key)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        for at, icon, words in (
            (place - 1, "arrow_back", t("Previous figure")),
            (place + 1, "arrow_forward", t("Next figure")),
        ):
            if 0 <= at < len(order):
                links.to_figure(page, order[at], words, icon, help=plain(names[order[at]]))


def citations(page: Page, key: str) -> None:
    """The address and the citation in three forms, each with a button that copies it."""
    t = page.t
    header(t("Link and citation"))
    copyable(t, links.figure_address(page, key), "link")
    source = cited(page, key)
    forms = {
        t("Citation"): citation.plain,
        "BibTeX": citation.bibtex,
        "CSL-JSON": citation.csl_json,
    }
    tabs = st.tabs(list(forms), key=keys.CITATION_FORM, on_change="rerun")
    for tab, (name, written) in zip(tabs, forms.items(), strict=True):
        if tab.open:
            with tab:
                copyable(t, written(t, source), name)


def record(page: Page, key: str) -> None:
    """What the data hold of the figure, cell by cell, in words."""
    header(page.t("Data record"))
    frame = _record(page.bulletins[0], page.t.lang, key)
    st.table(frame, border="horizontal", hide_header=True)


@memoised
def _record(bulletin_id: str, lang: str, figure_id: str) -> pd.DataFrame:
    t, figure = translator(lang), figures_by_id(bulletin_id, lang)[figure_id]
    unsaid = t("not given")

    def number(column: str) -> str:
        return unsaid if pd.isna(figure[column]) else t.number(figure[column])

    said = {t("Key"): figure_id}
    if figure["kind"] != "date":
        said |= {
            t("How exact"): f"{figure['sign']} {figure['qualifier_label']}".strip(),
            t("Lower limit"): number("value_low"),
            t("Upper limit"): number("value_high"),
            t("Rounding step"): number("printed_step"),
        }
    topic = filter(None, [figure["topic_label"], figure["category_label"]])
    said |= {
        t("Position"): t(
            "characters {start}–{end} (highlighted)",
            start=t.number(figure["start"] + 1),
            end=t.number(figure["end"]),
        ),
        t("Unit"): t.pair(_unit(t, figure), figure["unit_definition"]),
        t("Topic"): t.chain(topic),
        t("Status"): figure["status_label"] or t("none"),
        t("Remark"): figure["obs_label"] or t("none"),
        t("Context hash"): figure["context_hash"],
    }
    return pd.DataFrame({"": map(plain, said.values())}, index=list(said))


def _unit(t: Translator, figure: Mapping[str, Any]) -> str:
    """The unit, and the article's measure word where that is another."""
    unit, word = figure["unit_label"], figure["unit_printed"] or t("no measure word")
    return unit if word == unit else t("{unit} ({meaning})", unit=unit, meaning=plain(word))


@memoised
def _names(bulletin_id: str, lang: str) -> dict[str, str]:
    """Figure to its name and number."""
    t = translator(lang)
    return {key: visible(named(t, one)) for key, one in figures_by_id(bulletin_id, lang).items()}
