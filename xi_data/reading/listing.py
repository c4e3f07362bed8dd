"""Words at the numbers of a list: those that make a number the whole, or the others parts."""

import re

_PARTS_FOLLOW = re.compile("其中|分别|分別|包括|包含|含有|内含|內含")
_WHOLE = re.compile(
    "(?:共|合计|合計|总计|總計|累计|累計|总数|總數|总共|總共|合共|一共|共计|共計|总额|總額)"
    r"[\u3400-\u9fff：:为為]{0,6}$"
)
_BESIDE = re.compile(r"[\s、，,/／（(|]{0,2}(?:即|折合|合|计|計|约|約|重|共|共计|共計)?")
_OPENED = re.compile(r"[\u3400-\u9fff]{0,8}[（(](?!.*[）)])")
_CLOSED = re.compile(r"[^，,。;；（(\n]{0,8}[）)]")
_TOTAL = "(?:合计|总计|小计|共计|总数)"
_HAS_TOTAL = re.compile(rf"{_TOTAL}(?![划算])")  # 联合计划 is none
_LONGEST_NAME = 12
_REACH = 14
"""Characters before a number in which 共 and its like make it a whole."""


def parts_follow(between: str) -> bool:
    """Whether the words between two numbers make the second a part of the first: 其中."""
    return _PARTS_FOLLOW.search(between) is not None


def in_brackets(between: str, after: str) -> bool:
    """Whether a list stands in brackets behind a number: 6例（东4例、西2例）."""
    opened = _OPENED.match(between) is not None
    return opened and _CLOSED.match(after) is not None


def is_whole(before: str) -> bool:
    """Whether the words before a number, of its clause, make it a whole: 合计, 共."""
    return _WHOLE.search(before[-_REACH:]) is not None


def beside(between: str) -> bool:
    """Whether two numbers with these words between them stand side by side: 5吨（200袋）."""
    return _BESIDE.fullmatch(between) is not None


def is_total(name: str) -> bool:
    """Whether a row or column of a table of this name is a total: 东片小计. name: Simplified."""
    return len(name) <= _LONGEST_NAME and _HAS_TOTAL.search(name) is not None


def is_only_total(name: str) -> bool:
    """Whether that is all of its name: 合计."""
    return re.fullmatch(_TOTAL, name) is not None
