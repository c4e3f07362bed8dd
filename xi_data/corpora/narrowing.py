"""Which figures of a corpus are asked for, and the condition in SQL that says so.

Only names of our own stand in the SQL; what a visitor chose or typed is always a parameter.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from xi_data.corpora.facets import FACETS
from xi_data.reading.search import terms

_NUMBER = re.compile(r" #(\d+(?:\.\d+)?);")

_OF_DOCUMENT = """
document IN (
    SELECT number
    FROM (SELECT bulletin_id, row_number() OVER () - 1 AS number FROM documents)
    WHERE bulletin_id = $document
)"""

Condition = tuple[str, dict[str, Any]]
"""SQL over the index, and the parameters that it names."""


@dataclass(frozen=True)
class Narrowing:
    """chosen: key of a facet to choices, any of which a figure must have. search: what is typed.
    document: key of the one that the figures are of, "" for all.

    Words and numbers typed are found as reading.search reads them; a number among the values.
    """

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    search: str = ""
    document: str = ""

    def __post_init__(self) -> None:
        if unknown := self.chosen.keys() - {facet.key for facet in FACETS}:
            raise TypeError(f"no such facet: {', '.join(sorted(unknown))}")

    def narrowed_by(self) -> list[str]:
        """Keys of the facets of which something is chosen."""
        return [facet.key for facet in FACETS if self.chosen.get(facet.key)]

    def condition(self, without: str = "") -> Condition:
        """What a row must meet; without: a facet that is left out of it."""
        parts, values = ["TRUE"], {}
        for key in self.narrowed_by():
            if key != without:
                named = {f"{key}_{at}": one for at, one in enumerate(self.chosen[key])}
                parts.append(f'"{key}" IN ({", ".join(f"${name}" for name in named)})')
                values |= named
        if self.document:
            parts.append(_OF_DOCUMENT)
            values["document"] = self.document
        for at, forms in enumerate(terms(self.search)):
            part, named = _term(f"term_{at}", forms)
            parts.append(part)
            values |= named
        return " AND ".join(parts), values


def _term(name: str, forms: tuple[str, ...]) -> Condition:
    """That a row has one of these forms among its words, or a number of them as its value."""
    texts = {f"{name}_{at}": form for at, form in enumerate(forms)}
    found = " OR ".join(f"contains(found_by, ${text})" for text in texts)
    parts = [f"word IN (SELECT word FROM words WHERE {found})"]
    matched = filter(None, map(_NUMBER.fullmatch, forms))
    numbers = {f"{name}_value_{at}": float(one[1]) for at, one in enumerate(matched)}
    parts += [f'"value" = ${number}' for number in numbers]
    return f"({' OR '.join(parts)})", {**texts, **numbers}
