"""One tool over the figures of a corpus: python -m tests.bench_corpus_worker TOOL DATA FACET ...

Answers each question on standard input with a line of JSON: seconds, memory and counts. Each tool
is imported where it is asked for: they live in different environments.
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

TOPIC, WORD, PAGE = "supply", "口罩", 50

Counts = dict[str, dict[str, int]]
Ask = Callable[[str], Counts]


def ours(data: Path, facets: list[str]) -> Ask:
    """The queries of the corpus page."""
    from xi_data.corpora import queries
    from xi_data.corpora.narrowing import Narrowing
    from xi_data.corpora.opened import open_corpus

    corpus = open_corpus(data)
    narrowings = {
        "all facets": Narrowing(),
        "one topic": Narrowing({"topic": (TOPIC,)}),
        "search": Narrowing(search=WORD),
        "largest values": Narrowing(),
    }

    def ask(question: str) -> Counts:
        order = "-value" if question == "largest values" else ""
        narrowing = narrowings[question]
        places = queries.positions_of(corpus, narrowing, order, 0, PAGE)
        queries.figures(corpus, places)
        found: Counts = {}
        if question in ("all facets", "one topic"):
            for (facet, choice), number in queries.counts(corpus, narrowing).of.items():
                found.setdefault(facet, {})[choice] = number
        return found

    return ask


def pandas(data: Path, facets: list[str]) -> Ask:
    """All rows in memory, facets as categories."""
    import pandas as pd

    rows = pd.read_parquet(data)
    rows[facets] = rows[facets].astype("category")

    def ask(question: str) -> Counts:
        if question == "search":
            rows[rows["found_by"].str.contains(WORD, regex=False)].head(PAGE).to_dict("records")
            return {}
        if question == "largest values":
            rows.nlargest(PAGE, "value").to_dict("records")
            return {}
        chosen = rows if question == "all facets" else rows[rows["topic"] == TOPIC]
        chosen.head(PAGE).to_dict("records")
        found: Counts = {}
        for facet in facets:
            counted = (rows if facet == "topic" else chosen)[facet].value_counts()
            found[facet] = {choice: int(n) for choice, n in counted.items() if n}
        return found

    return ask


def datasette(data: Path, facets: list[str]) -> Ask:
    """Its JSON pages, asked without a network; it may take as long as it takes."""
    from datasette.app import Datasette

    minutes = 600_000
    limits = {"sql_time_limit_ms": minutes, "facet_time_limit_ms": minutes}
    app = Datasette([str(data)], settings=limits | {"max_returned_rows": 5_000})
    counted = [("_facet", facet) for facet in facets]

    def page(*keys: tuple[str, str]) -> dict[str, Any]:
        query = urlencode([("_size", str(PAGE)), ("_facet_size", "max"), *keys])
        answer = asyncio.run(app.client.get(f"/flat/figures.json?{query}"))
        answer.raise_for_status()
        return answer.json()

    def ask(question: str) -> Counts:
        if question == "search":
            page(("found_by__contains", WORD), ("_nocount", "1"))
            return {}
        if question == "largest values":
            page(("_sort_desc", "value"), ("_nocount", "1"))
            return {}
        pages = {"": page(*counted)} if question == "all facets" else {}
        if question == "one topic":  # it counts a facet under the choice of that facet as well
            pages[""] = page(("topic", TOPIC), *(one for one in counted if one[1] != "topic"))
            pages["topic"] = page(("_facet", "topic"))
        found: Counts = {}
        for one in pages.values():
            for facet, told in one["facet_results"].items():
                choices = {row["value"]: row["count"] for row in told["results"]}
                found[facet] = {choice: n for choice, n in choices.items() if choice is not None}
        return found

    return ask


def peak() -> float:
    """The most memory of this process so far, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(one.split()[1]) / 1_000 for one in lines if one.startswith("VmHWM"))


def main() -> None:
    tool, data, *facets = sys.argv[1:]
    ask = {"ours": ours, "pandas": pandas, "datasette": datasette}[tool](Path(data), facets)
    for question in map(str.strip, sys.stdin):
        begun = time.perf_counter()
        counts = ask(question)
        seconds = time.perf_counter() - begun
        told = {"seconds": seconds, "memory": peak(), "counts": counts}
        print(json.dumps(told, sort_keys=True), flush=True)


if __name__ == "__main__":
    main()
