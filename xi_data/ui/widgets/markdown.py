"""Text that is data, safe inside Streamlit's Markdown, and lines of it where nothing wraps."""

import re
import string

_WIDE = r"\u2e80-\u9fff\uff00-\uffef"
_CLOSING = r"\u3001\u3002\uff09\uff0c\uff1a\uff1b\u201d"  # never at the start of a line
_part = re.compile(rf"[{_WIDE}][{_CLOSING}]*|[^\s{_WIDE}]+\s*|\s+")
_SIGNS = frozenset(string.punctuation) - frozenset(",.;'\"/?%")
_APART = re.compile(
    r":(?=[\w+/-])"  # the address of a page, an icon, an emoji
    r"|(?<=www)\.|@"  # an address without a scheme, an e-mail
    r"|(?<=[<>~-])[>=-]",  # arrows and dashes made of several signs
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d+(?=[.)])")


def plain(text: str) -> str:
    """The text as it is, on one line: no sign of it is obeyed; control characters shown as �.

    A backslash keeps a sign from being read as Markdown. Some are read after that, when the
    backslash is gone: addresses, icons, emoji, arrows. These stand in a colour that is none, which
    takes their signs apart and looks like nothing.
    """
    shown = "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text).strip()
    apart = {found.start() for found in _APART.finditer(shown)}
    number = _NUMBERED.match(shown)
    signs = []
    for place, sign in enumerate(shown):
        escaped = sign in _SIGNS or (number and place == number.end())
        written = f"\\{sign}" if escaped else sign
        signs.append(f":color[{written}]{{}}" if place in apart else written)
    return "".join(signs)


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
