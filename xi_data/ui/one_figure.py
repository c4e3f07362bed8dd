"""Parts of the Figure page: which figure is asked for, its account, relations and citation."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from xi_data.locale import LANGUAGES, Translator
from xi_data.nearest import nearest
from xi_data.publish import citation as quoting
from xi_data.ui import links, state
from xi_data.ui.copying import copyable
from xi_data.ui.data import described, kept
from xi_data.ui.evidence import related
from xi_data.ui.figure import cited, figure_link, number_words
from xi_data.ui.markdown import plain
from xi_data.views.params import text

ASKED = text("id")
"""The figure's key in the address; what is there may be no key."""

_SHOWN = 60  # characters of an unknown key that the page repeats


def chooser(t: Translator) -> str:
    """A box with every figure, set to the one in the address; writes the address."""
    figures = described(t.lang)
    asked = st.session_state[ASKED.key]
    st.session_state["_choose"] = asked if asked in figures else None

    def chosen() -> None:
        st.session_state[ASKED.key] = st.session_state["_choose"] or ASKED.default
        state.touch()

    st.selectbox(
        t("Figure"),
        list(figures),
        format_func=_names(t).get,
        key="_choose",
        index=None,
        placeholder=t("Choose one, or type a part of its name"),
        on_change=chosen,
        width=560,
    )
    state.push([ASKED])
    return asked


def not_there(t: Translator, asked: str) -> None:
    """What the key may have meant."""
    if not asked:
        st.markdown(t("Every figure has a page of its own. Choose one above."))
        return
    names = {
        key: (one["mention"], *(described(lang)[key]["label"] for lang in LANGUAGES))
        for key, one in described(t.lang).items()
    }
    st.info(
        t("No figure has the key “{key}”. The nearest ones:", key=plain(asked[:_SHOWN])),
        icon=":material/link_off:",
    )
    for key in nearest(asked, names):
        links.to_figure(t, key, f"{links.wrapped(_names(t)[key])}  \n:gray[{key}]")


def relations(t: Translator, figure: Mapping[str, Any]) -> None:
    """Links to the figures that this one stands to in some way, and what way."""
    found = related(t, figure["figure_id"])
    if not found:
        return
    st.markdown(f"#### {t('Relations to other figures')}")
    for icon, said, one in found:
        number = f":gray[{said}] **{number_words(t, one._asdict())}**"
        links.to_figure(t, one.figure_id, f"{number}  \n{links.wrapped(one.label)}", icon)


def neighbours(t: Translator, figure: Mapping[str, Any]) -> None:
    """Links to the figures printed before and after this one."""
    order = list(described(t.lang))
    place = order.index(figure["figure_id"])
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        for at, icon, words in (
            (place - 1, "arrow_back", t("Previous figure")),
            (place + 1, "arrow_forward", t("Next figure")),
        ):
            if 0 <= at < len(order):
                links.to_figure(t, order[at], words, icon, help=_names(t)[order[at]])


def citations(t: Translator, figure: Mapping[str, Any]) -> None:
    """The address and the citation in three forms, each with a button that copies it."""
    st.markdown(f"#### {t('Link and citation')}")
    copyable(t, figure_link(t, figure["figure_id"]), "link")
    source = cited(t, figure)
    forms = {
        t("Citation"): quoting.plain,
        "BibTeX": quoting.bibtex,
        "CSL-JSON": quoting.csl_json,
    }
    tabs = st.tabs(list(forms), key="_form", on_change="rerun")
    for tab, (name, written) in zip(tabs, forms.items(), strict=True):
        if tab.open:
            with tab:
                copyable(t, written(t, source), name)


def record(t: Translator, figure: Mapping[str, Any]) -> None:
    """What the data hold of the figure, cell by cell, in words."""
    st.markdown(f"#### {t('In the data')}")
    st.table(_record(t, figure["figure_id"]), border="horizontal", hide_header=True)


@kept
def _record(t: Translator, figure_id: str) -> pd.DataFrame:
    figure = described(t.lang)[figure_id]
    unsaid = t("not printed")

    def bound(column: str) -> str:
        return unsaid if pd.isna(figure[column]) else t.number(figure[column])

    said = {t("Key"): figure_id}
    if figure["kind"] != "date":
        said |= {
            t("Wording"): f"{figure['sign']} {figure['qualifier_label']}".strip(),
            t("Lower bound"): bound("value_low"),
            t("Upper bound"): bound("value_high"),
            t("Last digit stands for"): t.number(figure["printed_step"]),
        }
    word = figure["unit_printed"] or t("no measure word")
    said |= {
        t("Unit"): t.pair(f"{figure['unit_label']} ({plain(word)})", figure["unit_definition"]),
        t("Topic"): t.chain([figure["topic_label"], figure["category_label"]]),
        t("Status"): figure["status_label"] or t("none"),
        t("Remark"): figure["obs_label"] or t("none"),
        t("Context hash"): figure["context_hash"],
    }
    return pd.DataFrame({"": said.values()}, index=list(said))


@kept
def _names(t: Translator) -> dict[str, str]:
    """Figure to its name and number."""
    return {
        key: t.pair(one["label"], number_words(t, one)) for key, one in described(t.lang).items()
    }
