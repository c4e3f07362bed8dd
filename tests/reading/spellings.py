"""Numbers in every spelling that we could think of, each with the value that it was made from."""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

DIGITS = {
    "hans": "零一二三四五六七八九",
    "hant": "零一二三四五六七八九",
    "formal": "零壹贰叁肆伍陆柒捌玖",
}
PLACES = {"hans": "十百千", "hant": "十百千", "formal": "拾佰仟"}
MYRIADS = {"hans": "万亿", "hant": "萬億", "formal": "万亿"}
TRADITIONAL = str.maketrans("万亿两个吨辆户间亩头双张贰陆", "萬億兩個噸輛戶間畝頭雙張貳陸")
FULL_WIDTH = str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－")

COUNTED = ("人", "名", "户", "辆", "间", "头", "箱", "袋", "张", "份", "双")
MEASURED = ("吨", "公斤", "亩", "元", "公里", "毫米", "平方米")
"""Not 米: six 千米 are six kilometres as well."""
BEFORE = (
    *("", "共有", "全县", "其中", "达", "累计", "口罩", "新增", "发放", "数量为", "投入", "合计"),
    *("，", "：", "苹果", "水泥", "收到", "约定运来", "实有", "\n", "来自外地的", "该镇"),
)
BEHIND = ("。", "，", "；", "\n", "", "，其中", "。另有", "、", "等。", "，同比")


class Spelling(NamedTuple):
    """A phrase, and the value that an exact row must have, None where no row may be exact."""

    phrase: str
    value: Decimal | None


def chinese(number: int, script: str = "hans") -> str:
    """A whole number from 0 below 10^12 in Chinese."""
    if number == 0:
        return DIGITS[script][0]
    words, gap = "", False
    for group in (2, 1, 0):
        part = number // 10_000**group % 10_000
        gap = gap or bool(part and words and part < 1000)
        for place in (3, 2, 1, 0):
            digit = part // 10**place % 10
            if not digit:
                gap = gap or bool(words)
                continue
            zero = DIGITS[script][0] if gap and words else ""
            words += zero + DIGITS[script][digit] + (PLACES[script][place - 1] if place else "")
            gap = False
        if part and group:
            words, gap = words + MYRIADS[script][group - 1], False
        elif not part:
            gap = bool(words)
    return words


def mixed(number: int) -> str:
    """4万6700, 2亿3000万."""
    head, last = "", number
    for scale, sign in ((10**8, "亿"), (10**4, "万")):
        if last >= scale:
            head += f"{last // scale}{sign}"
            last %= scale
    return head + (f"{last:04}" if head and last else "" if head else str(last))


def scaled_parts(number: int) -> str:
    """4万6千7百, each part in digits of its own."""
    parts, last = "", number
    for scale, sign in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百")):
        if last >= scale:
            parts += f"{last // scale}{sign}"
            last %= scale
    return parts


def size(chance: random.Random) -> int:
    return chance.randrange(1, 10 ** chance.choice((1, 2, 3, 4, 5, 6, 9)))


def whole(chance: random.Random) -> Spelling:
    number = size(chance)
    spellings: list[Callable[[], str]] = [
        lambda: str(number),
        lambda: f"{number:,}",
        lambda: str(number).translate(FULL_WIDTH),
        lambda: f"{number:,}".translate(FULL_WIDTH),
        lambda: chinese(number),
        lambda: chinese(number, "hant"),
        lambda: mixed(number),
        lambda: f"{number:,}".replace(",", " "),
        lambda: " ".join(str(number)),
        lambda: " ".join(chinese(number)),
    ]
    if number >= 10:
        spellings.append(lambda: chinese(number, "formal"))
    gap = chance.choice(("", "", " "))
    return Spelling(chance.choice(spellings)() + gap + chance.choice(COUNTED), Decimal(number))


def in_parts(chance: random.Random) -> Spelling:
    number = chance.randrange(1, 10**5) * 100
    return Spelling(scaled_parts(number) + chance.choice(MEASURED), Decimal(number))


def short(chance: random.Random) -> Spelling:
    """一千五, 三万六, 二百五."""
    scale, sign = chance.choice(((100, "百"), (1000, "千"), (10_000, "万")))
    high, low = chance.randrange(2, 10), chance.randrange(1, 10)
    value = Decimal(high * scale + low * scale // 10)
    return Spelling(DIGITS["hans"][high] + sign + DIGITS["hans"][low] + "元", value)


def decimal(chance: random.Random) -> Spelling:
    number, tail = chance.randrange(0, 1000), str(chance.randrange(1, 1000)).rstrip("0")
    scale, sign = chance.choice(((1, ""), (10**4, "万"), (10**8, "亿")))
    value = Decimal(f"{number}.{tail}") * scale
    said = chinese(number) + "点" + "".join(DIGITS["hans"][int(one)] for one in tail)
    spelling = chance.choice(
        (
            f"{number}.{tail}",
            f"{number}.{tail}".translate(FULL_WIDTH),
            f"{number}. {tail}",
            f"{number} .{tail}",
            said,
        )
    )
    return Spelling(spelling + sign + chance.choice(MEASURED), value)


def share(chance: random.Random) -> Spelling:
    number = chance.randrange(1, 100)
    tail = chance.choice(("", f".{chance.randrange(1, 10)}"))
    said = chinese(number) + ("点" + DIGITS["hans"][int(tail[1])] if tail else "")
    tenth = chance.randrange(1, 10)
    return chance.choice(
        (
            Spelling(f"{number}{tail}%", Decimal(f"{number}{tail}")),
            Spelling(f"{number}{tail}％", Decimal(f"{number}{tail}")),
            Spelling(f"百分之{said}", Decimal(f"{number}{tail}")),
            Spelling(f"{DIGITS['hans'][tenth]}成", Decimal(tenth * 10)),
            Spelling(f"{number}{tail}倍", Decimal(f"{number}{tail}")),
            Spelling(f"{said}倍", Decimal(f"{number}{tail}")),
        )
    )


def negative(chance: random.Random) -> Spelling:
    number = Decimal(chance.randrange(1, 10_000)) / chance.choice((1, 10))
    subject, unit = chance.choice(
        (
            ("利润", "万元"),
            ("增速为", "%"),
            ("气温", "℃"),
            ("净额", "元"),
            ("结余", "亿元"),
            ("某物", "吨"),
        )
    )
    scale = {"万元": 10**4, "亿元": 10**8}.get(unit, 1)
    sign = chance.choice(("-", "－", "−", "负"))
    return Spelling(f"{subject}{sign}{number}{unit}", -number * scale)


def interval(chance: random.Random) -> Spelling:
    low = chance.randrange(1, 90)
    high = low + chance.randrange(1, 10)
    joint = chance.choice(("-", "—", "~", "至", "到", "～", " 至 "))
    scale = chance.choice(("", "万", "百"))
    ends = chance.choice(((str(low), str(high)), (chinese(low), chinese(high))))
    if scale == "百" and high > 9:
        scale = ""
    return Spelling(joint.join(ends) + scale + chance.choice(MEASURED + COUNTED), None)


def pair(chance: random.Random) -> Spelling:
    digit = chance.randrange(1, 9)
    low, high = ("两" if digit == 2 else DIGITS["hans"][digit]), DIGITS["hans"][digit + 1]
    high = "两" if digit == 1 else high
    head, tail = chance.choice(
        (("", ""), ("十", ""), ("", "十"), ("", "百"), ("", "千"), ("", "万"), ("一百", "十"))
        + (("一千", "百"), ("二十", ""), ("三百", "十"), ("两万", "千"), ("三百", ""), ("", "十万"))
    )
    if head and low == "两" or high == "两" and (head or tail == "十" or tail == "十万"):
        low, high = "三", "四"
    return Spelling(head + low + high + tail + chance.choice(("人", "户", "亩", "辆")), None)


def compound(chance: random.Random) -> Spelling:
    one, two = chance.randrange(1, 60), chance.randrange(1, 60)
    digit = chance.randrange(1, 10)
    small = DIGITS["hans"][digit]
    few = DIGITS["hans"][chance.randrange(3, 10)]
    few_value = DIGITS["hans"].index(few)
    return chance.choice(
        (
            Spelling(f"用时{one}小时{two}分", Decimal(one * 60 + two)),
            Spelling(f"用时{chinese(one)}小时{chinese(two)}分钟", Decimal(one * 60 + two)),
            Spelling(f"历时{one}分{two}秒", Decimal(one * 60 + two)),
            Spelling(f"工期{one}年{two}个月", Decimal(one * 12 + two)),
            Spelling(f"每只{one}元{digit}角", Decimal(f"{one}.{digit}")),
            Spelling(f"每个{few}块{small}", Decimal(f"{few_value}.{digit}")),
            Spelling(f"水深{one}米{digit}", Decimal(f"{one}.{digit}")),
            Spelling(f"水深{one}米{digit}5", Decimal(f"{one}.{digit}5")),
            Spelling(f"体温{36 + digit % 5}度{digit}", Decimal(f"{36 + digit % 5}.{digit}")),
            Spelling(f"体温{36 + digit % 5}度半", Decimal(f"{36 + digit % 5}.5")),
            Spelling(f"鱼重{one}斤{digit}两", Decimal(one * 10 + digit)),
            Spelling(f"收粮{one}吨半", Decimal(f"{one}.5")),
            Spelling(f"长{one}公里{digit}00米", Decimal(one * 1000 + digit * 100)),
            Spelling(f"工期{one}个月{digit}天", None),
            Spelling(f"等了{one}小时{two}", None),
        )
    )


def hedged(chance: random.Random) -> Spelling:
    plain = whole(chance)
    before = (
        "近",
        "约",
        "超过",
        "逾",
        "不少于",
        "至少",
        "不到",
        "不足",
        "不超过",
        "不下",
        "不 到",
        "超 过",
    )
    behind = ("以上", "以下", "左右", "以 上", "（含）以上", "上下")
    if chance.random() < 0.5:
        return Spelling(chance.choice(before) + plain.phrase, None)
    return Spelling(plain.phrase + chance.choice(behind), None)


def about_inside(chance: random.Random) -> Spelling:
    number = chance.randrange(1, 10) * 10 ** chance.randrange(1, 4)
    words = chance.choice((str(number), chinese(number)))
    return Spelling(words + chance.choice(("余", "多", "餘")) + chance.choice(COUNTED), None)


def two_ways(chance: random.Random) -> Spelling:
    """Spellings that a reader cannot settle."""
    digit, other = chance.randrange(1, 10), chance.randrange(1, 10)
    return Spelling(
        chance.choice(
            (
                f"{digit}千{other}人",
                f"{digit}万{other}人",
                f"{DIGITS['hans'][3]}{DIGITS['hans'][9]}人",
                "千八百人",
                "百万元",
                f"数{chance.choice('十百千万')}人",
                f"几{chance.choice('十百千万')}人",
                "十几人",
                f"物资-{digit}0箱",
            )
        ),
        None,
    )


def clock(chance: random.Random) -> Spelling:
    """A time of day, which counts nothing."""
    hour, minute = chance.randrange(0, 25), chance.randrange(10, 60)
    words = chance.choice((f"{hour}点{minute}分", f"{chinese(hour)}点{chinese(minute)}分"))
    return Spelling(chance.choice(("会议于", "上午", "截至")) + words, None)


def listed_pair(chance: random.Random) -> Spelling:
    digit = chance.randrange(3, 9)
    ends = chance.choice(((str(digit), str(digit + 1)), (chinese(digit), chinese(digit + 1))))
    scale = chance.choice(("", "百", "千", "万"))
    return Spelling("、".join(ends) + scale + chance.choice(MEASURED + COUNTED), None)


def chinese_comma(chance: random.Random) -> Spelling:
    """12，000, and 3，500 that may be two numbers."""
    high, low = chance.randrange(1, 1000), chance.randrange(0, 1000)
    sure = low < 100
    return Spelling(
        f"{high}，{low:03}{chance.choice(MEASURED)}", Decimal(high * 1000 + low) if sure else None
    )


def negative_interval(chance: random.Random) -> Spelling:
    low = chance.randrange(1, 40)
    high = low + chance.choice((-0.5, 1, 20))
    subject, unit = chance.choice((("气温", "℃"), ("利润为", "万元"), ("增速", "%")))
    scale = chance.choice(("万", "")) if unit == "万元" else ""
    joint, sign = chance.choice(("至", "~", "到")), chance.choice(("-", "－", ""))
    return Spelling(f"{subject}-{low}{scale}{joint}{sign}{high}{unit}", None)


KINDS = (
    *(whole, whole, whole, in_parts, short, decimal, share, negative, interval, pair, compound),
    *(hedged, about_inside, two_ways, clock, listed_pair, chinese_comma, negative_interval),
)


def spelling(chance: random.Random) -> tuple[str, Spelling]:
    """A text that holds one spelling, and the spelling."""
    found = chance.choice(KINDS)(chance)
    phrase = found.phrase.translate(TRADITIONAL) if chance.random() < 0.3 else found.phrase
    text = chance.choice(BEFORE) + phrase + chance.choice(BEHIND)
    return text, found._replace(phrase=phrase)
