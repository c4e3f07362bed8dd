"""What a page is before its script has run: Streamlit's own, under our title in its language.

A tab, a bookmark, a crawler and a messenger that shows what a link is about see no more than that.
"""

import html
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.ui.navigation.router import FIRST
from xi_data.ui.shell.host import ROOT
from xi_data.views import SCREENS

INDEX = Path(st.__file__).parent / "static" / "index.html"
"""Streamlit's page, of which everything is drawn by scripts."""


def pages() -> Iterator[Route]:
    """The addresses of all pages."""
    for key in SCREENS:
        yield Route(f"{ROOT}/{'' if key == FIRST else key}", partial(_page, key))


def spoken(request: Request) -> Translator:
    """In the language of the link, else of the reader's browser, else English."""
    lang = request.query_params.get("lang") or request.headers.get("accept-language", "")[:2]
    return translator(lang if lang in LANGUAGES else next(iter(LANGUAGES)))


async def _page(key: str, request: Request) -> Response:
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}
    return HTMLResponse(_titled(key, spoken(request)), headers=headers)


@cache
def _titled(key: str, t: Translator) -> str:
    page = INDEX.read_text(encoding="utf-8")
    title = f"{SCREENS[key].title(t)} · {t('Xi County Response Explorer')}"
    page = page.replace("<title>Streamlit</title>", f"<title>{html.escape(title)}</title>")
    return page.replace('<html lang="en">', f'<html lang="{t.lang}">')
