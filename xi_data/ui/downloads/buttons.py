"""Downloads of the rows in view, the link to this view, and its citation."""

import datetime
from collections.abc import Callable
from functools import partial

import streamlit as st

from xi_data import export, heavy, memory, publish
from xi_data.findings import Story
from xi_data.locale import LANGUAGES
from xi_data.ui.downloads.data_address import data_address
from xi_data.ui.downloads.pictures import pictures
from xi_data.ui.navigation import links
from xi_data.ui.shell import frame
from xi_data.ui.state import address, brought, keys
from xi_data.ui.state.answers import query
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.copy_button import copyable
from xi_data.ui.widgets.headings import aside
from xi_data.ui.widgets.popover import popover
from xi_data.views import Request


def downloads(page: Page, request: Request, story: Story) -> None:
    """Buttons that make a file of these rows when clicked; share, cite and the query beside them.

    None of them where the view is embedded: the way out of it leads there.
    """
    if address.embedded():
        return
    t, today, link = page.t, datetime.date.today(), address.link()
    figures = "figure_id" in story.every
    # Runs when a button is clicked, outside the script: everything it needs is bound here.
    made = partial(
        export.download,
        query,
        request,
        story,
        link=link,
        date=today,
        accessed=today,
    )

    def button(name: str, label: str) -> None:
        file = publish.file_name(
            page.view.key, page.bulletins, today, name, request.question.values
        )
        _button(label, name, file, made)

    def more() -> None:
        button("json", "JSON")
        button("parquet", "Parquet")
        if figures:
            aside(t("The article’s figures only; JSON and Excel add our sums separately."))
            button("zip", t("Package (ZIP)"))
            aside(
                t(
                    "The figures with their relations, vocabularies and dictionary, the "
                    "filters in words, licence and citation: complete in itself."
                )
            )
        pictures(page, request, story, link, today)

    with st.container(horizontal=True, gap="xsmall"):
        button("csv", "CSV")
        button("xlsx", "Excel")
        popover(t("More formats"), keys.FORMATS, more)
        share = partial(_share, page, request, story, link)
        popover(t("Share or cite"), keys.SHARE, share, icon=":material/link:")
        if figures:
            sql = partial(_query, page, request, story)
            popover(t("Show the SQL"), keys.SQL, sql, icon=":material/code:")


def _query(page: Page, request: Request, story: Story) -> None:
    st.markdown(
        page.t("This SQL gives the rows of the view in the database file on the About page.")
    )
    sql = export.sql(request, story)
    st.code(sql, language="sql")
    links.to_sql(page, sql)


def _button(label: str, name: str, file: str, made: Callable[[], publish.Download]) -> None:
    write, mime = publish.FIGURE_FORMATS[name]

    def content() -> bytes:
        return write(made())

    st.download_button(
        label,
        memory.carried(heavy.in_line(content) if name in publish.HEAVY else content),
        file,
        mime,
        key=keys.download(name),
        icon=":material/download:",
        on_click="ignore",
    )


def _share(page: Page, request: Request, story: Story, link: str) -> None:
    t, title = page.t, export.finding(page.t, request, story)
    own = brought.holds(page.bulletins)
    if own:
        st.markdown(
            t(
                "What you brought is in this session alone: this link restores the view here, and "
                "elsewhere once your package is brought there."
            )
        )
    else:
        st.markdown(t("This link restores the view: filters, selection and language."))
    copyable(t, link, "view")
    for lang, name in LANGUAGES.items():
        if lang != t.lang:
            st.markdown(t("The same view in {language}:", language=name))
            copyable(t, address.link(lang=lang), f"view_{lang}")
    st.markdown(t("As a citation:"))
    today = datetime.date.today()
    copyable(t, export.cited(t, query, page.bulletins, title, link, today), "view_citation")
    if not own:
        st.markdown(t("Embed in your own page:"))
        copyable(t, frame.snippet(link, title), "view_frame")
        data_address(page, request)
