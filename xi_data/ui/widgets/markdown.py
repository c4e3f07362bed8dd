"""Text that is data, safe inside Streamlit's Markdown, and lines of it where nothing wraps."""

import re

_WIDE = r"\u2e80-\u9fff\uff00-\uffef"
_CLOSING = r"\u3001\u3002\uff09\uff0c\uff1a\uff1b\u201d"  # never at the start of a line
_part = re.compile(rf"[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+\s*|\s+")
_SIGNS = frozenset("\\[]()*_`$<>~:#+-|!&{}")


def plain(text: str) -> str:
    """The text with every sign of Markdown escaped, on one line, control characters shown as �."""
    shown = (c if c.isprintable() else " " if c.isspace() else "�" for c in text)
    return "".join(f"\\{c}" if c in _SIGNS else c for c in shown)


def lines(text: str, width: int) -> list[str]:
    """The text broken into lines of at most `width` Latin letters; a Chinese one counts as two."""
    found = [""]
    for part in _part.findall(text):
        if found[-1] and _letters(found[-1]) + _letters(part.rstrip()) > width:
            found.append("")
        found[-1] += part
    return [line.strip() for line in found]


def _letters(text: str) -> int:
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)
