"""Checks in words, in either language: for the page, for its downloads and for the command line."""

from collections.abc import Sequence
from typing import Any

from xi_data import wording
from xi_data.checks.facts import Facts
from xi_data.checks.record import NOT_RUN, Check, by_basis, counted
from xi_data.checks.sentences import explained
from xi_data.locale import Translator
from xi_data.record.bases import INFERRED
from xi_data.record.figures import Figure

_FEW = 10  # failures that an explanation names


def verdict_names(t: Translator) -> dict[str, str]:
    """Verdict to its name, what needs attention first."""
    return {
        "data_error": t("error in the data"),
        "conflict": t("conflict in the article"),
        "differs": t("differs"),
        "odd": t("out of proportion"),
        "cannot_tell": t("cannot be told"),
        "not_run": t("needs the text"),
        "holds": t("passed"),
    }


def kind_names(t: Translator) -> dict[str, str]:
    """Kind of check to its name: what the article says, then the data, then the text."""
    return {
        "sum": t("Parts and total"),
        "list": t("List beside a total"),
        "nesting": t("Part within its total"),
        "restatement": t("Repeated figures"),
        "two_units": t("One thing, two units"),
        "conflict": t("Conflict"),
        "odd": t("Out of proportion"),
        "value": t("Value as in the article"),
        "bounds": t("Limits follow the wording"),
        "rounding": t("Rounding"),
        "unit": t("Unit fits kind and topic"),
        "category": t("Category fits topic"),
        "paragraph": t("Inside its paragraph"),
        "span": t("No position counted twice"),
        "remark": t("Remarks explained"),
        "relation": t("Relations point to existing figures"),
        "copy": t("Version of the text"),
        "place": t("Wording found in the text"),
        "context": t("Neighbouring words"),
        "coverage": t("Every number accounted for"),
    }


def value_words(t: Translator, facts: Facts, figure: Figure) -> str:
    """The value with its hedge: over 2,500,000; a date as a date."""
    columns = ("kind", "value", "date", "mention", "qualifier")
    cells = {column: getattr(figure, column) for column in columns}
    label = facts.qualifiers[figure.qualifier][f"label_{t.lang}"]
    return wording.hedged(t, cells | {"qualifier_label": label})


def with_unit(t: Translator, facts: Facts, figure: Figure) -> str:
    """The value with its hedge and its unit."""
    words = value_words(t, facts, figure)
    if figure.value is None:
        return words
    unit = {
        "unit_label": _named(t, facts, figure.unit, figure.value),
        "unit_printed": figure.unit_printed,
        "dimension": facts.units[figure.unit]["dimension"],
    }
    return t.measured(words, wording.measure_word(t, unit))


def subject(t: Translator, facts: Facts, check: Check) -> str:
    """What a check is about: the figure that it turns on, or the rule's reach."""
    if not check.formula:
        number = t.plural("{number} figure", "{number} figures", len(check.figures))
        first = facts.figures[check.figures[0]] if check.figures else None
        if first and check.kind == "bounds":
            return t.pair(facts.qualifiers[first.qualifier][f"label_{t.lang}"], number)
        if first and check.kind == "unit":
            return t.pair(facts.kinds[first.kind][f"label_{t.lang}"], number)
        return number
    lists = check.kind in ("sum", "list")
    main = facts.figures[check.printed[0] if lists else check.formula[0]]
    return getattr(main, f"label_{t.lang}")


def formula(t: Translator, facts: Facts, check: Check) -> str:
    """1,846 + 84 = 1,930; nothing for a rule about many figures."""
    return " ".join(
        value_words(t, facts, facts.figures[one]) if one in facts.figures else one
        for one in check.formula
    )


def computed(t: Translator, facts: Facts, check: Check) -> str:
    """The side that we computed: a sum, or the size of a pack; else nothing."""
    one = check.computed
    if one is None:
        return ""
    number = t.compact(one.value)
    if one.qualifier != "exact":
        hedge = facts.qualifiers[one.qualifier][f"label_{t.lang}"]
        number = t("{hedge} {number}", hedge=hedge, number=number)
    words = t.measured(number, _named(t, facts, one.unit, one.value))
    if not one.per:
        return words
    return t("{amount} a {unit}", amount=words, unit=_named(t, facts, one.per, 1))


def printed(t: Translator, facts: Facts, check: Check) -> str:
    """The side that the article prints: its figures with their units; else nothing."""
    return t.listed(with_unit(t, facts, facts.figures[one]) for one in check.printed)


def explanation(t: Translator, facts: Facts, check: Check) -> str:
    """Why the verdict is what it is, and what the data note of the figure that it turns on."""
    said = [explained(t, check)]
    if check.failures:
        said.append(
            t.plural(
                "Failed for {number} figure: {figures}.",
                "Failed for {number} figures, among them: {figures}.",
                len(check.failures),
                figures=t.listed(check.failures[:_FEW]),
            )
        )
    if check.spans:
        places = t.listed(wording.characters(t, *span) for span in check.spans[:_FEW])
        said.append(
            t.plural(
                "{number} place, at characters {places}.",
                "{number} places, the first of them at characters {places}.",
                len(check.spans),
                places=places,
            )
        )
    if check.basis == INFERRED:
        said.append(t("It rests on a relation that is inferred: the article does not state it."))
    if check.kind in ("sum", "list", "conflict", "odd"):
        noted = facts.figures[check.printed[0]]
        said.append(getattr(noted, f"note_{t.lang}") or "")
    return t.sentences(*filter(None, said))


def report(t: Translator, facts: Facts, checks: Sequence[Check]) -> str:
    """A line a check, findings explained below theirs, and the count of each verdict at the end."""
    verdicts, kinds = verdict_names(t), kind_names(t)
    lines = []
    for check in checks:
        words = formula(t, facts, check) or subject(t, facts, check)
        kind = kinds[check.kind]
        if check.basis == INFERRED:
            kind = wording.with_basis(t, kind, INFERRED)
        lines.append(f"{t.pair(verdicts[check.verdict], kind)} · {words}")
        if check.verdict not in ("holds", NOT_RUN):
            lines.append(f"    {explanation(t, facts, check)}")
    sure, inferred = map(counted, by_basis(checks))
    said = [t.pair(verdicts[key], t.number(one)) for key, one in sure.items()]
    said += [
        t.pair(wording.with_basis(t, verdicts[key], INFERRED), t.number(one))
        for key, one in inferred.items()
    ]
    return "\n".join([*lines, "", t.chain(said)])


def rows(t: Translator, facts: Facts, checks: Sequence[Check]) -> list[dict[str, Any]]:
    """Every check as one row of plain words and numbers, as downloads hold it."""
    verdicts, kinds = verdict_names(t), kind_names(t)
    return [
        {
            "check": check.key,
            "kind": kinds[check.kind],
            "verdict": verdicts[check.verdict],
            "basis": check.basis and wording.basis(t, check.basis),
            "about": subject(t, facts, check),
            "formula": formula(t, facts, check),
            "formula_in_figures": " ".join(check.formula),
            "computed": computed(t, facts, check),
            "printed": printed(t, facts, check),
            "explanation": explanation(t, facts, check),
            "figures": len(check.figures),
        }
        for check in checks
    ]


def _named(t: Translator, facts: Facts, unit: str, number: float) -> str:
    names = facts.units[unit]
    return names["label_zh" if t.lang == "zh" else "label_en" if number == 1 else "plural_en"]
