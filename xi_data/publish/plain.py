"""Words of a page without the marks that set them there."""

from xi_data.wording import END_MARK, GREY_MARK, STRONG_MARK, SUM_MARK

_MARKS = str.maketrans("", "", SUM_MARK + STRONG_MARK + GREY_MARK + END_MARK)


def unmarked(text: str) -> str:
    """The words alone: the sign of a sum as a letter, nothing bold or grey."""
    return text.translate(_MARKS)
