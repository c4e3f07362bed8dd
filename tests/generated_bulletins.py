"""Invented bulletins in any number: about 2,000 characters each, varied, the same for one seed.

Places, bodies and figures are made up. Genres differ in what they count; a third is in Traditional
characters, some print full-width digits, Chinese numerals, pinyin in brackets or a table.
"""

import csv
import json
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import opencc
import pyarrow as pa
import pyarrow.parquet as pq

CHARACTERS = 2_000
"""A bulletin ends with the sentence that takes it beyond so many."""

_FIRST = "云石柳松河青白龙凤金玉平安永长新临望桐槐枫杏梨竹"
_SECOND = "岭川溪山湾坪原泉塘桥陵台渡关庙屯洲峡源口"
_KINDS = ("县", "县", "县", "区", "市")
_GENRES: dict[str, tuple[str, ...]] = {
    "疫情防控": (
        "截至{month}月{day}日，全{kind}共排查返乡人员{big}人，其中{n}人已解除观察，仍有近{n}人居家观察。",
        "{kind}人民医院设隔离病房{few}间{few}床，备有口罩{wan}万只、消毒液{n}公斤、防护服{n}套。",
        "全{kind}关闭农贸市场{few}个、棋牌室{han}家，暂停营业的饭店共{n}家。",
        "主要路口设检查点{few}处，每处{han}名工作人员轮流值守，每天2次测温。",
        "累计检查车辆{big}辆、人员{wan}万余人次，劝返车辆{few}辆。",
        "财政安排防控资金{n}万元，社会各界捐款{wan}万元，捐赠方便面{n}箱。",
        "对公共场所消毒{n}次，消毒面积{wan}万平方米，使用酒精{few}桶。",
        "发放宣传单{big}份，悬挂横幅{n}条，广播播放{few}小时。",
    ),
    "防汛救灾": (
        "{month}月{day}日夜间，{town}镇降雨量达{n}毫米，为近{few}年来最大。",
        "河水漫堤，{few}个村{big}人受灾，紧急转移安置{n}人，倒塌房屋{few}间。",
        "出动抢险队伍{few}支{n}人，投入冲锋舟{few}艘、挖掘机{han}台，装填沙袋{big}只。",
        "农作物受灾面积{wan}万亩，其中绝收{big}亩，直接经济损失约{n}万元。",
        "水库水位超过汛限水位{dec}米，下泄流量每秒{n}立方米。",
        "抢修道路{dec}公里、桥涵{few}座，恢复供电{big}户。",
        "调运帐篷{n}顶、棉被{n}床、矿泉水{big}箱，设立安置点{few}个。",
    ),
    "农业生产": (
        "今年全{kind}粮食播种面积{wan}万亩，比上年增长{pct}%，预计总产{wan}万吨。",
        "新建高标准农田{wan}万亩，衬砌渠道{dec}公里，打井{few}眼。",
        "{town}镇栽植核桃{big}亩，收梨{n}筐，户均增收{n}元。",
        "生猪存栏{wan}万头，羊出栏{big}只，禽蛋产量{n}吨。",
        "农机合作社投入联合收割机{few}台、播种机{han}台，日作业{n}亩。",
        "举办培训班{few}期，培训农民{big}人次，发放技术资料{big}份。",
        "落实惠农补贴{n}万元，惠及农户{big}户，最高一户得{n}元。",
    ),
    "市场检查": (
        "{month}月以来，市场监管部门检查经营单位{big}家次，发现问题{n}个，责令整改{few}家。",
        "立案{few}起，罚没款{dec}万元，下架不合格商品{n}件，涉及货值{n}元。",
        "抽检食品{n}批次，合格率为{pct}%，不合格{few}批次已全部召回。",
        "受理投诉举报{n}件，办结率百分之{hanpct}，为消费者挽回损失{dec}万元。",
        "检定计价秤{n}台、加油机{few}台、出租车计价器{n}只。",
        "查获过期药品{n}盒、假冒白酒{few}瓶，移送公安机关案件{han}起。",
    ),
    "教育民生": (
        "投资{n}万元的{town}镇中心小学竣工，建筑面积{big}平方米，可容纳学生{n}名。",
        "全{kind}现有学校{few}所，在校学生{big}人，专任教师{n}名，生均公用经费{n}元。",
        "发放助学金{n}万元，资助困难学生{n}人，人均{n}元。",
        "新增城镇就业{n}人，举办招聘会{few}场，提供岗位{big}个。",
        "城乡居民医保参保{wan}万人，参保率{pct}%，报销{n}万元。",
        "改造老旧小区{few}个{n}户，加装电梯{han}部，更换管网{dec}公里。",
        "文化馆举办展览{few}次，接待观众{wan}万人次，最多一天来了{n}余人。",
    ),
}
_FILLERS = (
    "大家早出晚归，把工作做在前头，没有人叫苦叫累。",
    "老支书说，事情是给自己做的，不能等，也不能靠。",
    "会议要求各部门压实责任，加强值守，遇到情况及时报告。",
    "傍晚时分，街巷安静下来，路灯一盏接着一盏亮了。",
    "村口的大喇叭又响起来，提醒老人出门添衣。",
    "干部们分头走访，把政策讲清楚，把难处记下来。",
    "有群众送来热水和烤红薯，值守的人谢了又谢。",
    "下一步将继续查漏补缺，把好事办好、实事办实。",
    "记者看到，院子里晾着新收的谷子，孩子们在旁边写作业。",
    "第一时间到场的队员来不及吃饭，先把物资搬进了仓库。",
    "雨停之后，山路上的碎石很快被清扫干净，班车照常开行。",
    "老师把通知写在黑板上，又挨家打了电话，生怕漏掉谁。",
    "合作社的负责人说，眼下最要紧的是抢在天气变化之前把活干完。",
    "镇里把办事窗口搬到了集市旁边，赶集的人顺路就把手续办了。",
    "夜里风大，巡查的人裹紧大衣，沿着河堤慢慢往前走。",
    "不少在外务工的年轻人打来电话，询问家里是否需要帮手。",
    "有关单位提醒，购买商品时请保留票据，遇到问题及时反映。",
    "居民们自发组成互助小组，轮流照看行动不便的邻居。",
    "技术人员蹲在田埂上，一边比划一边讲，围着听的人越来越多。",
    "相关负责人表示，措施还会根据情况调整，请大家留意公告。",
)
_HAN = ("三", "八", "十二", "十七", "二十六", "三十五", "四十三", "一百零六", "一百二十")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_GLOSSES = {"隔": "gé", "岭": "lǐng", "筐": "kuāng", "槐": "huái", "堤": "dī"}

_traditional = opencc.OpenCC("s2t")


class Generated(NamedTuple):
    """One of them, with the columns that a table of documents may have."""

    id: str
    text: str
    title: str
    publisher: str
    published: str
    place: str


def bulletin(number: int, seed: int = 1) -> Generated:
    """The bulletin of a number."""
    chance = random.Random(f"{seed} {number}")
    kind = chance.choice(_KINDS)
    place = chance.choice(_FIRST) + chance.choice(_SECOND) + kind
    genre = chance.choice(list(_GENRES))
    year, month, day = chance.randint(2015, 2024), chance.randint(1, 12), chance.randint(1, 28)
    title = f"{place}{genre}工作通报"
    head = f"{title}\n发布时间：{year}年{month}月{day}日　来源：{place}融媒体中心\n\n"
    text = head + _body(chance, genre, kind, month)
    if chance.random() < 0.2:
        text += _table(chance)
    if chance.random() < 0.1:
        for character, reading in _GLOSSES.items():
            text = text.replace(character, f"{character}({reading})")
    if chance.random() < 0.15:
        text = text.translate(_WIDE)
    if chance.random() < 0.33:
        text, title, place = map(_traditional.convert, (text, title, place))
    published = f"{year}-{month:02}-{day:02}" if chance.random() < 0.5 else ""
    return Generated(f"gen-{number:07}", text, title, "", published, place)


def bulletins(number: int, seed: int = 1) -> Iterator[Generated]:
    """So many of them, one after another."""
    return (bulletin(one, seed) for one in range(number))


def write_files(made: Iterable[Generated], folder: Path) -> None:
    """A text file each, a hundred in a folder."""
    for at, one in enumerate(made):
        target = folder / f"{at // 100:05}" / f"{one.id}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(one.text, encoding="utf-8", newline="")


def write_jsonl(made: Iterable[Generated], file: Path) -> None:
    """An object a line."""
    with file.open("w", encoding="utf-8", newline="") as lines:
        for one in made:
            lines.write(json.dumps(one._asdict(), ensure_ascii=False) + "\n")


def write_csv(made: Iterable[Generated], file: Path) -> None:
    """A row each, as the csv module quotes."""
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([Generated._fields, *made])


def write_parquet(made: Iterable[Generated], file: Path) -> None:
    """A row each, in row groups of 500."""
    schema = pa.schema([(name, pa.string()) for name in Generated._fields])
    with pq.ParquetWriter(file, schema) as writer:
        rows: list[dict[str, str]] = []
        for one in made:
            rows.append(one._asdict())
            if len(rows) == 500:
                writer.write_table(pa.Table.from_pylist(rows, schema))
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, schema))


WRITERS: dict[str, Callable[[Iterable[Generated], Path], None]] = {
    "files": write_files,
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
}
"""Kind of input to what writes it."""


def _body(chance: random.Random, genre: str, kind: str, month: int) -> str:
    paragraphs: list[str] = []
    length = 0
    others = [one for name, group in _GENRES.items() if name != genre for one in group]
    while length < CHARACTERS:
        sentences = []
        for _ in range(chance.randint(4, 8)):
            if chance.random() < 0.65:
                sentences.append(chance.choice(_FILLERS))
                continue
            words = chance.choice(_GENRES[genre] if chance.random() < 0.85 else others)
            sentences.append(_sentence(chance, words, kind, month))
        paragraphs.append("".join(sentences))
        length += len(paragraphs[-1])
    return "\n".join(paragraphs) + "\n"


def _sentence(chance: random.Random, words: str, kind: str, month: int) -> str:
    """A sentence with numbers of its own, each another."""
    made: list[str] = []
    for part in words.split("{"):
        name, brace, rest = part.partition("}")
        made.append(_slot(chance, name, kind, month) + rest if brace else part)
    return "".join(made)


def _slot(chance: random.Random, name: str, kind: str, month: int) -> str:
    values: dict[str, Callable[[], str]] = {
        "few": lambda: str(chance.randint(2, 60)),
        "n": lambda: str(chance.randint(61, 999)),
        "big": lambda: chance.choice(("{}", "{:,}")).format(chance.randint(1_000, 60_000)),
        "wan": lambda: f"{chance.randint(11, 99) / 10:g}",
        "dec": lambda: f"{chance.randint(11, 999) / 10:g}",
        "pct": lambda: f"{chance.randint(500, 999) / 10:g}",
        "han": lambda: chance.choice(_HAN),
        "hanpct": lambda: chance.choice(("九十五", "九十八点六", "八十七", "九十九")),
        "kind": lambda: kind,
        "town": lambda: chance.choice(_FIRST) + chance.choice(_SECOND),
        "month": lambda: str(month),
        "day": lambda: str(chance.randint(1, 28)),
    }
    return values[name]()


def _table(chance: random.Random) -> str:
    items = chance.sample(("口罩", "手套", "雨衣", "手电筒", "编织袋"), 3)
    rows = [f"{item}\t{chance.randint(50, 9_000)}\t{chance.randint(10, 900)}" for item in items]
    return "\n".join(["物资\t储备（件）\t订购（件）", *rows]) + "\n"
