"""Downloads of the rows in view, the link to this view, and its citation."""

import datetime
from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from xi_data import publish, store
from xi_data.locale import LANGUAGES, Translator
from xi_data.sums import Ratio, Total
from xi_data.ui import state
from xi_data.ui.data import ask
from xi_data.ui.filters import Filters
from xi_data.ui.page import data_version
from xi_data.ui.panel import copyable, panel
from xi_data.ui.view import formula


def downloads(
    t: Translator,
    view: str,
    title: str,
    rows: pd.DataFrame,
    asked: Filters,
    sums: Sequence[tuple[str, Total | Ratio]] = (),
) -> None:
    """Buttons that make a file of these rows when clicked; share and cite beside them."""
    today = datetime.date.today()
    about = _about(t, title, asked)

    def made() -> publish.Download:
        """Runs when a button is clicked, outside the script: everything it needs is bound here."""
        return publish.Download(
            view=view,
            date=today,
            records=ask(store.records, tuple(rows["figure_id"])),
            computed=_computed(t, rows, sums),
            about=about,
        )

    def button(name: str, label: str) -> None:
        _button(label, name, publish.file_name(view, today, name), made)

    def more() -> None:
        button("json", "JSON")
        button("parquet", "Parquet")
        st.caption(t("Printed figures only; JSON and Excel carry our sums in a part of their own."))

    with st.container(horizontal=True, gap="xsmall"):
        button("csv", "CSV")
        button("xlsx", "Excel")
        panel(t("More formats"), "_formats", more)
        st.space("stretch")
        panel(t("Share this view"), "_share", lambda: _share(t), icon=":material/link:")
        panel(
            t("Cite"),
            "_cite_view",
            lambda: copyable(_citation(t, title)),
            icon=":material/format_quote:",
        )


def _button(label: str, name: str, file: str, made: Callable[[], publish.Download]) -> None:
    write, mime = publish.FORMATS[name]
    st.download_button(
        label,
        lambda: write(made()),
        file,
        mime,
        key=f"_download_{name}",
        icon=":material/download:",
        on_click="ignore",
    )


def _share(t: Translator) -> None:
    st.markdown(t("This address reproduces the view: filters, selection and language."))
    copyable(state.link())
    for lang, name in LANGUAGES.items():
        if lang != t.lang:
            st.markdown(t("The same view in {language}:", language=name))
            copyable(state.link(lang=lang))


def _citation(t: Translator, title: str) -> str:
    return t(
        "Xi County Response Explorer, “{title}”, data {version}. {link}",
        title=title,
        version=data_version(),
        link=state.link(),
    )


def _computed(
    t: Translator, rows: pd.DataFrame, sums: Sequence[tuple[str, Total | Ratio]]
) -> pd.DataFrame:
    unit = rows["unit_label"].iloc[0] if len(rows) else ""
    signs = {"exact": "=", "at_least": "≥", "at_most": "≤", "about": "≈"}
    return pd.DataFrame(
        [
            {
                "label": name,
                "formula": formula(t, one),
                "value": one.value,
                "sign": signs[one.qualifier],
                "unit": one.unit if isinstance(one, Ratio) else unit,
            }
            for name, one in sums
        ],
        columns=["label", "formula", "value", "sign", "unit"],
    )


def _about(t: Translator, title: str, asked: Filters) -> dict[str, str]:
    bulletin = ask(store.bulletin, t.lang)
    return {
        t("Title"): title,
        t("Filters"): t.chain(asked.active.values()) or t("none"),
        t("Link"): state.link(),
        t("Date"): datetime.date.today().isoformat(),
        t("Source"): f"{bulletin['title']} ({bulletin['publisher_printed']})",
        t("Date of the source"): bulletin["date_note"],
        t("Licence"): t("Data CC BY 4.0; the article’s text belongs to its publisher."),
        t("Data version"): data_version(),
        t("Citation"): _citation(t, title),
    }
