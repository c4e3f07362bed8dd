"""What somebody probably meant who asked for something that is not there."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

_READ = 100  # characters of what was asked that are compared


def nearest(wanted: str, names: Mapping[str, Iterable[str]], number: int = 5) -> list[str]:
    """Keys whose names are most like what was asked, the most alike first.

    names: key to what it is called, in any language.
    """
    compared = SequenceMatcher(autojunk=False)
    compared.set_seq2(wanted.strip().lower()[:_READ])

    def likeness(name: str) -> float:
        compared.set_seq1(name.lower())
        return compared.ratio()

    alike = {key: max(map(likeness, (key, *called))) for key, called in names.items()}
    return sorted(alike, key=alike.get, reverse=True)[:number]
