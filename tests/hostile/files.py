"""Files and texts as anybody may upload them, taken through to the draft that is reviewed."""

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache

from tests.hostile.words import damaged, some
from tests.opening import made
from tests.review.texts import NOTICE
from xi_data.matching.copies import MOST_CHARACTERS
from xi_data.matching.highlight import visible
from xi_data.opening.files import open_bytes
from xi_data.opening.opened import CannotOpenError, Opened
from xi_data.review.draft import describe, draft_of
from xi_data.review.promote import promote
from xi_data.review.taking_up import taken_up
from xi_data.ui.widgets.markdown import plain

REFUSALS = (CannotOpenError,)

_ENCODINGS = ("utf-8", "utf-16", "utf-16-be", "gb18030", "big5", "latin-1", "utf-32", "utf-7")
_MARKUP = ("<p>", "<table>", "<td colspan=9999999 rowspan=9999999>", "<b>" * 500, "<!--", "]]>")
_MARKUP += ("<script>", "</html>", "&#x110000;", "&lt;", "&bomb;", "<svg/onload=x>", "<tr>" * 99)
_MARKUP += ("<meta charset=gb2312>", "<time datetime=9999-99-99>", "<title>", "<pre>\n", "<sup>9")


@cache
def _documents() -> tuple[tuple[str, bytes], ...]:
    cells = made.table(["单位", "人数"], ["甲村", "12人"])
    return (
        ("a.docx", made.docx(made.paragraph(made.run("全县排查12人。")) + cells)),
        ("a.pdf", made.pdf([(72, 700, "口罩3000只")])),
        ("a.html", f"<html><title>t</title><p>{NOTICE}<table><tr><td>12人</table>".encode()),
        ("a.txt", NOTICE.encode("gb18030")),
        ("a.txt", NOTICE.encode("utf-16")),
        ("a.txt", b""),
    )


def document(chance: random.Random) -> Callable[[], None]:
    """A document that is damaged, or is said to be another."""
    name, content = chance.choice(_documents())
    if name == "a.html" and chance.random() < 0.7:
        content = "".join(chance.choices((*_MARKUP, some(chance), NOTICE), k=30)).encode(
            errors="replace"
        )
    elif name == "a.docx" and chance.random() < 0.5:
        content = _rezipped(chance, content)
    for _ in range(chance.choice((0, 1, 3))):
        content = damaged(chance, content)
    name = chance.choice((name, some(chance, 2)))
    return lambda: _read(open_bytes(content, name), name)


def _rezipped(chance: random.Random, content: bytes) -> bytes:
    """A whole zip with one part of it damaged, left out, doubled or called otherwise."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            kept, inside = part, old.read(part)
            if chance.random() < 0.4:
                kept = chance.choice((part, part, f"../{part}", part.upper(), "a\\b.xml"))
                inside = chance.choice((b"", damaged(chance, inside), inside[: len(inside) // 2]))
            new.writestr(kept, inside, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def text(chance: random.Random) -> Callable[[], None]:
    """A text of many hostile parts in any encoding, or pasted."""
    parts = chance.choices((NOTICE, "\n", *(some(chance, 3) for _ in range(6))), k=12)
    said = "".join(parts)[:MOST_CHARACTERS]
    name, title = some(chance, 2), some(chance)
    if chance.random() < 0.5:
        encoding = chance.choice(_ENCODINGS)
        return lambda: _read(open_bytes(said.encode(encoding, "replace"), name), name)

    def send() -> None:
        _read(Opened(said, title=title, plain=True), name)

    return send


def _read(opened: Opened, name: str) -> None:
    """Read it, and give it through a package and back: nothing of it changes."""
    draft = draft_of(opened, name)
    if len(visible(draft.text)) != len(draft.text):
        raise ValueError("what is shown is not what is there")
    plain(draft.bulletin.title)
    if name.strip() and len(name) <= 300:
        draft = describe(draft, title=f"《{name}》", publisher=name[:200])
    [again] = taken_up(promote(draft, with_text=True))
    if (again.text, again.proposals, again.row) != (draft.text, draft.proposals, draft.row):
        raise ValueError("a package does not give back what it was made of")
