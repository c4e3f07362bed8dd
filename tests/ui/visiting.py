"""A visitor of the app without a browser: Streamlit's AppTest, and what it shows of a page."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Dataframe

from xi_data.views import VIEWS

ROOT = Path(__file__).resolve().parents[2]
HOST = "http://localhost:8501"
PAGES = list(VIEWS)
FIRST = PAGES[0]
WITH_FIGURES = [key for key in PAGES if key not in ("about", "checks", "figure")]


def visit(key: str, browser: str = "en-GB", **query: str | list[str]) -> AppTest:
    """The page as a visitor sees it who comes by a link with this query; browser: its language."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params = query
    app.context = {"locale": browser}
    return turn_to(app, key)


def turn_to(app: AppTest, key: str) -> AppTest:
    """The same visitor on another page; the first page is where a visitor comes without a path."""
    if key == FIRST:
        app.context = {**app.context, "url": f"{HOST}/"}
        return app.run()
    app.context = {**app.context, "url": f"{HOST}/{key}"}
    return app.switch_page(f"pages/{key}.py").run()


def address(app: AppTest) -> dict[str, list[str]]:
    """The query of the address, every value as a list."""
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


def tables(app: AppTest) -> list[Dataframe]:
    """The tables of which a row picks a figure."""
    return [one for one in app.dataframe if one.proto.selection_mode]


def printed(app: AppTest) -> pd.DataFrame:
    """Rows of the one table of printed figures."""
    [table] = tables(app)
    return table.value


def finding(app: AppTest) -> str:
    """The page's title."""
    [title] = app.title
    return title.value


def said(app: AppTest) -> str:
    """All that the page says in Markdown."""
    return "\n".join(one.value for one in app.markdown)


def refused(app: AppTest) -> str:
    """What the notice about the link says; nothing where there is none."""
    return " ".join(info.value for info in app.info if ":material/link_off:" in info.icon)


def links(app: AppTest) -> list[tuple[str, str]]:
    """Page and query of each link to another page."""
    return [(one.proto.page, one.proto.query_string) for one in app.get("page_link")]


def components(app: AppTest) -> list[dict[str, Any]]:
    """What each component with a script of ours is given."""
    return [json.loads(one.proto.json) for one in app.get("bidi_component")]


def copyable(app: AppTest) -> list[str]:
    """Texts that a button copies."""
    return [one["text"] for one in components(app) if "text" in one]


def html_lang(app: AppTest) -> str:
    """The language that the page says of itself, as HTML names it."""
    [document] = [one for one in components(app) if "lang" in one and "page" in one]
    return document["lang"]
