"""Why a check came out as it did: one sentence for each kind and verdict."""

from xi_data.checks.record import Check
from xi_data.locale import Translator


def explained(t: Translator, check: Check) -> str:
    """The sentence of a check's kind, verdict and reason."""
    if check.verdict == "not_run":
        return t("This check needs the article’s text. Provide the text to run it.")
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
        "holds": t("The parts in the article add up exactly to its total."),
        "differs": t("The listed items and the total differ; the list may not be complete."),
        "cannot_tell": t(
            "The wording leaves a limit open, so the sum can be neither confirmed nor ruled out."
        ),
        "data_error": t("The parts do not add up to the total, and the data do not say why."),
    }[check.verdict]


def _list(t: Translator, check: Check) -> str:
    return t("The article lists these after the number; it does not call them its parts.")


def _nesting(t: Translator, check: Check) -> str:
    return {
        "holds": t("The part is not larger than the total that it is counted in."),
        "differs": t("In the article itself, the part is larger than its total."),
        "cannot_tell": t("The wording leaves a limit open, so neither can be called larger."),
        "data_error": t("The part is larger than its total, and the data do not say why."),
    }[check.verdict]


def _restatement(t: Translator, check: Check) -> str:
    return {
        "holds": t("The article repeats the count, with the same number and unit."),
        "differs": t("The article repeats the count with another number or unit."),
        "data_error": t("Marked as a repeat, but number, wording or unit differ."),
    }[check.verdict]


def _two_units(t: Translator, check: Check) -> str:
    return {
        "": t(
            "Both numbers are exact and divide without a remainder, as they would if all were of "
            "one size."
        ),
        "average": t("An average, not the size of each: nothing in the article confirms it."),
        "hedged": t("One of the numbers is not exact, so the size of each cannot be told."),
        "apart": t(
            "Marked as one thing, but noun, status or paragraph differ, or the unit does not."
        ),
    }[check.reason]


def _conflict(t: Translator, check: Check) -> str:
    if check.verdict == "data_error":
        return t("The data call it a conflict, but both figures can be true.")
    return t("The article gives two different numbers for one thing.")


def _odd(t: Translator, check: Check) -> str:
    if check.verdict == "data_error":
        return t("Marked as out of proportion, but the figure is not flagged to be read with care.")
    return t("Nothing contradicts it, but it is out of proportion to related figures.")


def _copy(t: Translator, check: Check) -> str:
    if check.verdict == "holds":
        return t(
            "The text is identical, character for character, to the one that positions refer to."
        )
    return t("Another version of the article: positions may differ, and parts may be missing.")


def _rules(t: Translator) -> dict[str, str]:
    """Kind to the rule that every figure has to keep."""
    return {
        "value": t(
            "From the article’s words alone, the reading program finds the number, date and "
            "wording that the data have."
        ),
        "bounds": t(
            "Exact: both limits are the value. Over and at least: a lower limit only. "
            "Nearly, under and at most: an upper limit only. About: none."
        ),
        "rounding": t("The rounding step is the place of the value’s last non-zero digit."),
        "unit": t("Money has a unit of money, a duration one of time, and a count neither."),
        "category": t("The category of each figure belongs to the topic of the figure."),
        "paragraph": t("Each figure is inside its paragraph and has its section."),
        "span": t("No figure overlaps another figure or a number left out."),
        "remark": t("A figure with a remark says in both languages what a reader must know."),
        "relation": t("Relations point to existing figures, and no repetition runs in a circle."),
        "place": t(
            "The article’s words are at the position the data give, or were found elsewhere."
        ),
        "context": t("The eight characters on each side give the hash in the data."),
        "coverage": t("Every number in the text is either a figure or left out, never both."),
    }
