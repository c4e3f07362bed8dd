"""About the data: what it is, how it was read, dictionary, licence, downloads."""

import streamlit as st

from xi_data import memory, publish, store, ui
from xi_data.ui.state import keys
from xi_data.ui.topics import about
from xi_data.ui.widgets.headings import aside, header
from xi_data.ui.widgets.markdown import plain

page = ui.page("about")
t = page.t
story = ui.told(page.question)
ui.title(story.finding, story.definition)
request = ui.filters(page)
bulletin = page.answer(store.bulletin)

left, right = st.columns(2, gap="large")
with left:
    header(t("What a row is"))
    st.markdown(
        t(
            "One row is one number in the article: a count, measure, sum of money, duration, "
            "frequency or date, with its exact words, its position, its value and the limits "
            "that the words give. “Over” has a lower limit and no upper one; a limit the "
            "article does not give is left empty."
        )
    )
    header(t("How the data were collected"))
    st.markdown(about.collected(page))
    header(t("What we add"))
    st.markdown(
        t(
            "Units, topics, statuses, labels, notes and relations between figures are ours. So "
            "are sums and shares: they carry Σ and are not stored as rows. Where two numbers in "
            "the article conflict, we show both and do not choose."
        )
    )
with right:
    header(t("The article"))
    st.table(
        {
            t("Publisher"): plain(bulletin["publisher_printed"]),
            t("Date"): plain(bulletin["date_note"]),
            t("Text used"): plain(bulletin["script_note"]),
            t("Length"): t(
                "{characters} characters in {paragraphs} paragraphs",
                characters=t.number(bulletin["code_points"]),
                paragraphs=bulletin["paragraphs"],
            ),
        },
        border="horizontal",
        hide_header=True,
    )
    aside(t("SHA-256 of the text that positions refer to:"))
    st.code(bulletin["sha256"], language=None, wrap_lines=True)
    header(t("Licence"))
    st.markdown(about.licence(page))

about.excuses(page)
about.dictionary(page)
header(t("Downloads"))
st.markdown(
    t(
        "All figures as a file, or the whole database with vocabularies and relations, for DuckDB "
        "1.1 and later."
    )
)
st.download_button(
    t("Whole database (DuckDB)"),
    memory.carried(publish.database_bytes),
    "xi-county.duckdb",
    "application/vnd.duckdb",
    icon=":material/database:",
    on_click="ignore",
    key=keys.download("duckdb"),
)
ui.downloads(page, request, story)
