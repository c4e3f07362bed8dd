"""Parts of a whole: 百分之五, 三分之一, 1/3, 一半, 九成, 八五折."""

from decimal import Decimal

from xi_data.reading import qualifiers, rules
from xi_data.reading.numerals import PER, Numeral, numeral_at
from xi_data.reading.patterns import Pattern
from xi_data.reading.qualifiers import strongest
from xi_data.reading.quantity import EXTENDED, Quantity, quantity_of
from xi_data.reading.values import value_of

HALF = Decimal("0.5")

_TENTHS = Pattern(
    # No share: words that 成 and 折 begin, as 成员; a digit behind that counts what follows.
    r"\ *(?P<word>成|折)(?![员为立功本果都分交长返叠合扣旧射腾磨效才就绩群])"
    r"(?:\ *(?P<more>[一二三四五六七八九半0-9])(?![0-9个名人家年月日成天十百千万]))?"
)
_TWO_DIGITS = Pattern(r"[0-9]\ ?[0-9]|[一二三四五六七八九]\ ?[一二三四五六七八九]")
_SLASH = Pattern(r"(?P<part>[1-9][0-9]?)/(?P<whole>[1-9][0-9]{0,2})(?![0-9/])")
_AFTER_A_SLASH = ("的", "以上", "左右", "强")
"""Words that tell 1/3 from the third of January."""


def is_tenths(words: str, place: int) -> bool:
    """Whether 成 or 折 stands at a place and means tenths."""
    return _TENTHS.match(words, place) is not None


def percent_at(words: str, start: int, floor: int) -> Quantity | None:
    """百分之五 as 5 percent, 千分之三 as 0.3; None where no such words stand at the place."""
    per = PER.match(words, start)
    numeral = numeral_at(words, per.end()) if per and "之" in per.group() else None
    if numeral is None:
        return None
    begin, before = qualifiers.before(words, start, floor)
    whole = value_of(per.group().replace(" ", "").removesuffix("分之"))
    value = numeral.value * 100 / whole
    end, after = qualifiers.after(words, numeral.end, "share")
    found = quantity_of(numeral, begin, end, value, strongest(before, after), "percent")
    return found._replace(numeral=(start, numeral.end))


def slash_at(words: str, start: int, floor: int) -> Quantity | None:
    """1/3 as a fraction, where the words beside it show that it is no date."""
    slash = _SLASH.match(words, start)
    if not slash or int(slash["part"]) >= int(slash["whole"]):
        return None
    begin, before = qualifiers.before(words, start, floor)
    if not before and not words.startswith(_AFTER_A_SLASH, slash.end()):
        return None
    numeral = Numeral(start, slash.end(), Decimal(slash["part"]) / Decimal(slash["whole"]))
    return _fraction(words, numeral, begin, slash.end(), before)


def share_of(words: str, numeral: Numeral, begin: int, end: int, said: str) -> Quantity | None:
    """一半, 三分之一, 九成 and 八五折; None where the numeral at [begin, end) is no share.

    begin and end hold the qualifiers that stand before and inside, said what they say.
    """
    if numeral.value == 1 and words[numeral.start] == "一" and words.startswith("半", numeral.end):
        if not _extended_measure_at(words, numeral.end + 1):
            half = numeral._replace(end=numeral.end + 1, value=HALF)
            return _fraction(words, half, begin, half.end, said)
    elif numeral.fraction and not _extended_measure_at(words, end):
        return _fraction(words, numeral, begin, end, said)
    return _tenths(words, numeral, begin, end, said)


def half_share_at(words: str, start: int, floor: int) -> Quantity | None:
    """半成 as 5 percent, 半折 as 50."""
    found = _TENTHS.match(words, start + 1)
    if not found:
        return None
    begin, before = qualifiers.before(words, start, floor)
    value = Decimal(5) if found["word"] == "成" else Decimal(50)
    numeral = Numeral(start, start + 1, HALF)
    return quantity_of(numeral, begin, found.end("word"), value, before, "percent", found["word"])


def _fraction(words: str, numeral: Numeral, begin: int, end: int, said: str) -> Quantity:
    end, after = qualifiers.after(words, end, "share")
    return quantity_of(numeral, begin, end, numeral.value, strongest(said, after), "fraction")


def _extended_measure_at(words: str, place: int) -> bool:
    measure = rules.measure_at(words, place)
    return measure is not None and measure.dimension in EXTENDED


def _tenths(words: str, numeral: Numeral, begin: int, end: int, said: str) -> Quantity | None:
    """成 and 折 as percent: 九成 is 90, 七成六 is 76, 九折 is 90, 八五折 is 85."""
    found = _TENTHS.match(words, end)
    if not found:
        return None
    word, more = found["word"], found["more"]
    value, end = numeral.value * 10, found.end("word")
    if word == "折":
        if numeral.value > 10 and _TWO_DIGITS.fullmatch(words[numeral.start : numeral.end]):
            value, numeral = numeral.value, numeral._replace(hedge="")  # 八五 is no range
        if more or not 0 < value <= 100:
            return None
    elif more:
        value, end = value + (5 if more == "半" else value_of(more)), found.end("more")
    end, after = qualifiers.after(words, end, "share")
    return quantity_of(numeral, begin, end, value, strongest(said, after), "percent", word)
