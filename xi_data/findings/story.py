"""What a view says of the rows that somebody asked for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

from xi_data import store
from xi_data.each_row import each_row
from xi_data.locale import Translator, translator
from xi_data.sums import Ratio, Total
from xi_data.views import Query, Question, active_filters
from xi_data.views.request import figure_key
from xi_data.wording import SIGMA, hedged

_number = re.compile(r"\d(?:[\d,.]*\d)(?:%|[KM]|万|亿)?")  # of two digits or more


class Cell(NamedTuple):
    """A headline number: the number, what it counts, and where it comes from.

    of: what to cite for it: the figures that say it, by key, or the sum that it is. Nothing where
    it counts what no figure says.
    """

    number: str
    label: str
    source: str
    of: Sequence[str] | Total = ()


class Note(NamedTuple):
    """How to read a number: an icon or a sign, and a sentence."""

    icon: str
    sentence: str


class Sum(NamedTuple):
    """Something that we computed: what it is, and its value with the figures that it is made of."""

    name: str
    value: Total | Ratio


@dataclass(frozen=True)
class Story:
    """A view's rows and what it says of them.

    rows: in view, in drawing order; every: those that nothing narrows. active: filters in force,
    key to words. finding: the title. definition: what is measured, where and when; how: what a
    reader can do here. notes: how to read the numbers. sums: what we computed. first: the figure
    that is shown where none is picked, and first_words what it is. beside: figures that stand
    beside the rows and can be picked as they can. elsewhere: sums of other pages that the words
    of a search find.
    """

    question: Question
    rows: pd.DataFrame
    every: pd.DataFrame
    active: Mapping[str, str]
    finding: str = ""
    definition: str = ""
    how: str = ""
    cells: Sequence[Cell] = ()
    notes: Sequence[Note] = ()
    sums: Sequence[Sum] = ()
    first: str = ""
    first_words: str = ""
    beside: pd.DataFrame = field(default_factory=pd.DataFrame)
    elsewhere: Sequence[Any] = ()

    @property
    def readings(self) -> list[str | None]:
        """How each row came to be; nothing for rows that are no figures."""
        return list(self.rows["reading"]) if "reading" in self.rows else []

    @cached_property
    def order(self) -> list[str]:
        """Keys of all figures that can be looked at, for the steps from one to the next."""
        return [
            figure_key(self.question.bulletins, *pair)
            for rows in (self.rows, self.beside)
            if "figure_id" in rows
            for pair in zip(rows["bulletin_id"], rows["figure_id"], strict=True)
        ]

    @cached_property
    def cells_beyond_title(self) -> list[Cell]:
        """The headline numbers that the finding does not say already."""
        said = set(_number.findall(self.finding))
        return [one for one in self.cells if not said & set(_number.findall(one.number))]

    @cached_property
    def valued(self) -> pd.DataFrame:
        """The rows that have a value, and so a bar."""
        return self.rows[self.rows["value"].notna()]


class Material(NamedTuple):
    """What a story is made from. narrowed: whether any filter is in force."""

    t: Translator
    query: Query
    question: Question
    bulletin: Mapping[str, Any]
    rows: pd.DataFrame
    every: pd.DataFrame
    active: Mapping[str, str]

    @property
    def narrowed(self) -> bool:
        """Whether any filter is in force."""
        return bool(self.active)

    def answer(self, query: Any, **values: Any) -> Any:
        """The answer of one of store's queries for the bulletins of the question."""
        return self.query(query, self.question.bulletins, self.question.lang, **values)

    def remarks(self, place: str) -> list[Note]:
        """What only a reader of the whole text can say of this view, as the data have it.

        place: finding, definition or note. A figure's key in braces stands for its number.
        """
        found = self.answer(store.remarks, view=self.question.view, place=place)
        numbers = _Numbers(self)
        return [Note(row.icon, row.text.format_map(numbers)) for row in each_row(found)]

    def defined(self, definition: str) -> str:
        """The definition with what the data add to it."""
        return " · ".join([definition, *(one.sentence for one in self.remarks("definition"))])

    def found(self, otherwise: str) -> str:
        """The finding that the data have of this view, or else another."""
        return next((one.sentence for one in self.remarks("finding")), otherwise)

    def told(self, **fields: Any) -> Story:
        """The story of these rows."""
        return Story(
            **{"rows": self.rows, "every": self.every, "active": self.active, **fields},
            question=self.question,
        )

    def in_general(self) -> str:
        """A finding that holds for any rows: how many there are."""
        if self.narrowed:
            return self.t.plural(
                "{number} of {all} figures is in this selection",
                "{number} of {all} figures are in this selection",
                len(self.rows),
                all=self.t.number(len(self.every)),
            )
        return self.t.plural(
            "{number} figure on this topic", "{number} figures on this topic", len(self.every)
        )


class _Numbers(dict):
    """Key of a figure to its number in words, asked for where a remark names it."""

    def __init__(self, material: Material):
        super().__init__()
        self._material = material

    def __missing__(self, key: str) -> str:
        figures = self._material.answer(store.figures)
        one = figures[figures["figure_id"] == key].iloc[0]
        return hedged(self._material.t, one)


def gathered(query: Query, question: Question, view_rows: Any) -> Material:
    """The rows of a question and all that goes with them. view_rows: as the view's rows."""
    t = translator(question.lang)
    one = len(question.bulletins) == 1
    return Material(
        t,
        query,
        question,
        query(store.bulletin, question.bulletins, question.lang) if one else {},
        question.rows(query, view_rows),
        question.whole.rows(query, view_rows),
        active_filters(t, query, question),
    )


def ids(rows: pd.DataFrame) -> list[str]:
    """Keys of the figures, in the order of the rows."""
    return list(rows["figure_id"]) if "figure_id" in rows else []


def largest(rows: pd.DataFrame) -> str:
    """Key of the figure with the largest value; of the first one where none has a value."""
    return rows["figure_id"].iloc[int(rows["value"].fillna(float("-inf")).to_numpy().argmax())]


def added_up(t: Translator, figures: int) -> str:
    """Where a headline number comes from: so many figures that we added, or one of the article."""
    if figures == 1:
        return t("in the article")
    return f"{SIGMA} {t('sum of {number} figures', number=t.number(figures))}"


def capital(sentence: str) -> str:
    """Words as a sentence begins."""
    return sentence[:1].upper() + sentence[1:]
