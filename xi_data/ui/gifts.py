"""Parts of the money page: the one gift that is reported at several dates."""

import pandas as pd
import streamlit as st

from xi_data.charts.gift_steps import gift_steps, gift_steps_alt
from xi_data.locale import Translator
from xi_data.ui.data import described, kept, tuples
from xi_data.ui.figure import value_words
from xi_data.ui.view import chart


def dated_steps(t: Translator, steps: pd.DataFrame, selected: str) -> None:
    """The gift and its dates along one line; steps: those of one gift or none."""
    if steps.empty:
        return
    gift = described(t.lang)[tuples(steps)[0].gift_id]
    number = t.plural("{number} date", "{number} dates", len(steps))
    what = t("One gift, reported at several dates")
    st.markdown(f"#### {what} :gray[· {number}]")
    said = t(
        "{label}: **{number} {unit}**.",
        label=gift["label"],
        number=value_words(t, gift),
        unit=gift["unit_label"],
    )
    story = t.sentences(said, gift["note"])
    st.caption(story)
    chart(
        t,
        gift_steps,
        steps,
        kept(gift_steps_alt)(steps, t),
        key="gift",
        title=what,
        keys=[story],
        selected=selected,
        colour=gift["colour"],
    )
