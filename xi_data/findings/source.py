"""Source: where the figures stand in the text, and what was found in a copy of it."""

import pandas as pd

from xi_data import store
from xi_data.findings.story import Cell, Material, Story, ids
from xi_data.matching.align import Verification
from xi_data.publish import citation


def story(of: Material) -> Story:
    """What Source says without a copy of the text: how the figures are spread over it."""
    return _told(of, without_copy(of), size(of))


def of_copy(of: Material, found: Verification) -> Story:
    """What Source says of a copy that somebody brought."""
    return _told(of, in_copy(of, found), verdicts(of, found))


def _told(of: Material, finding: str, cells: list[Cell]) -> Story:
    return of.told(
        finding=of.in_general() if of.narrowed else finding,
        definition=citation.source(of.t, of.bulletin),
        cells=cells,
        first=next(iter(ids(of.rows)), ""),
        first_words=of.t("first result"),
    )


def without_copy(of: Material) -> str:
    """In how many of the paragraphs the figures stand."""
    return of.t(
        "{figures} figures appear in {some} of the article’s {paragraphs} paragraphs",
        figures=len(of.every),
        some=of.every["paragraph"].nunique(),
        paragraphs=len(of.answer(store.paragraphs)),
    )


def in_copy(of: Material, verification: Verification) -> str:
    """How many figures stand in the copy, and which numerals are left over."""
    t, every = of.t, len(of.every)
    found = every - verification.count("missing")
    uncovered = len(verification.uncovered)
    if not found:
        return t("None of the {figures} figures was found in this text", figures=every)
    if verification.all_well:
        return t(
            "All {figures} figures were found in this text; every number is accounted for",
            figures=every,
        )
    said = t("{found} of {figures} figures were found in this text", found=found, figures=every)
    if not uncovered:
        return said
    more = t.plural(
        "{number} number is unclassified",
        "{number} numbers are unclassified",
        uncovered,
    )
    return t.chain([said, more])


def size(of: Material) -> list[Cell]:
    """The text's figures, excused numerals and length."""
    t = of.t
    excused = int(of.answer(store.excuses)["numerals"].sum())
    length = t.number(of.bulletin["code_points"])
    lines = t("in {paragraphs} paragraphs", paragraphs=of.bulletin["paragraphs"])
    return [
        Cell(t.number(len(of.every)), t("figures"), t("each with its position")),
        Cell(t.number(excused), t("numbers left out"), t("set phrases, names, ordinals and so on")),
        Cell(length, t("characters"), lines),
    ]


def verdicts(of: Material, found: Verification) -> list[Cell]:
    """The verdicts on a copy in numbers."""
    t = of.t
    neither = t("neither figures nor left out")
    return [
        Cell(t.number(found.count("aligned")), t("same position"), t("same words, same position")),
        Cell(t.number(found.count("moved")), t("moved"), t("same words, another position")),
        Cell(t.number(found.count("missing")), t("missing"), t("not in this text")),
        Cell(t.number(len(found.uncovered)), t("unclassified numbers"), neither),
        Cell(
            t.number(len(found.excused)),
            t("numbers left out"),
            t("set phrases, names, ordinals and so on"),
        ),
    ]


def families(rows: pd.DataFrame, order: list[str]) -> list[tuple[str, str, str]]:
    """Colour, icon and name of the families among the rows, in the order of the vocabulary."""
    first = rows.drop_duplicates("family").set_index("family")
    return [
        (first.at[one, "colour"], first.at[one, "icon"], first.at[one, "family_label"])
        for one in order
        if one in first.index
    ]
