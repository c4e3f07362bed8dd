"""A figure in words: value with hedge and unit, bounds, date; and the formula of what we computed.

A figure is any mapping, Series or named row with the columns of a described figure; one that lacks
a column is worded without it. A date is written as a date. What has no value (kind vague) is
worded as printed: by its mention.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from xi_data.each_row import each_row
from xi_data.locale import Translator
from xi_data.record.qualifiers import open_sides
from xi_data.sums import Ratio, Share, Total

SUM_SIGN = "Σ"
"""The one sign for what we computed, in charts and files."""

SUM_MARK, STRONG_MARK, GREY_MARK, END_MARK = map(chr, range(0xE000, 0xE004))
"""Marks that a sentence of ours sets and no data can: private characters, not those of Markdown."""

SIGMA = f"{SUM_MARK}{SUM_SIGN}{END_MARK}"
"""The same sign as pages show it, in a badge."""

SIGNS = {"exact": "=", "at_least": "≥", "at_most": "≤", "about": "≈"}
"""Qualifier of a sum to the sign before its value."""

_COUNTED = ("count", "article", "pack", "kind")  # dimensions whose measure word is the article's

_ROUND = 100  # from this printed step on, how far a print is rounded is worth a sentence


def strong(text: str) -> str:
    """The text in bold, where a page shows it."""
    return f"{STRONG_MARK}{text}{END_MARK}"


def grey(text: str) -> str:
    """The text in grey, where a page shows it."""
    return f"{GREY_MARK}{text}{END_MARK}"


def with_hedge(t: Translator, number: str, qualifier: str | None, label: str | None) -> str:
    """A number with its hedge in words: over 400. label: the qualifier's name in t's language."""
    if not label or qualifier == "exact":
        return number
    return t("{hedge} {number}", hedge=label, number=number)


def hedged(t: Translator, figure: Any) -> str:
    """The value with its hedge in words: over 2.5m."""
    value = _cell(figure, "value")
    if value is None:
        return _unvalued(t, figure)
    label = _cell(figure, "qualifier_label")
    return with_hedge(t, t.compact(value), _cell(figure, "qualifier"), label)


def hedged_short(t: Translator, figure: Any) -> str:
    """The value with the sign of its hedge: > 2.5m."""
    value = _cell(figure, "value")
    if value is None:
        return _unvalued(t, figure)
    sign = _cell(figure, "sign")
    unhedged = not sign or _cell(figure, "qualifier") == "exact"
    return t.compact(value) if unhedged else f"{sign} {t.compact(value)}"


def with_unit(t: Translator, figure: Any) -> str:
    """The value with its hedge and its unit; a mention has its measure word in it."""
    unit = "" if _cell(figure, "value") is None else measure_word(t, figure)
    return t.measured(hedged(t, figure), unit)


def measure_word(t: Translator, figure: Any) -> str:
    """The unit in words; in Chinese, of what is counted, the article's own measure word."""
    word = _cell(figure, "unit_printed")
    if word and t.lang == "zh" and _cell(figure, "dimension") in _COUNTED:
        return word
    return _cell(figure, "unit_label") or ""


def before_noun(t: Translator, figure: Any) -> str:
    """A number as it stands with its noun: 15,000 (face masks), but 1.5万个."""
    return with_unit(t, figure) if t.lang == "zh" else hedged(t, figure)


def indicator_name(t: Translator, figure: Any, unit: str) -> str:
    """What figures of several bulletins give alike: category, status and unit."""
    name, status = figure.category_label, figure.status_label
    said = t("{category} {status}", category=name, status=status) if status else name
    if t.inside(said) == t.inside(unit):
        return said
    return t("{indicator}, {unit}", indicator=said, unit=t.inside(unit))


def amounts(t: Translator, rows: pd.DataFrame) -> str:
    """Figures in one unit, exact ones first; English names the unit once, Chinese each time.

    A hedge that began the list would seem to be that of all.
    """
    rows = rows.sort_values("qualifier", key=lambda words: words != "exact", kind="stable")
    said = t.listed(before_noun(t, row) for row in each_row(rows))
    return said if t.lang == "zh" else t.measured(said, rows["unit_label"].iloc[-1])


def bounds(t: Translator, figure: Any) -> str:
    """What the words bound, and how far the print is rounded; nothing for a date."""
    if _cell(figure, "kind") == "date":
        return ""
    value, step = _cell(figure, "value"), _cell(figure, "printed_step")
    if value is None:
        return t("Given in words, without a number.")
    said = _bounded(t, figure, t.compact(value))
    if step is None or step < _ROUND:
        return said
    return t.sentences(said, t("If rounded, then to {step} or finer.", step=t.compact(step)))


def as_of(t: Translator, figure: Any) -> str:
    """The date that a figure holds to, and how the text says so; nothing for a date."""
    if _cell(figure, "kind") == "date":
        return ""
    day, basis = _cell(figure, "as_of"), _cell(figure, "basis_label")
    if day is None:
        return basis or t("no date given")
    return t("{date}, {basis}", date=t.date(day), basis=basis) if basis else t.date(day)


def unreviewed(t: Translator, figure: Any) -> str:
    """That no person has read the figure; nothing where one has."""
    machine = _cell(figure, "reading") == "machine"
    return t("read by machine, not reviewed") if machine else ""


def unreviewed_of(t: Translator, readings: Sequence[str | None]) -> str:
    """How many of the figures with these values of reading no person has read; nothing for none."""
    number = sum(one == "machine" for one in readings)
    if not number:
        return ""
    if number == len(readings):
        return t("Read by machine, not reviewed")
    return t.plural(
        "{number} of {all} figures was read by machine and not reviewed",
        "{number} of {all} figures were read by machine and not reviewed",
        number,
        all=t.number(len(readings)),
    )


def basis(t: Translator, key: str) -> str:
    """Who says that two figures stand in a relation; key: a basis of relations.csv."""
    return {"printed": t("stated"), "inferred": t("inferred")}[key]


def with_basis(t: Translator, relation: str, key: str) -> str:
    """A relation in words, with its basis: repeats (inferred)."""
    return t("{relation} ({basis})", relation=relation, basis=basis(t, key))


def characters(t: Translator, start: int, end: int) -> str:
    """A half-open place in a text as people count characters: from 1, the last one included."""
    return f"{t.number(start + 1)}–{t.number(end)}"


def formula(t: Translator, computed: Total | Ratio) -> str:
    """97 + 8 + 1 + 1, or 125,000 ÷ 5,000."""
    if isinstance(computed, Ratio):
        return f"{t.number(computed.dividend)} ÷ {t.number(computed.divisor)}"
    return " + ".join(t.number(part) for part in computed.parts)


def result(t: Translator, computed: Total | Ratio) -> str:
    """What we computed in words: ≥ 351, 94.9%, 25 kg a bag."""
    if isinstance(computed, Share):
        return t.percent(computed.value)
    if isinstance(computed, Ratio):
        return f"{t.number(computed.value)} {computed.unit}"
    return with_sign(t, computed)


def with_sign(t: Translator, whole: Total) -> str:
    """The value of a sum, with the sign of its hedge where it has one: ≥ 351."""
    number = t.compact(whole.value)
    return number if whole.qualifier == "exact" else f"{SIGNS[whole.qualifier]} {number}"


def summed(t: Translator, whole: Total) -> str:
    """The same in a sentence: with Σ where it is ours, without where it is one figure."""
    number = with_sign(t, whole)
    return f"{SUM_SIGN} {number}" if len(whole.parts) > 1 else number


def _cell(figure: Any, column: str) -> Any:
    """A cell of a figure; None where it is empty or the figure has no such column."""
    found = figure.get(column) if hasattr(figure, "get") else getattr(figure, column, None)
    return None if pd.isna(found) else found


def _unvalued(t: Translator, figure: Any) -> str:
    day = _cell(figure, "date") if _cell(figure, "kind") == "date" else None
    return t.date(day) if day is not None else _cell(figure, "mention") or ""


def _bounded(t: Translator, figure: Any, value: str) -> str:
    """The sides that the words leave open; a strict bound is said where they state one."""
    qualifier = _cell(figure, "qualifier")
    below, above = open_sides().get(qualifier, (False, False))
    given = _cell(figure, "open_below"), _cell(figure, "open_above")
    sides = (below, above) if None in given else tuple(map(bool, given))
    strict = {
        "over": t("More than {value}. No upper limit is given."),
        "nearly": t("Just under {value}. No lower limit is given."),
        "under": t("Less than {value}. No lower limit is given."),
    }
    said = {
        (False, False): t("Exact: the article gives {value} without “over”, “about” or the like."),
        (False, True): t("{value} or more. No upper limit is given."),
        (True, False): t("{value} or less. No lower limit is given."),
        (True, True): t("Around {value}. Neither limit is given."),
    }
    return strict.get(qualifier, said[sides]).format(value=value)
