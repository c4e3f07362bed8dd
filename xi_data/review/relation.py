"""What two numbers of one bulletin have to do with each other."""

from dataclasses import dataclass
from decimal import Decimal

from xi_data.record.figures import Figure

PART_OF, RESTATES, OTHER_UNIT = "part_of", "restates", "same_thing_in_other_unit"

NEARLY = Decimal("0.05")
"""How much of a whole a list that is called its parts may miss and still be taken for all."""

_ADDED = ("quantity", "money")


@dataclass(frozen=True)
class Relation:
    """relation: part_of, restates or same_thing_in_other_unit. whole: the key that the others point
    to; parts: these others, in the order of the text. basis: printed or inferred. difference: what
    the whole exceeds the sum of its parts by, 0 where it holds."""

    relation: str
    whole: str
    parts: tuple[str, ...]
    basis: str
    difference: float = 0

    @property
    def holds(self) -> bool:
        """Whether the parts come to the whole exactly."""
        return not self.difference

    @property
    def figures(self) -> frozenset[str]:
        """The keys of the whole and of its parts."""
        return frozenset((self.whole, *self.parts))


def can_add(figure: Figure) -> bool:
    """Whether a figure says exactly how much: a hedged number adds up to nothing."""
    return figure.kind in _ADDED and figure.qualifier == "exact" and not figure.range_id


def exact(figure: Figure) -> Decimal:
    """The value of a figure that can be added, as it is printed."""
    return Decimal(str(figure.value))
