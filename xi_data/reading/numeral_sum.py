"""The parts of a numeral added up: 三万 + 五千 + 二百, and where a second number begins."""

from decimal import Decimal
from typing import NamedTuple

from xi_data.reading.patterns import Pattern

DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖俩参", (1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3), strict=True))
SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
TENS = {"廿": 20, "卅": 30}
MYRIADS = {"万": 10**4, "亿": 10**8, "兆": 10**12}

LONGEST = 60
"""Characters of the longest numeral that is read; no number of things takes so many."""

IMMENSE = Decimal(10) ** 30
"""What a longer one is taken for."""

VALUES = DIGITS | FORMAL
ZEROS = "零〇单"
_NO_LIMIT = 10**20
DIGIT = "".join(VALUES)
SMALL = "".join(SCALES)
LARGE = "".join(MYRIADS)

ARABIC = (
    # 1,234 and 12 345; 4 5 printed digit by digit; a decimal, with a space before or behind its
    # point where a digit follows, but no version 1.2.3.
    r"(?:[0-9]{1,3}(?:[,\u066c][0-9]{3}|(?<!,...) [0-9]{3})+(?![0-9])"
    r"|(?<![0-9.,]\ )[0-9](?:\ [0-9])+(?![0-9.,])|[0-9]+)"
    r"(?:(?:\.|(?<=[0-9])(?:\ \.\ ?|\.\ ))[0-9]+(?:\ [0-9](?![0-9.,]))*(?![0-9]|\.[0-9]))?"
)
_NO_MARKS = str.maketrans("", "", ", \u066c")
_TOKEN = Pattern(rf"{ARABIC}|\.[0-9]+|[^\s余多几]|[余多几]+")


class Worth(NamedTuple):
    """Value of the number that a run of numeral characters begins with.

    length: characters that belong to it; what follows begins another number. low, high: what the
    value lies between, where the run can be read in two ways, or the ends of 三四十, whose second
    digit stands at cut; else None. cut is 0 for all others. over: 余 or 多 stands in it.
    """

    length: int
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    cut: int = 0
    over: bool = False


class Sum:
    """Reads a run from left to right, as parts that shrink: 三万 + 五千 + 二百.

    done: parts before the last 万, 亿 or 兆; section: what was read since; number: the digits that
    wait for their scale, which began at begun; small, large: the last scales, below which the next
    must stay.
    """

    def __init__(self, run: str):
        self._run = run
        self._done: list[Decimal] = []
        self._section = Decimal(0)
        self._number: Decimal | None = None
        self._begun = 0
        self._digits = ""  # those of the number, as printed
        self._small = self._large = _NO_LIMIT
        self._scale = 0  # of the token before, 0 where it was none
        self._broken = False
        self._low: Decimal | None = None

    def worth(self) -> Worth:
        """The value of the run up to where a second number begins."""
        end, previous = 0, ""
        for found in _TOKEN.finditer(self._run):
            token, place = found.group(), found.start()
            if not self._take(token, place, previous):
                end = self._begun if self._number is not None and self._is_scale(token) else place
                if end == self._begun and self._number is not None:
                    self._number = None
                return self._ended(len(self._run[:end].rstrip(" ")) or len(self._run))
            end, previous = found.end(), token
        return self._ended(end)

    @staticmethod
    def _is_scale(token: str) -> bool:
        return token in SCALES or token in MYRIADS or token in TENS

    def _take(self, token: str, place: int, previous: str) -> bool:
        """Add a token; False where it cannot belong to the number that was begun."""
        if token in SCALES:
            return self._add_small(SCALES[token])
        if token in MYRIADS:
            return self._add_large(MYRIADS[token])
        if token in TENS:
            return self._number is None and self._small > 10 and self._add_tens(TENS[token])
        if token[0] in "余多几":
            return True
        if token in ZEROS and self._number is None:
            self._scale = 0
            if not place:
                self._begin(Decimal(0), token, place)
            return True
        if token in VALUES:
            return self._add_digit(token, place, previous)
        return self._add_arabic(token, place)

    def _begin(self, number: Decimal, digits: str, place: int) -> None:
        self._number, self._digits, self._begun = number, digits, place

    def _add_digit(self, token: str, place: int, previous: str) -> bool:
        if self._number is None:
            self._begin(Decimal(VALUES[token]), token, place)
            return True
        if previous not in VALUES or self._small < _NO_LIMIT or self._large < _NO_LIMIT:
            return False
        self._number = self._number * 10 + VALUES[token]
        self._digits += token
        return True

    def _add_arabic(self, token: str, place: int) -> bool:
        plain = token.translate(_NO_MARKS)
        below = min(self._small, self._large)
        if self._number is not None or self._broken or Decimal(plain) >= below:
            return False
        spaced = self._run[place - 1 : place] == " " and below < _NO_LIMIT
        follows = self._run[place + len(token) :].lstrip(" ")[:1]
        if spaced and 10 ** len(plain) != below and not self._is_scale(follows):
            return False  # 12万 3: two numbers
        self._begin(Decimal(plain), plain, place)
        return True

    def _add_small(self, scale: int) -> bool:
        if scale >= self._small or (self._number is None and not self._may_stand_alone(scale)):
            return False
        if len(self._digits) > 1 and self._digits[0] in VALUES:
            self._low = Decimal(VALUES[self._digits[-1]] * scale)  # 三七百
        self._broken |= "." in self._digits
        self._section += (self._number or 1) * scale
        self._clear(scale)
        self._small = scale
        return True

    def _may_stand_alone(self, scale: int) -> bool:
        """Whether a scale may do without a digit: 十五, 一百十五, 百万."""
        return scale == 10 or (self._section == 0 and not self._done)

    def _add_tens(self, value: int) -> bool:
        self._section += value
        self._clear(10)
        self._small = 10
        return True

    def _add_large(self, scale: int) -> bool:
        section = self._section + (self._number or 0)
        again = scale == self._large and section
        if again or (scale > self._large and 0 < section < 1000):
            return False  # 三万五万
        if len(self._digits) == 2 and self._digits[0] in VALUES:  # 三七万
            self._low = Decimal(VALUES[self._digits[-1]] * scale)
        if self._small < _NO_LIMIT and self._is_short():  # 两千三万
            self._low = section * scale
            section += self._number * (self._small // 10 - 1)
        smaller = [part for part in self._done if part < scale]
        larger = [part for part in self._done if part >= scale]
        section += sum(smaller)
        if section or self._number is not None:
            self._done = [*larger, section * scale]
        elif larger:
            self._done = [*larger[:-1], larger[-1] * scale]  # 10万万
        else:
            self._done = [Decimal(scale)]  # 万元 alone
        self._broken |= "." in self._digits
        self._section, self._small, self._large = Decimal(0), _NO_LIMIT, scale
        self._clear(scale)
        return True

    def _clear(self, scale: int) -> None:
        self._number, self._digits, self._scale = None, "", scale

    def _is_short(self) -> bool:
        """Whether a digit waits behind a scale that it may count a tenth of: 四百五."""
        return self._number is not None and len(self._digits) == 1 and self._scale >= 100

    def _ended(self, length: int) -> Worth:
        number = self._number or Decimal(0)
        total = sum(self._done) + self._section
        if not self._is_short():
            value = total + number
            if len(self._digits) == 2 == len(self._run) and self._digits[0] in VALUES:
                low = Decimal(min(VALUES[digit] for digit in self._digits))
                return Worth(length, value, low, value) if low else Worth(length, value)
            return Worth(length, value, self._low, None if self._low is None else value)
        value = total + number * (self._scale // 10)
        if self._digits.isdecimal() and number:  # 3千5: 3005 or 3500
            return Worth(length, value, total + number, value)
        return Worth(length, value, self._low, None if self._low is None else value)
