"""What the examples of data/rules/cues.csv must show, and what other tables ask of theirs too."""

from collections.abc import Callable, Mapping

from xi_data.reading.extract import Candidate, read

_PUBLISHED = "2020-02-20"

Row = Mapping[str, str]


def figures(example: str) -> list[Candidate]:
    return [one for one in read(example, published=_PUBLISHED)[0] if one.kind != "date"]


def one_figure(example: str, holds: Callable[[Candidate], bool], expected: str) -> str:
    """Expected, with what was read, unless the example holds one figure that is as it should."""
    found = figures(example)
    if len(found) != 1:
        return f"one figure, {expected}; read: {told(found)}"
    return "" if holds(found[0]) else f"{expected}; read: {told(found)}"


def told(found: list[Candidate]) -> str:
    said = [
        (one.mention, one.qualifier, one.unit, one.topic, one.category, one.status) for one in found
    ]
    return ", ".join(" ".join(filter(None, one)) for one in said) or "nothing"


def refusal(reason: str, example: str) -> str:
    found, refused = read(example)
    if found or reason not in [one.reason for one in refused]:
        return f"no figure, and a number left out as {reason}; read: {told(found)}"
    return ""


def _counts(row: Row, example: str) -> str:
    return one_figure(example, lambda one: True, "that counts")


def _stated(row: Row, example: str) -> str:
    return one_figure(example, lambda one: one.as_of_basis == "stated", "as of a stated date")


def _since(row: Row, example: str) -> str:
    return one_figure(example, lambda one: one.as_of_basis is None, "as of no day")


def _unread(row: Row, example: str) -> str:
    found = figures(example)
    return f"words that hold no figure; read: {told(found)}" if found else ""


def _undated(row: Row, example: str) -> str:
    return one_figure(example, lambda one: one.as_of_basis == "undated", "as of no stated date")


def _leading(row: Row, example: str) -> str:
    return one_figure(
        example,
        lambda one: bool(
            one.subject
            and not one.subject.startswith(tuple(row["words"].split()))
            and not example.startswith(one.subject)
        ),
        "whose noun begins behind the word",
    )


def _noun_ends(row: Row, example: str) -> str:
    return one_figure(
        example,
        lambda one: bool(
            one.subject
            and example.partition(one.subject)[2].startswith(tuple(row["words"].split()))
        ),
        "whose noun ends before the word",
    )


def _negative(row: Row, example: str) -> str:
    return one_figure(
        example, lambda one: one.value < 0 and one.qualifier == "exact", "below zero and exact"
    )


def _people(row: Row, example: str) -> str:
    found = figures(example)
    people = bool(found) and {one.unit for one in found} == {"person"}
    return "" if people else f"numbers of people; read: {told(found)}"


def _other_act(row: Row, example: str) -> str:
    found = figures(f"关停茶馆14家，{example}")
    if [one.status for one in found] == ["closed", None]:
        return ""
    return f"a figure without a status, also behind 关停茶馆14家; read: {told(found[1:])}"


def _notice(row: Row, example: str) -> str:
    topics = [
        figures(f"{title}\n口罩300只。")[0].topic for title in (example, f"{example}感动全城")
    ]
    if topics == ["donation", "supply"]:
        return ""
    return f"a title that makes gifts of what is listed below; read: {topics[0]}"


def _silent(row: Row, example: str) -> str:
    return one_figure(
        example,
        lambda one: (one.topic, one.category, one.status) == ("other", None, None),
        "of no topic, category or status",
    )


def _alike(row: Row, example: str) -> str:
    found = [(one.unit, one.topic, one.category) for one in figures(example)]
    if len(found) == 2 and found[0] == found[1]:
        return ""
    return f"two figures of the same; read: {told(figures(example))}"


def _heads(topic: str, head: str) -> Callable[[Row, str], str]:
    """That an example at the head of a text makes something of what stands below it."""

    def shows(row: Row, example: str) -> str:
        found = figures(f"{head}{example}\n涉及9个部门。")
        if found and found[-1].topic == topic:
            return ""
        return f"a head that leaves 9个部门 below it the topic {topic}; read: {told(found)}"

    return shows


def _table(example: str) -> str:
    """An example as a table: rows apart by ; and cells by |, a row of one cell a line above."""
    rows = example.split(";")
    return "\n".join(f"|{row}|" if "|" in row else row for row in rows)


def _in_a_table(count: int) -> Callable[[Row, str], str]:
    """That an example, read as a table, has so many figures."""

    def shows(row: Row, example: str) -> str:
        found = figures(_table(example))
        if len(found) == count:
            return ""
        said = "a table, rows apart by ; and cells by |, with figures"
        return f"{said}: {count}; read: {told(found)}"

    return shows


def _refused_as(reason: str) -> Callable[[Row, str], str]:
    return lambda row, example: refusal(reason, example)


_CUES: Mapping[str, Callable[[Row, str], str]] = {
    "as_of": _stated,
    "since": _since,
    "undated": _undated,
    "how_many": _unread,
    "counts_before": _counts,
    "no_count_before": _refused_as("article"),
    "loose_time_before": _refused_as("indefinite"),
    "nameless": _counts,
    "event": _counts,
    "named_body": _refused_as("name"),
    "grade": _refused_as("ordinal"),
    "place_number": _refused_as("code"),
    "telephone_after": _refused_as("code"),
    "code_before": _refused_as("code"),
    "counted_before": _counts,
    "leading": _leading,
    "notice": _notice,
    "formal_in_word": _refused_as("word"),
    "minus_before": _negative,
    "slogan_after": _refused_as("slogan"),
    "no_clock_before": _counts,
    "lunar_before": _refused_as("code"),
    "reign_before": _refused_as("code"),
    "counted_people": _people,
    "areas_before": _counts,
    "noun_ends": _noun_ends,
    "other_act": _other_act,
    "silent": _silent,
    "grows_to": _alike,
    "unit_column": _in_a_table(1),
    "counted_column": _in_a_table(1),
    "uncounted_column": _in_a_table(1),
    "priced_column": _in_a_table(0),
    "other_event": _heads("other", ""),
    "epidemic": _heads("organisation", "防汛工作简报:"),
}

ROLES = frozenset(_CUES)
"""Roles of cues.csv that the reader asks for."""


def cue(row: Row, example: str) -> str:
    shows = _CUES.get(row["role"])
    return (
        shows(row, example)
        if shows
        else f"a role that the reading program asks for: {', '.join(_CUES)}"
    )
