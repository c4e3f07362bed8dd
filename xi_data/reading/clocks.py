"""Clock times of a reading copy: 9:30, 9点30分, 晚上八点半; what they say is no quantity."""

from xi_data.reading.patterns import Pattern
from xi_data.reading.rules import cues

_TO = r"\ *[-~至到—]\ *"
_MINUTE = r"(?:[0-5]?[0-9](?![0-9])|[一二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])"
_CLOCK = Pattern(
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
    rf"|[0-9]{{1,2}}{_TO}[0-9]{{1,2}}\ *[时点](?!间|段)(?:[0-9]{{1,2}}分)?"
    r"|(?:2[0-4]|[01]?[0-9]|[一二]?十[一二三四五六七八九]?|[零一两二三四五六七八九])\ *"
    # 时 and 点 of other words: 3时段, 三点要求, 8点对点
    r"(?:时(?!间|候|段|代|期|常|而|长|限|效|速)"
    r"|点(?!位|多|名|球|对点|赞|评|击|以上的|[要意建措经体提希内说工]))"
    rf"(?:\ *{_MINUTE}\ *(?:分(?!钟)(?:\ *{_MINUTE}\ *秒)?|刻)|半|整|许|钟)?(?:许|左右)?"
)
_NO_CLOCK_BEFORE = Pattern(lambda: rf"{cues('no_clock_before')}[了至到为约]*$")
_REACH = 6
"""Characters before a numeral in which the words for a score are looked for: 指数上涨12点."""

_MINUTES = Pattern(rf"[^点]*点\ *{_MINUTE}\ *分(?![钟贝之])")
_LENGTH_BEHIND = Pattern(r"[0-9]+\ *点\ *[0-5][0-9]\ *分钟")  # 9点30分钟后


def clock_at(words: str, start: int) -> int | None:
    """Where a clock time that starts at a position ends, or None."""
    found = _CLOCK.match(words, start)
    if not found or _NO_CLOCK_BEFORE.search(words, max(0, start - _REACH), start):
        return None
    return found.end()


def has_minutes(words: str, start: int) -> bool:
    """Whether 点 is of a clock, for minutes stand behind it: 9点30分, and not 9点75分."""
    return bool(_MINUTES.match(words, start) or _LENGTH_BEHIND.match(words, start))
