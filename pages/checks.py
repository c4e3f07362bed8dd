"""What was checked: what holds, what does not fit in the article, what only its text can prove."""

import streamlit as st

from xi_data import store, ui
from xi_data.checks import words
from xi_data.ui import article, checking, state
from xi_data.ui.check_card import card

t = ui.page("checks")
heading = st.container()
copy = article.held()
every = checking.run(copy and copy.text)
chosen = checking.chosen(every)

asked = ui.filters(
    t,
    ui.choices(
        "verdict",
        t("Verdict"),
        checking.names(every, "verdict", words.verdict_names(t)),
        counts=checking.live(every, "verdict"),
    ),
    ui.choices(
        "kind",
        t("Kind of check"),
        checking.names(every, "kind", words.kind_names(t)),
        popover=True,
        counts=checking.live(every, "kind"),
    ),
    view=False,
)
state.push([chosen])
rows = checking.selection(every, asked.values)

with heading:
    bulletin = ui.ask(store.bulletin, t.lang)
    finding = checking.finding(t, every, rows, bool(asked.active))
    ui.title(
        finding,
        t(
            "The figures held against each other, against their own words and against our rules · "
            "{place}",
            place=bulletin["place"],
        ),
    )
if not rows:
    checking.nothing_fits(t, every, asked)
    st.stop()

ui.headline(checking.headline_cells(t, rows))

looked_at = st.session_state[chosen.key]
shown = next((check for check in rows if check.key == looked_at), rows[0])
evident = asked.figure or (shown.printed or shown.failures or shown.figures)[0]

left, right = st.columns([2, 1], gap="medium")
with left:
    checking.table(t, rows, shown)
    ui.notes(
        t,
        (":material/swap_horiz:", t("A contradiction: two numbers that cannot both hold.")),
        (
            ":material/flag:",
            t("Odd: nothing contradicts the number, but it stands out. ∥: beside."),
        ),
        (
            ":material/error:",
            t(
                "An error in our data is not a finding: the same checks run before anything is "
                "published, and one error stops it."
            ),
        ),
        ("Σ", t("Sums and sizes of packs are ours; the numbers in them are printed.")),
    )
with right:
    card(t, shown, evident)
    ui.evidence(t, evident, list(shown.figures), asked, t("a figure of this check"))
ui.downloads(t, "checks", finding, checking.frame(t, rows), asked, name="checks")
