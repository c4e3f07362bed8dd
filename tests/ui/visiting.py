"""A visitor of the app without a browser: Streamlit's AppTest, and what it shows of a page."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pandas as pd
from streamlit.testing.v1 import AppTest

from xi_data.ui.state import keys
from xi_data.views import VIEWS

ROOT = Path(__file__).resolve().parents[2]
HOST = "http://localhost:8501"
PAGES = list(VIEWS)
FIRST = PAGES[0]
WITH_FIGURES = [
    key
    for key, view in VIEWS.items()
    if key not in ("about", "checks", "figure") and not view.compares
]
"""Those that show figures of the one bulletin that ships."""


def visit(
    key: str, browser: str = "en-GB", opened: Iterable[str] = (), **query: str | list[str]
) -> AppTest:
    """The page as a visitor sees it who comes by a link with this query.

    browser: its language. opened: session keys of panels that are open from the first.
    """
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params = query
    app.context = {"locale": browser}
    for panel in opened:
        app.session_state[panel] = True
    return turn_to(app, key)


def turn_to(app: AppTest, key: str) -> AppTest:
    """The same visitor on another page; the first page is where a visitor comes without a path."""
    app.context = {**app.context, "url": f"{HOST}/{'' if key == FIRST else key}"}
    if key != FIRST or keys.PAGES in app.session_state:
        app.switch_page(f"pages/{key}.py")
    return app.run()


def address(app: AppTest) -> dict[str, list[str]]:
    """The query of the address, every value as a list; the one that the browser is to put there."""
    if mended := told_browser(app).get("mend"):
        return parse_qs(mended["query"])
    found = app.query_params.items()
    return {key: [value] if isinstance(value, str) else list(value) for key, value in found}


def charts(app: AppTest) -> list:
    """The charts, of which a mark picks a figure."""
    return list(app.get("vega_lite_chart"))


def pictures(app: AppTest) -> list[str]:
    """Alternative texts of the small pictures."""
    return [one["alt"] for one in components(app) if "svg" in one]


def quoted(app: AppTest) -> list[dict[str, str]]:
    """The article's own words: noun, mention and colour of each quotation."""
    return [one for one in components(app) if "mention" in one]


def tables(app: AppTest) -> list[dict[str, Any]]:
    """What is sent of the tables of which a row picks something."""
    return [one for one in components(app) if one.get("pickable")]


def in_words(table: dict[str, Any]) -> pd.DataFrame:
    """The words of a table's cells as they are drawn, by the keys of its rows and columns."""
    names = [column["key"] for column in table["columns"]]
    cells = [
        [one if isinstance(one, str) else one["text"] for one in row[1:]] for row in table["rows"]
    ]
    return pd.DataFrame(cells, columns=names, index=[row[0] for row in table["rows"]])


def printed(app: AppTest) -> pd.DataFrame:
    """Words of the one table of printed figures; keys of the figures are its index."""
    [table] = tables(app)
    return in_words(table)


def finding(app: AppTest) -> str:
    """The page's title, as it is seen."""
    [title] = app.title
    return seen(title.value)


def said(app: AppTest) -> str:
    """All that the page says in Markdown, as it is seen."""
    return "\n".join(seen(one.value) for one in app.markdown)


def seen(markdown: str) -> str:
    """Text without the signs that keep it from being read as Markdown."""
    return re.sub(r"\\(.)", r"\1", re.sub(r":color\[(.*?)\]\{\}", r"\1", markdown))


def notice(app: AppTest) -> str:
    """The notice about the link, in Markdown; nothing where there is none."""
    return " ".join(info.value for info in app.info if ":material/link_off:" in info.icon)


def refused(app: AppTest) -> str:
    """What that notice says, as it is seen."""
    return seen(notice(app))


def links(app: AppTest) -> list[tuple[str, str]]:
    """Page and query of each link to another page."""
    return [(one.proto.page, one.proto.query_string) for one in app.get("page_link")]


def components(app: AppTest) -> list[dict[str, Any]]:
    """What each part of the page with a script of ours is given."""
    return [one for one in _given(app) if "mend" not in one]


def _given(app: AppTest) -> list[dict[str, Any]]:
    return [json.loads(one.proto.json) for one in app.get("bidi_component") if one.proto.json]


def copyable(app: AppTest) -> list[str]:
    """Texts that a button copies."""
    return [one["text"] for one in components(app) if "text" in one]


def html_lang(app: AppTest) -> str:
    """The language that the page says of itself, as HTML names it."""
    return told_browser(app)["lang"]


def told_browser(app: AppTest) -> dict[str, Any]:
    """What the browser is told of the page; nothing where the run ended before that."""
    return next((one for one in _given(app) if "mend" in one), {})
