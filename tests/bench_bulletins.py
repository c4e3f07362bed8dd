"""The bulletins that a person read, and how many of their figures a tool finds."""

import csv
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

INVENTED = """柳林县疾控中心2月12日通报:全县共排查返乡人员3,482人,其中1,207人已解除观察,\
仍有近2千人居家隔离。各乡镇干部走村入户,逐户登记来往车辆和外地亲友,提醒大家少出门、勤洗手、多通风。
县人民医院设隔离病房12间36床,备有口罩约8.6万只、消毒液1500公斤。医护人员轮流值守发热门诊,\
对前来就诊的群众先测体温、再问行程,发现可疑情况立即上报,并安排专车转送到定点医院。
为减少人员聚集,农贸市场和棋牌室暂停营业,庙会、灯会和婚宴一律延期举行。县里关闭农贸市场7个、\
棋牌室四十三家。志愿者在路口设卡劝返,给独居老人送米送菜,帮行动不便的村民代买药品和日用品。
学校推迟开学,老师们在网上备课答疑,家长群里每天转发防护知识,广播车沿街播放通告,宣传横幅挂满街巷。
各村每日消毒两次。县财政安排资金350万元,社会捐款126.5万元,全部用于购买防护物资和补助基层防控人员。
企业复工前须提交防控方案,落实测温、错峰就餐和宿舍分散管理,主管部门上门指导,帮助解决用工和运输困难。
目前八成以上企业已经复产,生产秩序平稳,市场供应充足,物价总体稳定,没有出现抢购现象。
县领导要求继续压实责任,坚决克服麻痹思想、厌战情绪、侥幸心理和松劲心态,把各项措施落到实处,\
做到信息公开透明,及时回应群众关切,严厉打击哄抬物价、制售假冒伪劣防护用品和散布谣言等违法行为。
"""
"""Stands in where no bulletin is at hand, with about as many figures as they have."""

Result = tuple[int, int, list[str]]  # half-open place in the text, and the values that it may mean


class Figure(NamedTuple):
    """value is a number, or an ISO day or month."""

    start: int
    end: int
    value: str


class Bulletin(NamedTuple):
    text: str
    published: str
    figures: list[Figure]


class Count(NamedTuple):
    """Figures that have a result in their very place, with their value in that place, and with
    their value in any result that overlaps them; and how many results there are."""

    exact: int
    in_place: int
    overlap: int
    results: int


def article() -> str:
    return _folder().joinpath("xi.txt").read_text(encoding="utf-8")


def bulletins() -> list[Bulletin]:
    """The dev bulletins below XI_BULLETINS; none where it is not set."""
    dev = _folder() / "dev"
    if not (dev / "index.csv").exists():
        return []
    return [
        Bulletin(
            (dev / row["file"]).read_text(encoding="utf-8"),
            row["published"].split()[0],  # a remark may follow
            [
                Figure(int(figure["start"]), int(figure["end"]), figure["value"])
                for figure in _rows((dev / row["file"]).with_suffix(".csv"))
            ],
        )
        for row in _rows(dev / "index.csv")
    ]


def counted(pairs: Iterable[tuple[Bulletin, list[Result]]]) -> Count:
    """Counts over bulletins, each with what a tool found in it."""
    exact = in_place = overlap = results = 0
    for bulletin, found in pairs:
        results += len(found)
        for start, end, value in bulletin.figures:
            near = [result for result in found if result[0] < end and start < result[1]]
            there = [result for result in near if (result[0], result[1]) == (start, end)]
            exact += bool(there)
            in_place += any(_says(result, value) for result in there)
            overlap += any(_says(result, value) for result in near)
    return Count(exact, in_place, overlap, results)


def _says(result: Result, value: str) -> bool:
    """Whether one of its values is the number, or a day within the date."""
    told = result[2]
    if "-" in value[1:]:
        return any(one.startswith(value) for one in told)
    for one in told:
        with suppress(ValueError):
            if abs(float(one) - float(value)) <= 1e-9 * abs(float(value)):
                return True
    return False


def _folder() -> Path:
    return Path(os.environ.get("XI_BULLETINS", "no folder"))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
