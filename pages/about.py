"""About the data: what it is, how it was read, dictionary, licence, downloads."""

import streamlit as st

from xi_data import publish, store, ui
from xi_data.ui.state import keys
from xi_data.ui.topics import about
from xi_data.ui.widgets.markdown import plain

page = ui.page("about")
t = page.t
story = ui.told(page.question)
ui.title(story.finding, story.definition)
request = ui.filters(page)
bulletin = page.answer(store.bulletin)

left, right = st.columns(2, gap="large")
with left:
    st.subheader(t("What a row is"), anchor=False)
    st.markdown(
        t(
            "One row is one figure as the article prints it: a count, a measure, a sum of money, a "
            "duration, a frequency or a date. It keeps the exact words, the place where they "
            "stand, the value, and the bounds that the words state. “Over” has a lower bound and "
            "no upper one; the side that the words leave open is never filled in."
        )
    )
    st.subheader(t("How it was read"), anchor=False)
    st.markdown(
        t(
            "The article was read twice from beginning to end, each reading made without the "
            "other, and the two were compared row by row: every place, value and wording agreed. "
            "A test holds each row against the text: the words at the place, a hash of the words "
            "around it, and that every numeral of the text is either a figure or excused."
        )
    )
    st.subheader(t("What we add"), anchor=False)
    st.markdown(
        t(
            "Units, topics, statuses, labels, notes and relations between figures are ours. Sums "
            "and shares are ours too, carry the sign Σ, and stand in no row of the data. What "
            "does not fit in the article is kept and shown, not resolved."
        )
    )
with right:
    st.subheader(t("The article"), anchor=False)
    st.table(
        {
            t("Publisher"): plain(bulletin["publisher_printed"]),
            t("Date"): plain(bulletin["date_note"]),
            t("Copy"): plain(bulletin["script_note"]),
            t("Length"): t(
                "{characters} characters in {paragraphs} paragraphs",
                characters=t.number(bulletin["code_points"]),
                paragraphs=bulletin["paragraphs"],
            ),
        },
        border="horizontal",
        hide_header=True,
    )
    st.caption(t("SHA-256 of the copy that positions were made on:"))
    st.code(bulletin["sha256"], language=None, wrap_lines=True)
    st.subheader(t("Licence"), anchor=False)
    st.markdown(
        t(
            "The data tables are published under CC BY 4.0, the code under the MIT licence. The "
            "article's sentences belong to its publisher and are not reproduced; facts, places "
            "and mentions of a few words are."
        )
    )

about.excuses(page)
about.dictionary(page)
st.subheader(t("Downloads"), anchor=False)
st.markdown(
    t(
        "All figures as a file, or the whole database with vocabularies and relations, for DuckDB "
        "1.1 and later."
    )
)
st.download_button(
    t("Whole database (DuckDB)"),
    publish.database_bytes,
    "xi-county.duckdb",
    "application/vnd.duckdb",
    icon=":material/database:",
    on_click="ignore",
    key=keys.download("duckdb"),
)
ui.downloads(page, request, story)
