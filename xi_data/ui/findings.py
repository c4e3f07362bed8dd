"""What the topic pages say in their titles, with numbers from the database."""

import pandas as pd

from xi_data.locale import Translator
from xi_data.ui.data import kept
from xi_data.ui.figure import value_words


@kept
def money(t: Translator, every: pd.DataFrame) -> str:
    """The sums of public money and the gifts of cash, side by side and never added."""
    return t(
        "Public money of {sums} {unit}, not to be added up; gifts of {gifts} {unit} in cash",
        sums=_numbers(t, every[every["topic"] == "funding"]),
        gifts=_numbers(t, every[every["category"] == "cash"]),
        unit=every["unit_label"].iloc[0],
    )


@kept
def medical(t: Translator, every: pd.DataFrame) -> str:
    """Beds there before the response; rooms set up and staff trained for it."""
    return t(
        "{beds} hospital beds before the response; {rooms} rooms set up for isolation and "
        "quarantine; {trained} medical staff trained",
        beds=_numbers(t, every[every["status"] == "in_service"]),
        rooms=_numbers(t, every[every["unit"] == "room"].sort_values("value")),
        trained=_numbers(t, every[every["status"] == "trained"]),
    )


@kept
def disinfection(t: Translator, every: pd.DataFrame) -> str:
    """The areas, which have different bases, and the refuse cleared."""
    areas = every[every["dimension"] == "area"]
    refuse = every[every["dimension"] == "mass"].iloc[0]
    return t(
        "Disinfected: {areas} {unit}, counted on different bases; refuse cleared: {refuse} "
        "{refuse_unit}",
        areas=_numbers(t, areas),
        unit=areas["unit_label"].iloc[0],
        refuse=value_words(t, refuse),
        refuse_unit=refuse["unit_label"],
    )


def _numbers(t: Translator, rows: pd.DataFrame) -> str:
    """The values, in short where all have a short form, each with its hedge in words."""
    short = all(t.compact(value) != t.number(value) for value in rows["value"])
    said = []
    for row in rows.itertuples():
        number = t.compact(row.value) if short else t.number(row.value)
        exact = row.qualifier == "exact"
        hedge = row.qualifier_label
        said.append(number if exact else t("{hedge} {number}", hedge=hedge, number=number))
    return t.listed(said)
