"""The sentences of remarks.csv: the key of a figure in braces stands for its number."""

from string import Formatter


def figures_named(sentence: str) -> list[str]:
    """Keys of the figures whose numbers a sentence shows. Raises ValueError for a brace alone."""
    return [key for _, key, _, _ in Formatter().parse(sentence) if key is not None]
