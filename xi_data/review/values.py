"""Changing columns of a figure: what follows from one in others, and what the record refuses."""

import datetime
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from xi_data.corpus.figures import printed_step
from xi_data.corpus.labels import UNKNOWN_UNIT, labels
from xi_data.reading.rule_tables import Vocabularies, vocabulary
from xi_data.reading.rules import kind_of
from xi_data.record.errors import Message
from xi_data.record.figures import Figure
from xi_data.record.qualifiers import open_sides
from xi_data.record.topics import TOPIC_DIMENSIONS
from xi_data.review.written import WrongValueError, written

_UNVALUED = ("date", "vague")  # kinds without a value


def changed(
    figure: Figure, told: Mapping[str, Any], vocabularies: Vocabularies = vocabulary
) -> Figure:
    """The figure with other values in columns of CHANGEABLE, and in those that follow from them.

    Values may be typed or as a person writes them; "" and None are nothing. Bounds follow value and
    qualifier, a kind its unit, a label that nobody wrote over what it names; a category that is not
    of a new topic goes. Raises WrongValueError.
    """
    wanted = {column: written(column, value, vocabularies) for column, value in told.items()}
    new = replace(figure, **_dated(wanted))
    new = _of_kind(figure, new, wanted, vocabularies)
    new = _bounded(figure, new, wanted)
    if "topic" in wanted and "category" not in wanted and not _is_of_topic(new, vocabularies):
        new = replace(new, category=None)
    new = _as_of(figure, new, wanted)
    new = _unsure_no_more(figure, new)
    _check(new, wanted, vocabularies)
    return _labelled(figure, new, wanted, vocabularies)


def _dated(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Columns to be set: a partial date is in a column of its own."""
    told = {key: value for key, value in wanted.items() if not key.startswith("label_")}
    if "date" in told:
        whole = isinstance(told["date"], datetime.date)
        told["date_partial"] = None if whole else told["date"]
        told["date"] = told["date"] if whole else None
    return told


def _of_kind(
    old: Figure, new: Figure, wanted: Mapping[str, Any], vocabularies: Vocabularies
) -> Figure:
    """What a kind asks of other columns, and a unit or a date of the kind."""
    if "kind" not in wanted:
        new = replace(new, kind=_kind(new, wanted, vocabularies))
    if new.kind == old.kind:
        return new
    follows: dict[str, Any] = {}
    if new.kind == "date":
        follows = {"unit": "date", "topic": "date", "qualifier": "exact", "category": None}
        follows |= dict.fromkeys(("status", "subject", "as_of", "as_of_basis"))
        new = replace(new, value=None, value_low=None, value_high=None)
    elif old.kind == "date":
        follows = {"unit": UNKNOWN_UNIT, "topic": "other", "category": None}
        new = replace(new, date=None, date_partial=None)
    if new.kind == "vague":
        new = replace(new, value=None)
    return replace(new, **{key: value for key, value in follows.items() if key not in wanted})


def _kind(new: Figure, wanted: Mapping[str, Any], vocabularies: Vocabularies) -> str:
    """The kind that a date, a value or a unit asks for, else the one that it has."""
    if wanted.get("date"):
        return "date"
    valued = wanted.get("value") is not None and new.kind in _UNVALUED
    measured = "unit" in wanted and new.kind != "vague"
    return kind_of(new.unit, vocabularies) if valued or measured else new.kind


def _bounded(old: Figure, new: Figure, wanted: Mapping[str, Any]) -> Figure:
    """Bounds as value and wording give them; of a vague count those that the person gives."""
    if new.kind in _UNVALUED:
        return replace(new, printed_step=None)
    if (old.value, old.qualifier, old.kind) == (new.value, new.qualifier, new.kind):
        return new
    below, above = open_sides()[new.qualifier]
    low = wanted.get("value_low", None if below else new.value)
    high = wanted.get("value_high", None if above else new.value)
    step = new.printed_step if old.value == new.value else printed_step(new.value)
    return replace(new, value_low=low, value_high=high, printed_step=step)


def _as_of(old: Figure, new: Figure, wanted: Mapping[str, Any]) -> Figure:
    """A date that the figure refers to has a basis, and no date has none that states one."""
    if "as_of_basis" not in wanted:
        stated = new.as_of_basis in ("stated", "event")
        if new.as_of and not stated:
            return replace(new, as_of_basis="stated")
        if new.as_of is None and stated:
            return replace(new, as_of_basis=None)
    elif "as_of" not in wanted and new.as_of_basis not in ("stated", "event"):
        return replace(new, as_of=None)
    return new


def _unsure_no_more(old: Figure, new: Figure) -> Figure:
    """Without the reasons and doubts of columns that a person has decided."""
    decided = [
        one.name for one in fields(Figure) if getattr(old, one.name) != getattr(new, one.name)
    ]
    reasons = [one for one in (new.reasons or "").split("; ") if one.split("=")[0] not in decided]
    unsure = [one for one in (new.unsure or "").split() if one not in decided]
    return replace(new, reasons="; ".join(reasons) or None, unsure=" ".join(unsure) or None)


def _labelled(
    old: Figure, new: Figure, wanted: Mapping[str, Any], vocabularies: Vocabularies
) -> Figure:
    """With the labels that were wanted; those that nobody wrote over follow what they name."""
    before, after = labels(old, vocabularies), labels(new, vocabularies)
    told = {}
    for column, was, rule in zip(("label_en", "label_zh"), before, after, strict=True):
        if column in wanted:
            told[column] = wanted[column] or rule
        elif getattr(old, column) == was:
            told[column] = rule
    return replace(new, **told)


def _is_of_topic(figure: Figure, vocabularies: Vocabularies) -> bool:
    category = vocabularies("categories").get(figure.category or "")
    return category is None or category["topic"] == figure.topic


def _check(new: Figure, wanted: Mapping[str, Any], vocabularies: Vocabularies) -> None:
    """Raise WrongValueError for what the record does not allow."""
    if not _is_of_topic(new, vocabularies):
        own = [key for key, row in vocabularies("categories").items() if row["topic"] == new.topic]
        expected = Message(
            "a category of the topic {topic}: {keys}",
            topic=new.topic,
            keys=", ".join(own) or Message("it has none"),
        )
        raise WrongValueError("category", new.category, expected)
    dimension = vocabularies("units")[new.unit]["dimension"]
    measured = TOPIC_DIMENSIONS.get(new.topic, {dimension})
    if dimension not in measured:
        expected = Message(
            "a topic measured in {dimension}: {topic} is in {dimensions}",
            dimension=dimension,
            topic=new.topic,
            dimensions=", ".join(measured),
        )
        raise WrongValueError("topic", new.topic, expected)
    if {"kind", "unit"} & set(wanted) and not _fits(new, vocabularies):
        raise WrongValueError(
            "kind", new.kind, Message("a kind that the unit {unit} has", unit=new.unit)
        )
    if (new.kind == "date") != bool(new.date or new.date_partial):
        raise WrongValueError(
            "date", new.date, Message("a date where the kind is date, and nowhere else")
        )
    if (new.kind in _UNVALUED) != (new.value is None):
        none = Message("no number, for the kind {kind} has none", kind=new.kind)
        expected = none if new.kind in _UNVALUED else Message("a number in digits")
        raise WrongValueError("value", new.value, expected)
    if bool(new.as_of) != (new.as_of_basis in ("stated", "event")):
        raise WrongValueError(
            "as_of_basis",
            new.as_of_basis,
            Message("stated or event beside a date, and nowhere else"),
        )
    _check_bounds(new)


def _fits(new: Figure, vocabularies: Vocabularies) -> bool:
    """Whether the unit can measure what the kind is."""
    if "date" in (new.kind, new.unit):
        return new.kind == new.unit
    return new.kind in ("vague", kind_of(new.unit, vocabularies))


def _check_bounds(new: Figure) -> None:
    low, high = new.value_low, new.value_high
    if new.kind == "vague":
        return
    below, above = open_sides()[new.qualifier]
    if new.kind == "date":
        holds, expected = (low, high) == (None, None), Message("no limits of a date")
    elif below and above:
        holds = (low is None or low <= new.value) and (high is None or high >= new.value)
        expected = Message("none, or limits on either side of the value")
    else:
        holds = (low, high) == (None if below else new.value, None if above else new.value)
        expected = Message("the limits that {qualifier} states", qualifier=new.qualifier)
    if not holds:
        raise WrongValueError("value_low", low, expected)
