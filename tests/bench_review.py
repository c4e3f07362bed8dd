"""Server time of bringing long bulletins and of a decision in each: `python -m tests.bench_review`.

A number after it, or several, are the numbers of figures; 1,000 and 10,000 without any. Each text
is pasted by a visitor without a browser; a decision is timed until its page is drawn, the settling
until her pages know what she brought.
"""

import statistics
import sys
import time
from collections.abc import Callable

from tests.ui.packages_once import remember
from tests.ui.review.bringing import come, draft, go, paste, press
from xi_data.matching.copies import MOST_CHARACTERS
from xi_data.ui.state import keys

SENTENCE = "口罩1.5万只，排查32人，其中甲村15人、乙村9人、丙村8人，约30户。\n"
FIGURES = 6  # of the sentence
DECISIONS = 10


def main(sizes: list[int]) -> None:
    remember()
    for size in sizes:
        text = SENTENCE * (size // FIGURES)
        assert len(text) <= MOST_CHARACTERS
        app = come()
        took = {"bring": _timed(lambda app=app, text=text: paste(app, text))}
        took["decide"] = statistics.median(
            _timed(lambda app=app: press(app, keys.decide("accept"))) for _ in range(DECISIONS)
        )
        took["undo"] = _timed(lambda app=app: press(app, keys.decide("undo")))
        took["all sure"] = _timed(lambda app=app: press(app, keys.decide("all_sure")))
        took["next doubtful"] = _timed(lambda app=app: press(app, keys.decide("next")))
        took["settle"] = _timed(lambda app=app: go(app, "overview"))
        told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in took.items())
        print(f"{len(draft(app).proposals):,} figures: {told}")


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [1_000, 10_000])
