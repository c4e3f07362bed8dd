"""All figures: how many there are or are left, and how the inexact ones are worded."""

from xi_data.each_row import each_row
from xi_data.findings.story import Material, Note, Story
from xi_data.views.request import figure_key


def story(of: Material) -> Story:
    """What All figures says of one bulletin or of several."""
    t, rows = of.t, of.rows
    open_ends = [
        (">", t("over: no upper limit given")),
        ("≲", t("nearly: no lower limit given")),
        ("≈", t("about: neither limit given")),
        ("≥", t("at least: no upper limit given")),
        ("Σ", t("A limit the article does not give is left empty. Our sums are not rows.")),
    ]
    first = rows.head(1)
    keys = [
        figure_key(of.question.bulletins, one.bulletin_id, one.figure_id) for one in each_row(first)
    ]
    return of.told(
        finding=finding(of),
        how=t(
            "Search, filter, sort; select a row for its evidence. The number beside each "
            "choice is how many figures it would leave."
        ),
        notes=[Note(sign, words) for sign, words in open_ends],
        first=next(iter(keys), ""),
        first_words=t("first result"),
    )


def finding(of: Material) -> str:
    """How many figures there are or are left; of inexact ones, how they are worded."""
    t, rows, every = of.t, of.rows, of.every
    hedged = rows[rows["qualifier"] != "exact"]
    if not of.narrowed:
        dates = int((every["kind"] == "date").sum())
        exact = len(every) - len(hedged) - dates
        parts = (
            (exact, t.plural("{number} exact number", "{number} exact numbers", exact)),
            (len(hedged), t("{number} with “over”, “about” or the like", number=len(hedged))),
            (dates, t.plural("{number} date", "{number} dates", dates)),
        )
        number = t.plural("{number} figure", "{number} figures", len(every))
        return t.pair(number, t.listed(part for count, part in parts if count))
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
