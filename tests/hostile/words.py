"""Words that would be obeyed if anybody read them as more than words."""

import random

HOSTILE = (
    "![x](http://a.example/i.png) <b>x</b> [y](javascript:1) http://b.example www.c.example "
    ":material/home: **z** $q$ \u202e"
)

PIECES = (
    *("", " ", "0", "口罩", "12人", "a" * 200, "口" * 3_000, "1" * 5_000, "零" * 2_000),
    *("![x](http://a.example/i.png)", "<script>x</script>", "[y](javascript:1)", "www.c.example"),
    *("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "'", '"', "''", '""'),
    *("../../etc/passwd", "..", "/etc/passwd", "C:\\con", "con", "a/b", "nul.txt", "%2e%2e%2f"),
    *("\x00", "\x07", "\x1b[31m", "\r\n", "\u2028", "\u202e", "\ufeff", "\ufffe", "\U000e0041"),
    *("\u0301" * 3_000, "\ud800", "\udcff", "🀄", "\u200b", "１９３０", "1e309", "nan", "-0"),
    *("%", "%zz", "%00", "%ED%A0%80", "&", "=", "#", "?", ";", "&&&", "a=b", "[", "]", "://"),
    *("'; DROP TABLE figures; --", "{0.__class__}", "{rows}", "${1}", "$(id)", "`id`", "\\"),
)


def some(chance: random.Random, most: int = 4) -> str:
    """A few of the pieces, one after another."""
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(1, most)))


def damaged(chance: random.Random, content: bytes) -> bytes:
    """The bytes with something changed: cut, doubled, flipped, or filled with others."""
    if not content:
        return content
    at, length = chance.randrange(len(content)), chance.choice((1, 4, 64, 1024))
    part = content[at : at + length]
    other = chance.choice(
        (
            b"",
            part * 2,
            part[::-1],
            bytes(len(part)),
            b"\xff" * len(part),
            chance.randbytes(len(part)),
            some(chance).encode("utf-8", "surrogatepass"),
        )
    )
    return content[:at] + other + content[at + length :]
