"""The text with its figures highlighted, and what was not found in it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from xi_data import store
from xi_data.findings.source import families
from xi_data.locale import Translator, translator
from xi_data.matching.highlight import visible
from xi_data.memory import memoised
from xi_data.reading.text import paragraphs
from xi_data.ui.article.copy import SHOWN, Article
from xi_data.ui.article.passage import legend, passage
from xi_data.ui.navigation import links
from xi_data.ui.state import keys
from xi_data.ui.state.answers import figures_by_id, query
from xi_data.ui.state.page import Page
from xi_data.ui.state.selection import turn_to
from xi_data.ui.widgets.headings import aside, header
from xi_data.ui.widgets.markdown import plain
from xi_data.ui.widgets.row_table import Column, row_table
from xi_data.views import Request
from xi_data.wording import characters, hedged

_LISTED = 50  # uncovered numerals that the list holds
_BESIDE = 8  # characters each side of one


def text(page: Page, request: Request, article: Article, rows: pd.DataFrame) -> None:
    """The copy with its figures; those of the rows in colour. A click on one opens its page."""
    t, [bulletin_id] = page.t, page.bulletins
    figures = figures_by_id(bulletin_id, t.lang)
    selected = request.figure or None
    reading = request.switches["copy"] == "reading"
    excused = request.switches["numerals"] == "all"
    _steps(page, article, list(rows["figure_id"]), selected)
    colours = dict(zip(rows["figure_id"], rows["colour"], strict=True))
    passage(
        page,
        t("The article with its figures highlighted"),
        article.reading if reading else article.published,
        _tooltips(bulletin_id, t.lang),
        colours,
        copy=article.number,
        excused=excused,
        selected=selected,
        lang="zh-Hans" if reading else "zh",
    )
    others = []
    if len(colours) < len(figures):
        others.append(t("Dotted: figures filtered out."))
    if excused:
        others.append(t("Dashed, with the reason: numbers left out."))
    if article.verification.uncovered:
        others.append(t("Wavy: unclassified numbers."))
    if len(article.verification.uncovered) > SHOWN:
        others.append(t("Only the first {number} are marked.", number=t.number(SHOWN)))
    legend(families(rows, list(query(store.options, t.lang)["family"])), *others)


def missing(page: Page, article: Article) -> None:
    """Links to the figures that the copy lacks."""
    t = page.t
    gone = [v.figure.figure_id for v in article.verification.verdicts if v.verdict == "missing"]
    if not gone:
        return
    header(f"{t('Missing from this text')} :gray[· {len(gone)}]")
    with st.container(gap="xxsmall", height=320 if len(gone) > 10 else "content"):
        for key in gone:
            one = page.figure(key)
            label = t.pair(one["label"], hedged(t, one))
            links.to_figure(page, key, links.wrapped(label))


def uncovered(t: Translator, article: Article) -> None:
    """The numerals of the copy that are neither figures nor excused, with what stands beside."""
    numerals(t, article.text, article.verification.uncovered, t("Unclassified"))


def numerals(t: Translator, text: str, found: Sequence[tuple[int, int]], heading: str) -> None:
    """A table of places in a text, half-open in code points, each with what stands beside it."""
    if not found:
        return
    number = t.number(len(found))
    header(f"{plain(heading)} :gray[· {number}]")
    if len(found) > _LISTED:
        aside(t("The first {number}:", number=_LISTED))
    ends = [end for _, end in paragraphs(text)]
    shown = visible(text)
    rows = pd.DataFrame(
        {
            "numeral": shown[start:end],
            "words": _beside(shown, start, end),
            "paragraph": sum(stop < start for stop in ends) + 1,
            "start": start,
            "place": characters(t, start, end),
        }
        for start, end in found[:_LISTED]
    )
    row_table(
        t,
        "uncovered",
        t("Numbers in context, {number}", number=number),
        rows,
        {
            "numeral": Column(t("Number in the text"), "numeral"),
            "words": Column(t("Context"), "words"),
            "paragraph": Column(t("Paragraph"), "paragraph", number=True),
            "characters": Column(t("Characters"), "start", lambda row: row.place, number=True),
        },
        list(rows["place"]),
    )


def _beside(text: str, start: int, end: int) -> str:
    begin, stop = max(0, start - _BESIDE), end + _BESIDE
    said = " ".join(text[begin:stop].split())
    return f"{'…' * (begin > 0)}{said}{'…' * (stop < len(text))}"


def _steps(page: Page, article: Article, order: list[str], selected: str | None) -> None:
    """To the figure before and after, and the way back to where the reader came from."""
    t = page.t
    place = order.index(selected) if selected in order else None
    before = order[place - 1] if place else None
    after = order[0 if place is None else place + 1] if place != len(order) - 1 else None
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        if selected:
            links.back(page, selected)
        for key, icon, words, target in (
            ("before", "keyboard_arrow_up", t("Previous"), before),
            ("after", "keyboard_arrow_down", t("Next"), after),
        ):
            st.button(
                words,
                icon=f":material/{icon}:",
                key=keys.step_in_text(key),
                disabled=target is None,
                on_click=turn_to,
                args=(target,),
            )
        place_words = (
            t.plural("{number} figure", "{number} figures", len(order))
            if place is None
            else t("{number} of {all}", number=t.number(place + 1), all=len(order))
        )
        st.markdown(f":small[:gray[{place_words}]]", width="content")
    verdicts = {v.figure.figure_id: v.verdict for v in article.verification.verdicts}
    if selected and verdicts.get(selected) == "missing":
        st.warning(
            t(
                "This figure was not found in this text: {label}.",
                label=plain(page.figure(selected)["label"]),
            ),
            icon=":material/search_off:",
        )


@memoised
def _tooltips(bulletin_id: str, lang: str) -> dict[str, str]:
    """Words about each figure, and about each reason of an excused numeral."""
    t, figures = translator(lang), figures_by_id(bulletin_id, lang)
    said = {key: t.pair(one["label"], hedged(t, one)) for key, one in figures.items()}
    reasons = query(store.excuses, (bulletin_id,), lang)
    return said | dict(zip(reasons["reason"], reasons["label"], strict=True))
