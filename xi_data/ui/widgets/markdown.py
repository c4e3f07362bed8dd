"""Text that is data, safe inside Streamlit's Markdown, and lines of it where nothing wraps."""

import re
import string

from xi_data.matching.highlight import unpiled
from xi_data.wording import END_MARK, GREY_MARK, STRONG_MARK, SUM_MARK

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
_MARKS = {
    SUM_MARK: (":violet-badge[", "]"),
    STRONG_MARK: ("**", "**"),
    GREY_MARK: (":gray[", "]"),
}
_MARKED = re.compile(f"([{''.join(_MARKS)}])([^{END_MARK}]*){END_MARK}")
_NUMBERED = re.compile(r"^\d+(?=[.)])")


def plain(text: str) -> str:
    """The text as it is, on one line: no sign of it is obeyed; control characters shown as �.

    A backslash keeps a sign from being read as Markdown. Some are read after that, when the
    backslash is gone: addresses, icons, emoji, arrows. These stand in a colour that is none, which
    takes their signs apart and looks like nothing.
    """
    seen = (c if c.isprintable() else " " if c.isspace() else "�" for c in unpiled(text))
    shown = "".join(seen).strip()
    apart = {found.start() for found in _APART.finditer(shown)}
    number = _NUMBERED.match(shown)
    signs = []
    for place, sign in enumerate(shown):
        escaped = sign in _SIGNS or (number and place == number.end())
        written = f"\\{sign}" if escaped else sign
        signs.append(f":color[{written}]{{}}" if place in apart else written)
    return "".join(signs)


def marked(text: str) -> str:
    """A sentence of ours: its marks as badge, bold and grey, all else as it is; see plain."""

    def set_off(found: re.Match[str]) -> str:
        opening, closing = _MARKS[found[1]]
        return f"{opening}{plain(found[2])}{closing}"

    place, parts = 0, []
    for found in _MARKED.finditer(text):
        parts += [_between(text[place : found.start()]), set_off(found)]
        place = found.end()
    return "".join([*parts, _between(text[place:])])


def _between(text: str) -> str:
    """Plain, with the space at its ends."""
    if not text.strip():
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{plain(text)}{' ' * text[-1:].isspace()}"


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
