"""The fourteen invented bulletins on every page: `python -m tests.fourteen`, about three minutes.

One visitor brings them all, and every page about each of them, in both languages, must open with a
title, charts with rows and tables with rows. Prints each title to be read beside its bulletin, and
how much was looked at; ends with 1 where anything was amiss.
"""

import sys
from collections import Counter

import pyarrow as pa
from streamlit.testing.v1 import AppTest

from tests.fifteen_bulletins import SAMPLES
from tests.ui.review.bringing import come, drafts, go, upload
from tests.ui.visiting import WITH_FIGURES, charts, finding, tables
from xi_data.locale import LANGUAGES
from xi_data.ui.state import keys
from xi_data.views import SCREENS


def amiss(app: AppTest, key: str, page: str) -> tuple[list[str], Counter[str]]:
    """What is wrong with a page about a bulletin, and what was seen of it. An exception is raised
    as AssertionError."""
    both = {"view": "both"} if page in WITH_FIGURES and not SCREENS[page].hidden else {}
    app = go(app, page, key, **both)
    drawn = [rows_drawn(chart) for chart in charts(app)]
    filled = [len(table["rows"]) for table in tables(app)]
    wrong = [] if finding(app) else ["no title"]
    wrong += ["an empty chart"] * drawn.count(0) + ["an empty table"] * filled.count(0)
    return wrong, Counter(pages=1, charts=len(drawn), tables=len(filled))


def rows_drawn(chart) -> int:
    """Rows of a chart's largest set of data."""
    sets = (pa.ipc.open_stream(one.data.data).read_all() for one in chart.proto.datasets)
    return max(len(one) for one in sets)


def main() -> int:
    """Open every page, print its title and the counts."""
    files = {path.name: path.read_bytes() for path in sorted(SAMPLES.glob("[0-9][0-9].txt"))}
    app = upload(come(), files)
    assert len(drafts(app)) == len(files)
    seen: Counter[str] = Counter(amiss=0)
    for key, draft in drafts(app).items():
        print(f"\n{key}: {draft.bulletin.title}, {len(draft.proposals)} figures")
        for page in SCREENS:
            for lang in LANGUAGES:
                app.session_state[keys.LANG] = lang
                wrong, counted = amiss(app, key, page)
                seen.update(counted + Counter(amiss=len(wrong)))
                print(f"  {page:13} {lang}  {finding(app)}", *wrong, sep="  ", flush=True)
    print(", ".join(f"{number} {what}" for what, number in seen.items()))
    return 1 if seen["amiss"] else 0


if __name__ == "__main__":
    sys.exit(main())
