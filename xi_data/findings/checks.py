"""Checks: what holds, what does not fit in the article, what only its text can prove."""

from collections.abc import Sequence

from xi_data.checks import FINDINGS, TEXT_KINDS, Check, by_basis, counted, tally
from xi_data.findings.story import Cell, Material, Note, Story
from xi_data.locale import Translator
from xi_data.record.licence import is_ours
from xi_data.views.rows import check_frame, checks_of, chosen_checks, facts_of


def story(of: Material) -> Story:
    """What Checks says where no text is at hand."""
    [bulletin_id] = of.question.bulletins
    return of_checks(of, checks_of(bulletin_id))


def of_checks(of: Material, every: Sequence[Check]) -> Story:
    """What Checks says of these checks, those of a text included."""
    t, [bulletin_id] = of.t, of.question.bulletins
    facts = facts_of(bulletin_id)
    chosen = chosen_checks(every, **of.question.arguments)
    return of.told(
        rows=check_frame(t.lang, facts, chosen),
        every=check_frame(t.lang, facts, every),
        finding=finding(of, every, len(chosen)),
        definition=t(
            "Figures checked against each other, the article’s wording and the rules of the data · "
            "{place}",
            place=of.bulletin["place"],
        ),
        cells=headline(t, chosen, not is_ours([bulletin_id])),
        notes=notes(t, not is_ours([bulletin_id])),
        first_words=t("a figure in this check"),
    )


def finding(of: Material, every: Sequence[Check], chosen: int) -> str:
    """What holds and what does not fit; of a selection, its part of all checks."""
    if of.narrowed:
        return of.t("Selection: {rows} of {all} checks", rows=chosen, all=len(every))
    return tally.finding(of.t, every)


def headline(t: Translator, chosen: Sequence[Check], own: bool) -> list[Cell]:
    """How many hold, do not fit, and are left open. own: of a bulletin that somebody brought."""
    sure, inferred = map(counted, by_basis(chosen))
    numbers = counted(chosen)
    found = [one for one in chosen if one.verdict in FINDINGS and one.kind not in TEXT_KINDS]
    ours, untold, waiting = (
        numbers.get(one, 0) for one in ("data_error", "cannot_tell", "not_run")
    )
    why = []
    if untold:
        why.append(t("{number} cannot be told", number=t.number(untold)))
    if waiting:
        why.append(t.plural("{number} needs the text", "{number} need the text", waiting))
    holds = [t.plural("of {number} check", "of {number} checks", len(chosen))]
    if more := inferred.get("holds", 0):
        words = t.plural(
            "{number} more on an inferred relation", "{number} more on inferred relations", more
        )
        holds.append(words)
    kept = [t("shown, not resolved")]
    if concluded := len(by_basis(found)[1]):
        kept.append(t("{number} of them inferred", number=concluded))
    cells = [
        Cell(t.number(sure.get("holds", 0)), t("passed"), t.chain(holds)),
        Cell(t.number(len(found)), t("to be read with care"), t.chain(kept)),
        Cell(t.number(untold + waiting), t("left open"), t.chain(why)),
    ]
    if ours:
        cells[2] = Cell(t.number(ours), t("errors in the data"), _by_whom(t, own))
    return cells


def _by_whom(t: Translator, own: bool) -> str:
    return t("to be corrected in the review") if own else t("to be corrected by us")


def notes(t: Translator, own: bool) -> list[Note]:
    """What the verdicts mean. own: of a bulletin that somebody brought."""
    if own:
        errors = t(
            "Errors in the data are counted apart: what was read or decided breaks a rule of the "
            "data. The review is where they are corrected."
        )
    else:
        errors = t(
            "Errors in the data are counted apart: the same checks run before each release, and "
            "one error stops it."
        )
    return [
        Note(":material/swap_horiz:", t("A conflict: two different numbers for one thing.")),
        Note(
            ":material/flag:",
            t(
                "Out of proportion: nothing contradicts the number, but it is far from related "
                "figures. ∥: compared with."
            ),
        ),
        Note(":material/error:", errors),
        Note(
            ":material/psychology:",
            t(
                "Inferred: the check rests on a relation that the article does not state. It "
                "is counted apart."
            ),
        ),
        Note("Σ", t("Sums and sizes of packs are ours; the numbers in them are the article’s.")),
    ]
