"""Whatever a page draws of a figure, typed into the search of All figures, finds that figure."""

from functools import cache

import pandas as pd
import pytest

from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.findings import tell
from xi_data.findings.elsewhere import sums_of
from xi_data.locale import LANGUAGES, translator
from xi_data.views import VIEWS, Question
from xi_data.wording import as_of, hedged, hedged_short, with_unit

TOPICS = [key for key, view in VIEWS.items() if view.group == "topics"]
UNSEEN = "\u200b\u2060\ufeff\u200f"

LABELS = (
    *("figure_id", "label", "mention", "subject", "unit", "unit_label", "unit_printed", "sign"),
    *("qualifier_label", "topic_label", "family_label", "group_label", "category_label"),
    *("status_label", "origin_label"),
)
"""Columns of words that tables, charts and cards draw of a figure."""


def drawn(t, figure) -> set[str]:
    """All that is drawn of a figure, in words of one language."""
    texts = {getattr(figure, column, "") for column in LABELS}
    texts |= {hedged(t, figure), hedged_short(t, figure), with_unit(t, figure), as_of(t, figure)}
    if pd.notna(figure.value):
        texts |= {t.number(figure.value), t.compact(figure.value), f"{figure.value:.15g}"}
    for day in (figure.date, figure.as_of):
        if pd.notna(day):
            texts |= {t.date(day), t.day(day), t.month(day), f"{day:%Y-%m-%d}"}
    return texts - {""}


@pytest.fixture(scope="module")
def found_by(connection):
    """Keys of the figures that a search finds."""

    @cache
    def found(search: str) -> frozenset[str]:
        return frozenset(store.found(connection, SHIPPED, "en", search=search)["figure_id"])

    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", ["figures", *TOPICS])
def test_what_a_page_draws_of_a_figure_finds_it(query, found_by, key, lang):
    t = translator(lang)
    told = tell(query, Question(key, lang, SHIPPED))
    figures = [one for rows in (told.rows, told.beside) for one in rows.itertuples()]
    assert figures
    missed = {
        (one.figure_id, text)
        for one in figures
        for text in drawn(t, one)
        if one.figure_id not in found_by(text)
    }
    assert missed == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_value_hedge_and_unit_in_any_order_and_with_unseen_characters_find_it(
    query, found_by, lang
):
    t = translator(lang)
    for one in tell(query, Question("figures", lang, SHIPPED)).rows.itertuples():
        assert one.figure_id in found_by(f"{one.label} {with_unit(t, one)}")
        assert one.figure_id in found_by(f"{with_unit(t, one)} {one.mention}")
        assert one.figure_id in found_by(UNSEEN.join(one.label))


def test_a_chinese_label_is_found_by_its_pinyin(found_by):
    assert {"supply-masks-reserve", "supply-masks-ordered"} <= found_by("kouzhao")
    assert found_by("kou zhao") == found_by("kǒuzhào") == found_by("kouzhao")
    assert found_by("majiangguan") == {"closure-mahjong"}


def test_nothing_that_a_page_draws_of_a_figure_holds_a_character_that_nobody_sees(query):
    for lang in LANGUAGES:
        t = translator(lang)
        for key in TOPICS:
            for one in tell(query, Question(key, lang, SHIPPED)).rows.itertuples():
                for text in drawn(t, one):
                    assert not set(text) & set(UNSEEN), text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", TOPICS)
def test_a_sum_of_any_page_is_found_by_its_number_and_by_its_name(query, key, lang):
    t = translator(lang)
    for one in sums_of(t, tell(query, Question(key, lang, SHIPPED))):
        for typed in (one.number, f"Σ {one.number}", one.name):
            asked = Question("figures", lang, SHIPPED, (("search", typed),))
            assert one in tell(query, asked).elsewhere, typed


@pytest.mark.parametrize(
    ("typed", "page"), [("351", "closures"), ("4,743", "screening"), ("4743", "screening")]
)
def test_a_number_that_is_ours_leads_to_its_page(query, typed, page):
    told = tell(query, Question("figures", "en", SHIPPED, (("search", typed),)))
    assert told.rows.empty
    assert [one.view for one in told.elsewhere] == [page]


def test_a_part_of_a_number_finds_no_sum(query):
    told = tell(query, Question("figures", "en", SHIPPED, (("search", "35"),)))
    assert not told.elsewhere
