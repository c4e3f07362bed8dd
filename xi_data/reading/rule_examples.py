"""What the examples of the tables in data/rules must show when the reader reads them."""

from collections.abc import Callable, Mapping

from xi_data.reading.cue_examples import Row, cue, figures, one_figure, refusal, told


def shortcoming(table: str, row: Row, example: str) -> str:
    """What an example of a row should show and does not, in words; "" where it shows it."""
    return _SHOWS[table](row, example)


def _unit(row: Row, example: str) -> str:
    return one_figure(example, lambda one: one.unit == row["unit"], f"the unit {row['unit']}")


def _measure(row: Row, example: str) -> str:
    units = {row["unit"], *row["noun_decides"].split()}
    return one_figure(
        example,
        lambda one: (
            one.unit_printed in row["words"].split() and ("any" in units or one.unit in units)
        ),
        f"a measure word of the row with the unit {row['unit']}",
    )


def _sense(row: Row, example: str) -> str:
    unsure = not row["cues"]
    return one_figure(
        example,
        lambda one: one.unit == row["unit"] and ("unit" in (one.unsure or "")) == unsure,
        f"the unit {row['unit']}, {'unsure' if unsure else 'shown by a cue'}",
    )


def _part(row: Row, example: str) -> str:
    said = "about" if row["at_most"] else "exact"
    return one_figure(
        example,
        lambda one: (one.unit, one.qualifier) == (row["unit"], said),
        f"one {said} value in {row['unit']}",
    )


def _qualifier(row: Row, example: str) -> str:
    said = row["qualifier"]
    return one_figure(
        example,
        lambda one: (
            one.qualifier == said
            and (said == "exact" or any(word in one.mention for word in row["words"].split()))
        ),
        f"the qualifier {said} in the mention",
    )


def _frequency(row: Row, example: str) -> str:
    units = (row["unit"], row["interval_unit"])
    return one_figure(
        example,
        lambda one: one.kind == "frequency" and (row["role"] == "act" or one.unit in units),
        "a frequency",
    )


def _guess(column: str) -> Callable[[Row, str], str]:
    """That every figure of an example has the topic or status of its row."""

    def shows(row: Row, example: str) -> str:
        found = figures(example)
        if found and all(getattr(one, column) == row[column] for one in found):
            return ""
        return f"figures of the {column} {row[column]}; read: {told(found)}"

    return shows


def _category(row: Row, example: str) -> str:
    found = figures(example)
    if row["category"] in [one.category for one in found]:
        return ""
    return f"a figure of the category {row['category']}; read: {told(found)}"


_SHOWS: Mapping[str, Callable[[Row, str], str]] = {
    "measure_words": _measure,
    "senses": _sense,
    "parts": _part,
    "qualifiers": _qualifier,
    "frequencies": _frequency,
    "phrases": lambda row, example: refusal(row["reason"], example),
    "cues": cue,
    "counted_nouns": _unit,
    "bare_nouns": _unit,
    "topics": _guess("topic"),
    "categories": _category,
    "statuses": _guess("status"),
}
