"""Parts of the Source page: what was found in a copy, the text, and what was not found."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from xi_data import store
from xi_data.locale import Translator
from xi_data.matching.highlight import visible
from xi_data.reading.text import paragraphs
from xi_data.ui import links
from xi_data.ui.article import SHOWN, Article
from xi_data.ui.data import ask, described, ids, kept, only
from xi_data.ui.figure import value_words
from xi_data.ui.passage import legend, passage
from xi_data.ui.picks import show_figure

_LISTED = 50  # uncovered numerals that the list holds
_BESIDE = 8  # characters each side of one


def finding(
    t: Translator, article: Article | None, every: pd.DataFrame, rows: pd.DataFrame, active: bool
) -> str:
    """What was found in the copy; without one, how the figures are spread over the article.

    active: whether filters are in force, so that the page speaks of the rows alone.
    """
    if active:
        return t("{rows} of {all} figures are in this selection", rows=len(rows), all=len(every))
    if article is None:
        return t(
            "{figures} figures stand in {some} of the article’s {paragraphs} paragraphs",
            figures=len(every),
            some=every["paragraph"].nunique(),
            paragraphs=len(ask(store.paragraphs, t.lang)),
        )
    found = len(every) - article.verification.count("missing")
    uncovered = len(article.verification.uncovered)
    if not found:
        return t("None of the {figures} figures stands in this text", figures=len(every))
    if article.verification.all_well:
        return t(
            "All {figures} figures stand in this copy, and no numeral is left over",
            figures=len(every),
        )
    said = t("{found} of {figures} figures stand in this copy", found=found, figures=len(every))
    if not uncovered:
        return said
    more = t.plural(
        "{number} numeral is neither a figure nor excused",
        "{number} numerals are neither figures nor excused",
        uncovered,
    )
    return t.chain([said, more])


def headline_cells(
    t: Translator, article: Article | None, every: pd.DataFrame
) -> list[tuple[str, str, str]]:
    """The verdicts in numbers, as ui.headline takes them; without a copy, the article's size."""
    if article is None:
        bulletin = ask(store.bulletin, t.lang)
        excused = int(ask(store.excuses, t.lang)["numerals"].sum())
        return [
            (t.number(len(every)), t("figures"), t("each with its place")),
            (t.number(excused), t("excused numerals"), t("they count nothing")),
            (
                t.number(bulletin["code_points"]),
                t("characters"),
                t("in {paragraphs} paragraphs", paragraphs=bulletin["paragraphs"]),
            ),
        ]
    found = article.verification
    return [
        (t.number(found.count("aligned")), t("aligned"), t("same words, same place")),
        (t.number(found.count("moved")), t("moved"), t("same words, another place")),
        (t.number(found.count("missing")), t("missing"), t("not in this copy")),
        (t.number(len(found.uncovered)), t("uncovered numerals"), t("neither figure nor excused")),
        (t.number(len(found.excused)), t("excused numerals"), t("they count nothing")),
    ]


def text(
    t: Translator, article: Article, rows: pd.DataFrame, selected: str | None, asked: Mapping
) -> None:
    """The copy with its figures; those of the rows in colour. A click on one opens its page.

    asked: the switches of the page.
    """
    reading = asked["copy"] == "reading"
    excused = asked["numerals"] == "all"
    _steps(t, article, ids(rows), selected)
    colours = _colours(t, rows)
    opened = passage(
        t,
        t("The article with its figures highlighted"),
        article.reading if reading else article.published,
        _said(t),
        colours,
        copy=article.number,
        excused=excused,
        selected=selected,
        lang="zh-Hans" if reading else "zh",
    )
    others = []
    if len(colours) < len(described(t.lang)):
        others.append(t("Dotted: figures that the filters leave out."))
    if excused:
        others.append(t("Dashed, with the reason: numerals that count nothing."))
    if article.verification.uncovered:
        others.append(t("Wavy: numerals that are neither figures nor excused."))
    if len(article.verification.uncovered) > SHOWN:
        others.append(t("Only the first {number} are marked.", number=t.number(SHOWN)))
    legend(_families(t, rows), *others)
    if opened in described(t.lang):
        st.switch_page("pages/figure.py", query_params={"id": opened, "lang": t.lang})


def missing(t: Translator, article: Article) -> None:
    """Links to the figures that the copy lacks."""
    gone = [v.figure.figure_id for v in article.verification.verdicts if v.verdict == "missing"]
    if not gone:
        return
    st.markdown(f"#### {t('Missing from this copy')} :gray[· {len(gone)}]")
    with st.container(gap="xxsmall", height=320 if len(gone) > 10 else "content"):
        for key in gone:
            one = described(t.lang)[key]
            label = t.pair(one["label"], value_words(t, one))
            links.to_figure(t, key, links.wrapped(label))


def uncovered(t: Translator, article: Article) -> None:
    """The numerals of the copy that are neither figures nor excused, with what stands beside."""
    found = article.verification.uncovered
    if not found:
        return
    number = t.number(len(found))
    st.markdown(f"#### {t('Neither figure nor excused')} :gray[· {number}]")
    if len(found) > _LISTED:
        st.caption(t("The first {number}:", number=_LISTED))
    ends = [end for _, end in paragraphs(article.text)]
    shown = visible(article.text)
    st.dataframe(
        pd.DataFrame(
            {
                t("Paragraph"): sum(stop < start for stop in ends) + 1,
                t("Characters"): f"{t.number(start)}–{t.number(end)}",
                t("Numeral"): shown[start:end],
                t("In its words"): _beside(shown, start, end),
            }
            for start, end in found[:_LISTED]
        ),
        hide_index=True,
        alt=t(
            "Numerals of this copy that are neither figures nor excused, {number}", number=number
        ),
    )


def _beside(text: str, start: int, end: int) -> str:
    begin, stop = max(0, start - _BESIDE), end + _BESIDE
    said = " ".join(text[begin:stop].split())
    return f"{'…' * (begin > 0)}{said}{'…' * (stop < len(text))}"


def _steps(t: Translator, article: Article, order: list[str], selected: str | None) -> None:
    """To the figure before and after, and the way back to where the reader came from."""
    place = order.index(selected) if selected in order else None
    before = order[place - 1] if place else None
    after = order[0 if place is None else place + 1] if place != len(order) - 1 else None
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        if selected:
            links.back(t, selected)
        for key, icon, words, target in (
            ("before", "keyboard_arrow_up", t("Previous"), before),
            ("after", "keyboard_arrow_down", t("Next"), after),
        ):
            st.button(
                words,
                icon=f":material/{icon}:",
                key=f"_words_{key}",
                disabled=target is None,
                on_click=show_figure,
                args=(target,),
            )
        number = "–" if place is None else t.number(place + 1)
        st.markdown(
            f":small[:gray[{t('{number} of {all}', number=number, all=len(order))}]]",
            width="content",
        )
    verdicts = {v.figure.figure_id: v.verdict for v in article.verification.verdicts}
    if selected and verdicts.get(selected) == "missing":
        st.warning(
            t("This figure is missing from this copy: {label}.", label=_label(t, selected)),
            icon=":material/search_off:",
        )


def _label(t: Translator, figure_id: str) -> str:
    return described(t.lang)[figure_id]["label"]


@kept
def _colours(t: Translator, rows: pd.DataFrame) -> dict[str, str]:
    """Figure to the colour of its family."""
    return dict(zip(rows["figure_id"], rows["colour"], strict=True))


@kept
def _families(t: Translator, rows: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Colour, icon and name of the families among the rows, in the order of the vocabulary."""
    members = (only(rows, "family", family) for family in ask(store.options, t.lang)["family"])
    first = (some.iloc[0] for some in members if len(some))
    return [(one["colour"], one["icon"], one["family_label"]) for one in first]


@kept
def _said(t: Translator) -> dict[str, str]:
    """Words about each figure, and about each reason of an excused numeral."""
    figures = described(t.lang).values()
    said = {one["figure_id"]: t.pair(one["label"], value_words(t, one)) for one in figures}
    reasons = ask(store.excuses, t.lang)
    return said | dict(zip(reasons["reason"], reasons["label"], strict=True))
