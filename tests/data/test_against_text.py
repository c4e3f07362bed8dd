"""The facts of data/ against the article's own words; failures name rows and quote no sentence."""

import hashlib

import pytest

from xi_data.reading.text import GLOSS, NUMERAL, context_hash, paragraphs

BOTH_FILES = ["figures", "excused_numerals"]


@pytest.mark.parametrize("name", BOTH_FILES)
def test_every_mention_stands_at_its_place(article, table, name):
    misplaced = [
        (row["start"], row["mention"])
        for row in table(name)
        if article[row["start"] : row["end"]] != row["mention"]
    ]
    assert misplaced == []


def test_every_context_hash_is_that_of_its_place(article, figures):
    wrong = [
        figure_id
        for figure_id, row in figures.items()
        if context_hash(article, row["start"], row["end"]) != row["context_hash"]
    ]
    assert wrong == []


def test_every_numeral_is_a_figure_or_excused_and_never_both(article, table):
    spans = [(row["start"], row["end"]) for name in BOTH_FILES for row in table(name)]
    holders = {
        numeral.span(): [
            span for span in spans if span[0] <= numeral.start() and numeral.end() <= span[1]
        ]
        for numeral in NUMERAL.finditer(article)
    }
    assert {place: held for place, held in holders.items() if len(held) != 1} == {}


def test_the_bulletin_is_the_text_that_it_says(article, table):
    [bulletin] = table("bulletins")
    assert hashlib.sha256(article.encode()).hexdigest() == bulletin["sha256"]
    assert len(article) == bulletin["code_points"]
    assert len(list(paragraphs(article))) == bulletin["paragraphs"]


def test_the_copy_has_347_glosses_as_the_bulletin_notes(article, table):
    [bulletin] = table("bulletins")
    assert len(GLOSS.findall(article)) == 347
    assert "347" in bulletin["script_note_en"]
    assert "347" in bulletin["script_note_zh"]


def test_paragraphs_are_the_physical_lines(article, table):
    printed = [(number, *span) for number, span in enumerate(paragraphs(article), start=1)]
    assert [(row["paragraph"], row["start"], row["end"]) for row in table("paragraphs")] == printed


def test_figures_stand_in_their_paragraphs(article, figures):
    spans = list(paragraphs(article))
    outside = [
        figure_id
        for figure_id, row in figures.items()
        if not (
            spans[row["paragraph"] - 1][0] <= row["start"]
            and row["end"] <= spans[row["paragraph"] - 1][1]
        )
    ]
    assert outside == []


def test_subjects_are_printed_in_the_paragraph_of_their_figure(article, figures):
    printed = [GLOSS.sub("", article[start:end]) for start, end in paragraphs(article)]
    absent = [
        (figure_id, row["subject"])
        for figure_id, row in figures.items()
        if row["subject"] and row["subject"] not in printed[row["paragraph"] - 1]
    ]
    assert absent == []
