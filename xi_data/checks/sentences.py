"""Why a check came out as it did: one sentence for each kind and verdict."""

from xi_data.checks.record import Check
from xi_data.locale import Translator


def explained(t: Translator, check: Check) -> str:
    """The sentence of a check's kind, verdict and reason."""
    if check.verdict == "not_run":
        return t("Only the article’s own words can prove it. Bring them, and it runs.")
    by_kind = {
        "sum": _sum,
        "list": _list,
        "nesting": _nesting,
        "restatement": _restatement,
        "two_units": _two_units,
        "conflict": _conflict,
        "odd": _odd,
        "copy": _copy,
    }
    if check.kind in by_kind:
        return by_kind[check.kind](t, check)
    return _rules(t)[check.kind]


def _sum(t: Translator, check: Check) -> str:
    return {
        "holds": t("The printed parts make up the printed whole, with nothing left over."),
        "differs": t("The listed parts and the whole differ; the list may not be complete."),
        "cannot_tell": t("The wording leaves a side open, so the sum neither meets nor misses it."),
        "data_error": t("The parts do not make up the whole, and the data do not say why."),
    }[check.verdict]


def _list(t: Translator, check: Check) -> str:
    return t("The article lists these after the number; it does not call them its parts.")


def _nesting(t: Translator, check: Check) -> str:
    return {
        "holds": t("The part is not larger than the whole that it is counted in."),
        "differs": t("The part is larger than its whole in the article itself."),
        "cannot_tell": t("The wording leaves a side open, so neither can be called larger."),
        "data_error": t("The part is larger than its whole, and the data do not say why."),
    }[check.verdict]


def _restatement(t: Translator, check: Check) -> str:
    return {
        "holds": t("The article names the same count again, with the same number and unit."),
        "differs": t("The article names the count again with another number or unit."),
        "data_error": t("Said to be the same count, but number, wording or unit differ."),
    }[check.verdict]


def _two_units(t: Translator, check: Check) -> str:
    return {
        "": t("Both numbers are exact and divide without a remainder: one size for all."),
        "average": t("An average, not the size of each: nothing in the article confirms it."),
        "hedged": t("One side is printed with a hedge, so the size of one cannot be told."),
        "apart": t(
            "Said to be one thing, but noun, status or paragraph differ, or the unit does not."
        ),
    }[check.reason]


def _conflict(t: Translator, check: Check) -> str:
    if check.verdict == "data_error":
        return t("The data call it a conflict, but the two figures can both hold.")
    return t("The article gives two different numbers of one thing.")


def _odd(t: Translator, check: Check) -> str:
    if check.verdict == "data_error":
        return t("Said to look odd, but the figure is not marked as one to read with care.")
    return t("Nothing contradicts it, but it does not go with the figures beside it.")


def _copy(t: Translator, check: Check) -> str:
    if check.verdict == "holds":
        return t("The text is, character for character, the copy that positions were made on.")
    return t("Another copy of the article: places may have moved, and parts may be missing.")


def _rules(t: Translator) -> dict[str, str]:
    """Kind to the rule that every figure has to keep."""
    return {
        "value": t(
            "The reader, given the mention alone, finds the number, the date and the wording that "
            "the data have."
        ),
        "bounds": t(
            "Exact: both bounds are the value. Over and at least: a lower bound only. Nearly, "
            "under and at most: an upper bound only. About: none."
        ),
        "rounding": t("The printed step is the place of the value’s last digit that is not zero."),
        "unit": t("Money has a unit of money, a duration one of time, and a count neither."),
        "category": t("The category of each figure belongs to the topic of the figure."),
        "paragraph": t("Each figure stands inside its paragraph and has its section."),
        "span": t("No figure overlaps another figure or an excused numeral."),
        "remark": t("A figure with a remark says in both languages what a reader must know."),
        "relation": t("Relations name figures that exist, and no repetition runs in a circle."),
        "place": t("The mention stands in the text where the data say, or was found elsewhere."),
        "context": t("The eight characters each side give the hash that the data keep."),
        "coverage": t("Every numeral of the text lies in one figure or is excused, never in both."),
    }
