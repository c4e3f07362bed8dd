"""What surrounds every view: language, name, finding, footer."""

from base64 import b64encode
from functools import cache
from pathlib import Path

import streamlit as st

from xi_data import store
from xi_data.locale import LANGUAGES, Translator, translator
from xi_data.record.errors import DataError
from xi_data.record.version import version
from xi_data.ui import drawings, embedding, router, state
from xi_data.ui.data import ask, database
from xi_data.views.params import choice

_html_lang = st.components.v2.component(
    "html_lang",
    js="""
let page
export default function ({ data, parentElement }) {
  document.documentElement.lang = data.lang
  if (page && page !== data.page) {  // Streamlit leaves another page where the last one was
    for (let e = parentElement; e; e = e.parentElement || e.getRootNode().host) e.scrollTop = 0
  }
  page = data.page
}
""",
)


def language() -> Translator:
    """The visitor's language: from the link, from the switch, at first from the browser."""
    first = "zh" if (st.context.locale or "").lower().startswith("zh") else "en"
    state.refuse(state.pull([choice("lang", LANGUAGES, first, always=True)]))
    return translator(st.session_state["lang"])


def page(key: str) -> Translator:
    """Start a page: through app.py, with its name, the language switch, and a database at hand."""
    t = translator(st.session_state.get("lang", "en"))
    router.through_app(t)
    _html_lang(data={"lang": {"en": "en", "zh": "zh-CN"}[t.lang], "page": key}, key="html_lang")
    drawings.begin()
    if not embedding.embedded():
        _name_and_language(t, key)
    try:
        database()
    except DataError as error:
        st.error(t("The data could not be read. {error}", error=error), icon=":material/error:")
        st.stop()
    return t


def _name_and_language(t: Translator, key: str) -> None:
    view = next(view for view in router.VIEWS if view.key == key)
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.markdown(f":small[{view.symbol} **{router.names(t)[key]}**]")
        st.segmented_control(
            "English / 中文",
            list(LANGUAGES),
            format_func=LANGUAGES.get,
            key="lang",
            required=True,
            on_change=state.touch,
            label_visibility="collapsed",
            persist_state="session",
        )


def title(finding: str, subtitle: str, how: str = "") -> None:
    """The page's finding, and under it what is measured, where and when.

    how: what a reader can do here, which no picture of the page's charts repeats.
    """
    st.title(finding, anchor=False)
    st.markdown(f"{subtitle} {how}".strip())
    drawings.page().definition = subtitle


def footer(t: Translator) -> None:
    """Source, licence and version in one line."""
    bulletin = ask(store.bulletin, t.lang)
    st.caption(
        t(
            "Source: {title} ({publisher}). {note} Its text belongs to its publisher and is not "
            "reproduced. · Data CC BY 4.0, code MIT · Data version {version} · Σ marks what we "
            "computed; every other number is printed in the article.",
            title=bulletin["title"],
            publisher=bulletin["publisher_printed"],
            note=bulletin["date_note"],
            version=version().version,
        )
    )


@cache
def _image(name: str) -> str:
    """An SVG beside this file as a data URL: Streamlit would read the file again at each run."""
    svg = (Path(__file__).parent / name).read_bytes()
    return f"data:image/svg+xml;base64,{b64encode(svg).decode()}"


def run() -> None:
    """The whole run: language, navigation, the page, its footer."""
    state.begin()
    t = language()
    embedding.begin()
    framed = embedding.embedded()
    chosen = st.navigation(router.navigation(t), position="hidden" if framed else "top")
    app = t("Xi County Response Explorer")
    st.set_page_config(
        page_title=f"{chosen.title} · {app}",
        page_icon=_image("icon.svg"),
        layout="wide",
    )
    st.session_state["_routed"] = True
    if not framed:
        st.logo(_image("logo.svg"), size="large")
    body = st.container()
    # Drawn before the page, which may stop early; stands below it.
    embedding.way_out(t) if framed else footer(t)
    with body:
        chosen.run()
    embedding.way_out(t)
