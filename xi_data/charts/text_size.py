"""How much room words take in a chart, and how they break into lines."""

import re

LINE = 16  # pixels from one line of a name to the next
SIZE, SMALL = 14, 13  # font of the names, on a desk and on a phone
_WIDTH = 0.54  # width of a letter, as a part of the font size; Chinese takes the whole size
_part = re.compile(
    r"(?:[\u2e80-\u9fff\uff00-\uffef][，。；：、）”]?|[^\s\u2e80-\u9fff\uff00-\uffef]+)\s*"
)


def text_width(text: str, size: int = SIZE) -> float:
    """Pixels that a text takes, roughly: Python does not know the font."""
    return sum(size if ord(letter) > 0x2E80 else size * _WIDTH for letter in text)


def wrapped(text: str, width: float, size: int) -> list[str]:
    """The text in as few lines as such a width allows, of about the same length.

    A single word may be wider.
    """
    lines = filled(text, width, size)
    for narrower in range(int(width), 0, -8):
        tried = filled(text, narrower, size)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def filled(text: str, width: float, size: int) -> list[str]:
    """The text in lines as long as such a width allows; a single word may be wider."""
    found = [""]
    for part in _part.findall(text):
        if found[-1] and text_width(found[-1] + part.rstrip(), size) > width:
            found.append("")
        found[-1] += part
    return [line.strip() for line in found]
