"""What surrounds every view: language, bulletin, name, finding, footer."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from xi_data import store
from xi_data.corpora import hosted
from xi_data.export import titled
from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.memory import memoised
from xi_data.record.errors import DataError
from xi_data.record.licence import is_ours
from xi_data.record.version import version
from xi_data.ui.navigation import browser, router
from xi_data.ui.review import kept
from xi_data.ui.shell import bulletin, frame
from xi_data.ui.shell.absent import absent
from xi_data.ui.shell.document import document
from xi_data.ui.shell.tab import tab
from xi_data.ui.state import (
    address,
    asked_sql,
    brought,
    charts_on_page,
    keys,
    returning,
    workspace,
)
from xi_data.ui.state.answers import database, query
from xi_data.ui.state.page import Page, PageEnd, end
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.markdown import marked, plain
from xi_data.views import CORPUS, READ, SCREENS, SQL, VIEWS, View
from xi_data.views.params import choice
from xi_data.wording import unreviewed_of


def page(key: str) -> Page:
    """Start a page: through app.py, with its name, language and bulletins, a database at hand.

    Of a bulletin without figures no page has anything to say but About, of one that is not here
    none at all: the page ends here.
    """
    t = translator(st.session_state.get(keys.LANG, "en"))
    router.through_app(t)
    charts_on_page.begin()
    begun = Page(SCREENS[key], t, bulletin.in_address())
    here = not (_is_of_bulletins(begun.view) and bulletin.absent())
    if not address.embedded():
        _name_and_language(t, begun.view)
        if here and begun.view not in (READ, CORPUS, SQL):
            bulletin.chooser(begun)
    if not here:
        title(
            t("This bulletin is not here"),
            t("Nothing of another bulletin is shown in its place."),
        )
        absent(t)
        end()
    of_figures = begun.view not in (READ, CORPUS, SQL, VIEWS["about"])
    if of_figures and not _readings(begun.bulletins):
        title(
            t("This bulletin has no figures"),
            t("None was found in it, or all that were found are rejected."),
        )
        end()
    return begun


def _is_of_bulletins(view: View) -> bool:
    """Whether a page speaks of bulletins of the store."""
    return view not in (READ, CORPUS)


def title(finding: str, definition: str, how: str = "") -> None:
    """The page's finding, and under it what is measured, where and when.

    how: what a reader can do here, which no picture of the page's charts repeats. In a frame the
    finding stands alone and smaller: its room is for the chart.
    """
    if address.embedded():
        st.header(marked(finding), anchor=False)
        return
    st.title(marked(finding), anchor=False)
    st.markdown(marked(f"{definition} {how}".strip()))


def run() -> None:
    """The whole run: language, navigation, the page, its footer."""
    returning.begin()
    address.begin()
    t = _language()
    frame.begin()
    framed = address.embedded()
    workspace.refresh()
    unreadable = _unreadable_data(t)
    chosen = st.navigation(router.navigation(t), position="hidden" if framed else "top")
    app = t("Xi County Response Explorer")
    st.set_page_config(
        page_title=f"{chosen.title} · {app}",
        page_icon=_image("icon.svg"),
        layout="wide",
    )
    st.session_state[keys.ROUTED] = True
    if not framed:
        st.logo(_image("logo.svg"), size="large")
    if unreadable:
        _unreadable(t, unreadable)
        return
    if chosen.url_path != READ.key:  # there each decision would build the database anew
        _settled(t)
    view = SCREENS.get(chosen.url_path) or VIEWS[router.FIRST]
    if view is not SQL:
        asked_sql.leave()
    stem = chosen.url_path if chosen.url_path in SCREENS else ""
    bulletin.narrow(view)
    if framed:
        frame.way_out(t)
    body = st.container()
    # Drawn before the page, which may stop early; stands below it.
    with st.container(gap=None):
        if not framed:
            none = bulletin.absent() or not _is_of_bulletins(view)
            _footer(t, [] if none else bulletin.rows(t), view is not CORPUS)
        document()
        tab(stem)
        kept.told(t)
    with body, suppress(PageEnd):
        chosen.run()
    returning.end()
    frame.way_out(t)
    browser.tell(t, view.key, stem, address.write(), brought.unsaved())


def _language() -> Translator:
    """The visitor's language: from the link, from the switch, at first from the browser."""
    first = "zh" if (st.context.locale or "").lower().startswith("zh") else "en"
    known = st.session_state.get(keys.LANG, first)
    address.pull([choice(keys.LANG, LANGUAGES, known, always=True)])
    return translator(st.session_state[keys.LANG])


def _unreadable_data(t: Translator) -> DataError | None:
    """Read which bulletins the address names, unless a file of data/ cannot be read: that error."""
    try:
        database()
    except DataError as error:
        return error
    bulletin.read(t)
    return None


def _settled(t: Translator) -> None:
    """Let the page see what its visitor brought as it is now; say so where it cannot."""
    try:
        brought.settle()
    except DataError as error:
        said = t("What you decided last is not shown: {why}", why=plain(error.in_words(t)))
        st.error(said, icon=":material/error:")


def _unreadable(t: Translator, error: DataError) -> None:
    """Instead of any page: which file, line and column of data/ cannot be read."""
    st.title(t("The data could not be read"), anchor=False)
    st.error(plain(error.in_words(t)), icon=":material/error:")
    st.markdown(t("Correct this place in data/ and restart the explorer."))


def _name_and_language(t: Translator, view: View) -> None:
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        mark = ""
        if _is_of_bulletins(view):
            mark = unreviewed_of(t, _readings(bulletin.in_address()))
        elif view is CORPUS and hosted.folder():
            mark = t("Read by machine, not reviewed")
        badge = f" :orange-badge[:material/smart_toy: {mark}]" if mark else ""
        st.markdown(f":small[{view.symbol} **{view.title(t)}**]{badge}")
        st.segmented_control(
            "English / 中文",
            list(LANGUAGES),
            format_func=LANGUAGES.get,
            key=keys.LANG,
            required=True,
            on_change=address.touch,
            label_visibility="collapsed",
            persist_state="session",
        )


def _footer(t: Translator, bulletins: Sequence[Mapping[str, Any]], of_store: bool) -> None:
    """Sources, licence and version in one line. of_store: it is of no corpus of the host's."""
    said = []
    for one in bulletins:
        said.append(t("Source: {title}.", title=plain(titled(t, one))))
        said += [plain(one["date_note"])] if one["date_note"] else []
    if len(bulletins) == 1:
        said.append(t("Its text belongs to its publisher."))
    else:
        said.append(t("Each text belongs to its publisher."))
    if of_store and is_ours([one["bulletin_id"] for one in bulletins]):
        ours = t(
            "Data CC BY 4.0, code MIT · Data version {version} · Σ = our calculation",
            version=version().version,
        )
    else:
        ours = t("Code MIT · Σ = our calculation")
    aside(" · ".join([t.sentences(*said), ours] if bulletins else [ours]))


@memoised
def _readings(bulletins: tuple[str, ...]) -> list[str | None]:
    """How each figure of these bulletins came to be."""
    return list(query(store.figures, bulletins, next(iter(LANGUAGES)))["reading"])


@cache
def _image(name: str) -> str:
    """An SVG beside this file as a data URL: Streamlit would read the file again at each run."""
    svg = (Path(__file__).parent / name).read_bytes()
    return f"data:image/svg+xml;base64,{b64encode(svg).decode()}"
