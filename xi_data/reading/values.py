"""What a run of numeral characters is worth, by the grammar of Chinese and mixed numerals.

A run that the grammar does not allow is never forced into one number: it is cut where a second
number begins, or worth everything between the values that it can be read as.
"""

from decimal import Decimal
from functools import lru_cache

from xi_data.reading.numeral_sum import (
    DIGIT,
    DIGITS,
    IMMENSE,
    LARGE,
    LONGEST,
    SCALES,
    SMALL,
    TENS,
    VALUES,
    ZEROS,
    Sum,
    Worth,
)
from xi_data.reading.patterns import Pattern

_PAIR = Pattern(
    rf"(?P<head>(?:[^点]*[{SMALL}{LARGE}{ZEROS}{''.join(TENS)}]\ *)?)"
    rf"(?P<low>[一二两三四五六七八九])\ ?(?P<high>[二两三四五六七八九])"
    rf"(?P<scale>\ *[{SMALL}]?[{LARGE}]{{0,2}})"
)
_ROUGHLY = Pattern(r"(?P<scale>[百千万])八(?P<lower>[十百千])")
_POINT = Pattern(rf"(?P<whole>.+?)\ *点\ *(?P<tail>[0-9]+|[{DIGIT}]+)(?P<scale>[{SMALL}{LARGE}]*)")


def value_of(numeral: str) -> Decimal:
    """Value of a numeral that is known to be one: Arabic, Chinese, or a mixture of both.

    A last digit after a scale counts in the scale below (四百五 is 450, 一万三 is 13,000); digits
    without a scale are read by place (二〇二〇). IMMENSE for more than LONGEST characters.
    """
    return worth_of(numeral).value


@lru_cache(maxsize=8192)
def worth_of(run: str) -> Worth:
    """What a run of numeral characters is worth, which begins with a numeral."""
    if run.isdecimal():  # mostly
        return Worth(len(run), Decimal(run) if len(run) <= LONGEST else IMMENSE)
    if len(run) > LONGEST:
        return Worth(len(run), IMMENSE)
    pair = _PAIR.fullmatch(run)
    worth = pair and _of_pair(pair)
    if worth:
        return worth
    point = _POINT.fullmatch(run)
    if point:
        return _with_decimals(run, point)
    roughly = _ROUGHLY.fullmatch(run)
    if roughly:  # 千八百: eight hundred to a thousand, or 1800
        worth = Sum(run).worth()
        return worth._replace(low=worth.value - SCALES.get(run[0], 10**4), high=worth.value)
    worth = Sum(run).worth()
    used = run[: worth.length]
    if "单" in used:  # 一百单八, or 300 orders in 三百单五天
        return worth._replace(low=value_of(used[-1]), high=worth.value)
    return worth._replace(over="余" in used or "多" in used)


def _of_pair(pair) -> Worth | None:
    """一千五六百, 三四十万: neighbouring digits behind a higher part, or alone."""
    first, second = DIGITS[pair["low"]], DIGITS[pair["high"]]
    head, scale = pair["head"], pair["scale"]
    if second - first != 1 and (first, second) != (3, 5):
        return None
    if pair["high"] == "两" and (pair["low"] != "一" or not scale.strip()):
        return None  # 一两 alone may be a tael
    ends = [worth_of(f"{head}{pair[digit]}{scale}") for digit in ("low", "high")]
    whole = len(head) + 1 + len(scale)
    if any(end.length < whole or end.low is not None for end in ends):
        return None
    low, high = (end.value for end in ends)
    return Worth(pair.end(), low, low, high, pair.start("high"))


def _with_decimals(run: str, point) -> Worth:
    """三点五万, 8点5."""
    whole = worth_of(point["whole"])
    if whole.length < len(point["whole"]) or whole.low is not None:
        return whole
    decimals = "".join(str(VALUES.get(digit, digit)) for digit in point["tail"])
    value = whole.value + Decimal(f"0.{decimals}")
    return Worth(len(run), value * (Sum(f"一{point['scale']}").worth().value))
