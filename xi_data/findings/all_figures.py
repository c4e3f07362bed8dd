"""All figures: how many there are or are left, and how the inexact ones are worded."""

from xi_data.findings.story import Material, Note, Story
from xi_data.views.request import figure_key


def story(of: Material) -> Story:
    """What All figures says of one bulletin or of several."""
    t, rows = of.t, of.rows
    open_ends = [
        (">", t("over: no upper bound is printed")),
        ("<", t("nearly: no lower bound is printed")),
        ("≈", t("about: neither bound is printed")),
        ("≥", t("at least: no upper bound is printed")),
        ("Σ", t("The side that the words leave open is never filled in. Sums stand in no row.")),
    ]
    first = rows.head(1)
    keys = [
        figure_key(of.question.bulletins, one.bulletin_id, one.figure_id)
        for one in first.itertuples()
    ]
    return of.told(
        finding=finding(of),
        how=t(
            "Search, narrow, sort; select a row to see its evidence. The number beside each choice "
            "says how many figures it gives with the other filters in force."
        ),
        notes=[Note(sign, words) for sign, words in open_ends],
        first=next(iter(keys), ""),
        first_words=t("first of the selection"),
    )


def finding(of: Material) -> str:
    """How many figures there are or are left; of inexact ones, how they are worded."""
    t, rows, every = of.t, of.rows, of.every
    hedged = rows[rows["qualifier"] != "exact"]
    if not of.narrowed:
        dates = int((every["kind"] == "date").sum())
        return t(
            "{all} figures: {exact} exact numbers, {hedged} that are hedged, {dates} dates",
            all=len(every),
            exact=len(every) - len(hedged) - dates,
            hedged=len(hedged),
            dates=dates,
        )
    if list(of.active) == ["wording"] and len(hedged) == len(rows) > 0:
        said = hedged["qualifier_label"].value_counts(sort=False)
        return t.plural(
            "{number} of {all} figures is not exact: {said}",
            "{number} of {all} figures are not exact: {said}",
            len(rows),
            all=t.number(len(every)),
            said=t.listed(t("{number} “{word}”", number=n, word=w) for w, n in said.items()),
        )
    return of.in_general()
