"""The Chinese reader beside JioNLP, recognizers-text-suite and a bare regex for digit runs.

Each tool runs in its own process on the same text, in turn, round after round. The other libraries
live in .venv-bench, which `make bench` makes. Where XI_BULLETINS is set the text is the article and
the dev bulletins, and what each tool finds in the bulletins is counted; else an invented one.

Exits with 1 where the reader misses a limit or a library cannot be run beside it.
"""

import json
import os
import statistics
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench_bulletins import INVENTED, Bulletin, Count, article, bulletins, counted

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / ".venv-bench" / "bin" / "python"

LENGTH, ROUNDS = 200_000, 7  # characters of the text, and how often each tool reads it
STARTS = 9  # fresh processes that the import time is the median of
PUBLISHED = "2020-02"

SPEED = 500_000  # characters a second at least
FASTER = 4  # times as many as JioNLP on the same text
IMPORT = 100  # milliseconds at most
LONGER, PAIRS, GROWTH = (
    10,
    5,
    13,
)  # a text this many times as long takes at most so many times as long


class Tool(NamedTuple):
    """name of the worker's, what the table calls it, and the length of its text.

    The suite is given less: its dates alone take 30 s for the whole text.
    """

    name: str
    label: str
    length: int = LENGTH

    @property
    def python(self) -> str:
        return sys.executable if self.name in ("ours", "floor") else str(PEERS)


OURS = Tool("ours", "this reader")
TOOLS = (
    OURS,
    Tool("jionlp", "JioNLP"),
    Tool("jionlp_lines", "JioNLP by line"),
    Tool("recognizers", "recognizers", LENGTH // 10),
    Tool("floor", "digit runs"),
)


class Worker:
    """A fresh process of one tool; started is the seconds that its import took.

    Raises RuntimeError with the reason where the tool cannot be had or fails on a text.
    """

    def __init__(self, tool: Tool):
        command = [tool.python, str(ROOT / "tests/bench_worker.py"), tool.name]
        try:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                env={**os.environ, "PYTHONUTF8": "1"},
            )
        except OSError:
            raise RuntimeError(f"there is no {tool.python}; run make bench") from None
        self.started = self._answer()["seconds"]

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: Any) -> None:
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def read(self, text: str, published: str = PUBLISHED, told: bool = False) -> dict[str, Any]:
        """What the worker answers: seconds, peak and, where told, found."""
        asked = {"text": text, "published": published, "told": told}
        self.process.stdin.write(json.dumps(asked, ensure_ascii=False) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        line = self.process.stdout.readline()
        answer = json.loads(line or '{"failed": "ended without an answer"}')
        if "failed" in answer:
            self.__exit__()
            raise RuntimeError(answer["failed"])
        return answer


def main() -> int:
    failed = []
    read = bulletins()
    if not read:
        print("NOT RUN: what each tool finds; XI_BULLETINS names no folder with dev bulletins.")
    tools = [tool for tool in TOOLS if _runs(tool, failed)]
    if OURS not in tools:
        return 1
    source = "\n".join([article(), *(bulletin.text for bulletin in read)]) if read else INVENTED
    imports, firsts, peaks = _fresh(tools, _repeated(source, LENGTH))
    speeds, slower = _speeds(tools, _repeated(source, LENGTH))
    growth = _growth(source)
    counts = {tool.name: _count(tool, read) for tool in tools} if read else {}

    head = ("faster", "memory", "import", "chars/s", "peak MB", "import ms", "first ms")
    head += Count._fields if read else ()
    print(f"{'':14}" + "".join(f"{name:>11}" for name in head))
    for name, label, _ in tools:
        cells = [
            *(f"{slower[name]:.2f}", f"{peaks[name] / peaks['ours']:.2f}"),
            *(f"{imports[name] / imports['ours']:.2f}", f"{speeds[name]:,.0f}"),
            *(f"{one[name]:.1f}" for one in (peaks, imports, firsts)),
            *counts.get(name, ()),
        ]
        print(f"{label:14}" + "".join(f"{cell:>11}" for cell in cells))
    print(f"{LONGER} times the text takes {growth:.1f} times as long, allowed {GROWTH}.")
    print(_legend(tools, read))

    if speeds["ours"] < SPEED:
        failed.append(f"{speeds['ours']:,.0f} characters a second; at least {SPEED:,}")
    if slower.get("jionlp", FASTER) < FASTER:
        failed.append(f"{slower['jionlp']:.2f} times as fast as JioNLP; at least {FASTER}")
    if imports["ours"] > IMPORT:
        failed.append(f"{imports['ours']:.0f} ms to import; at most {IMPORT}")
    if growth > GROWTH:
        failed.append(f"{growth:.1f} times as long for {LONGER} times the text; at most {GROWTH}")
    for reason in failed:
        print(f"MISSED: {reason}")
    return int(bool(failed))


def _runs(tool: Tool, failed: list[str]) -> bool:
    """Whether a tool can be run; where it cannot, failed says so."""
    try:
        with Worker(tool) as worker:
            worker.read(INVENTED)
    except RuntimeError as reason:
        print(f"NOT RUN: {tool.label}: {reason}")
        failed.append(f"{tool.label} could not be run")
        return False
    return True


def _legend(tools: list[Tool], read: list[Bulletin]) -> str:
    shorter = "".join(f"; {t.label} reads {t.length:,}" for t in tools if t.length < LENGTH)
    lines = [
        "faster: our characters a second by the tool's. memory, import: the tool's by ours. "
        "first ms: import and a first line.",
        f"Processor time; medians of {ROUNDS} rounds in turn, one process each, on {LENGTH:,} "
        f"characters{shorter}; import: of {STARTS} fresh processes.",
        "JioNLP: money and time extractors, given the whole text or a line at a time. recognizers: "
        "number, percentage, currency,",
        "age, dimension, temperature and date-time. digit runs: one compiled regex, the floor.",
    ]
    if read:
        figures = sum(len(bulletin.figures) for bulletin in read)
        lines += [
            f"Of {figures} figures in the {len(read)} bulletins that the reader was developed on. "
            "exact: a result has the figure's very place.",
            "in_place: and its value. overlap: any result that overlaps it has its value, in "
            "whatever place (a month: a day of it).",
            "results: how many the tool gave, right or not.",
        ]
    return "\n".join(lines)


def _fresh(tools: list[Tool], text: str) -> tuple[dict[str, float], ...]:
    """Of fresh processes: ms to import, ms with a first line, and peak MB after one reading."""
    imports: dict[str, list[float]] = {tool.name: [] for tool in tools}
    firsts: dict[str, list[float]] = {tool.name: [] for tool in tools}
    peaks = {}
    for _ in range(STARTS):
        for tool in tools:
            with Worker(tool) as worker:
                imports[tool.name].append(worker.started * 1000)
                first = worker.read(INVENTED[:50])["seconds"]
                firsts[tool.name].append((worker.started + first) * 1000)
    for tool in tools:
        with Worker(tool) as worker:
            peaks[tool.name] = worker.read(text[: tool.length])["peak"]
    return _medians(imports), _medians(firsts), peaks


def _speeds(tools: list[Tool], text: str) -> tuple[dict[str, float], dict[str, float]]:
    """Characters a second, and how many times as fast the reader was in the same round."""
    rates: dict[str, list[float]] = {tool.name: [] for tool in tools}
    with ExitStack() as running:
        workers = [(tool, running.enter_context(Worker(tool))) for tool in tools]
        for _, worker in workers:
            worker.read(text[: LENGTH // 10])  # does not count
        for _ in range(ROUNDS):
            for tool, worker in workers:
                took = worker.read(text[: tool.length])["seconds"]
                rates[tool.name].append(tool.length / took)
    slower = {
        name: [ours / rate for ours, rate in zip(rates["ours"], taken, strict=True)]
        for name, taken in rates.items()
    }
    return _medians(rates), _medians(slower)


def _growth(source: str) -> float:
    """How many times as long a longer text takes: median of pairs, read one after the other."""
    short, long = _repeated(source, LENGTH), _repeated(source, LENGTH * LONGER)
    with Worker(OURS) as worker:
        worker.read(short)  # does not count
        pairs = [(worker.read(short), worker.read(long)) for _ in range(PAIRS)]
    return statistics.median(after["seconds"] / before["seconds"] for before, after in pairs)


def _count(tool: Tool, read: list[Bulletin]) -> Count:
    with Worker(tool) as worker:
        return counted(
            (one, worker.read(one.text, one.published, told=True)["found"]) for one in read
        )


def _repeated(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


def _medians(times: dict[str, list[float]]) -> dict[str, float]:
    return {name: statistics.median(taken) for name, taken in times.items()}


if __name__ == "__main__":
    sys.exit(main())
