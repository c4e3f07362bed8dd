"""One tool of the reader's benchmark in a process of its own, driven over standard input.

Run as `python tests/bench_worker.py TOOL` in whichever environment has the tool; imports nothing of
ours but the reader. Seconds are of processor time, whatever else the machine does meanwhile. Prints
one line of JSON when it is ready: {seconds} of the import. Then answers each line of JSON {text,
published, told} with the seconds of the reading, the peak memory of the process in MB so far and,
where told is true, what was found: [start, end, values] for each result, half-open, values as the
tool prints them. What went wrong is told as {failed}.
"""

import json
import logging
import os
import re
import resource
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import datetime
from pathlib import Path
from typing import Any

Read = Callable[[str, str], list[Any]]  # text and the day it was published: the tool's own results
Told = Callable[[Any], tuple[int, int, list[str]]]  # one of them: its place and its values


def floor() -> tuple[Read, Told]:
    runs = re.compile("[0-9]+")
    return (
        lambda text, published: list(runs.finditer(text)),
        lambda match: (*match.span(), [match.group()]),
    )


def ours() -> tuple[Read, Told]:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from xi_data.reading.extract import extract

    return (
        lambda text, published: extract(text, published=published),
        lambda found: (found.start, found.end, [found.printed_date or str(found.value)]),
    )


def jionlp() -> tuple[Read, Told]:
    from jionlp import ner

    def read(text: str, published: str) -> list[dict]:
        base = _day(published).timestamp()
        return ner.extract_money(text) + ner.extract_time(text, time_base=base)

    return read, lambda found: (*found["offset"], list(_leaves(found["detail"])))


def jionlp_lines() -> tuple[Read, Told]:
    """A line at a time: JioNLP copies the rest of the text at each candidate for a date."""
    whole, _ = jionlp()

    def read(text: str, published: str) -> list[tuple[int, dict]]:
        begin, results = 0, []
        for line in text.split("\n"):
            results += [(begin, found) for found in whole(line, published)]
            begin += len(line) + 1
        return results

    def told(result: tuple[int, dict]) -> tuple[int, int, list[str]]:
        begin, found = result
        start, end = found["offset"]
        return begin + start, begin + end, list(_leaves(found["detail"]))

    return read, told


def recognizers() -> tuple[Read, Told]:
    import recognizers_suite as suite

    kinds = ("number", "percentage", "currency", "age", "dimension", "temperature")
    counts = [getattr(suite, f"recognize_{kind}") for kind in kinds]
    chinese = suite.Culture.Chinese
    lasting = re.compile("PT?([0-9.]+)[A-Z]")

    def read(text: str, published: str) -> list[Any]:
        results = [found for recognize in counts for found in recognize(text, chinese)]
        return results + suite.recognize_datetime(text, chinese, reference=_day(published))

    def told(found: Any) -> tuple[int, int, list[str]]:
        values = [value.removesuffix("%") for value in _leaves(found.resolution)]
        # 14 days are P14D, and otherwise told in seconds only.
        values += [span[1] for value in values if (span := lasting.fullmatch(value))]
        return found.start, found.end + 1, values

    return read, told


TOOLS = {
    "ours": ours,
    "jionlp": jionlp,
    "jionlp_lines": jionlp_lines,
    "recognizers": recognizers,
    "floor": floor,
}


def main() -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)  # JioNLP logs a traceback for each string that is no date
    answers = sys.stdout
    start = time.process_time()
    try:
        with redirect_stdout(sys.stderr):  # JioNLP greets
            read, told = TOOLS[sys.argv[1]]()
    except Exception as error:
        print(json.dumps({"failed": f"{type(error).__name__}: {error}"}), file=answers, flush=True)
        return
    took = time.process_time() - start
    print(json.dumps({"seconds": took}), file=answers, flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            with redirect_stdout(sys.stderr):
                start = time.process_time()
                results = read(asked["text"], asked["published"])
                took = time.process_time() - start
            answer = {"seconds": took, "peak": _peak()}
            if asked["told"]:
                answer["found"] = [told(result) for result in results]
            del results  # or the next reading would pay for taking them apart
        except Exception as error:
            answer = {"failed": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), file=answers, flush=True)


def _day(published: str) -> datetime:
    """The day itself, or the first of the month or year."""
    return datetime.fromisoformat(published + "-01" * (2 - published.count("-")))


def _leaves(value: Any) -> list[str]:
    """Every number and string in nested dictionaries and lists."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for inner in value for leaf in _leaves(inner)]
    return [] if value is None else [str(value)]


def _peak() -> float:
    """MB. Not of getrusage where Linux tells: what the parent held counts there as well."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            lines = dict(line.split(":", 1) for line in status)
        return int(lines["VmHWM"].split()[0]) / 1024
    except OSError:
        unit = 1024**2 if os.uname().sysname == "Darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main()
