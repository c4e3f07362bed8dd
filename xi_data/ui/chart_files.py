"""The charts on show as pictures: two buttons for each, which make the file when clicked."""

import datetime
from functools import partial

import streamlit as st

from xi_data import publish
from xi_data.charts.theme import LIGHT
from xi_data.locale import Translator
from xi_data.publish.chart_file import CHART_FORMATS, Picture
from xi_data.record.version import version
from xi_data.ui import drawings
from xi_data.ui.data import described, ids
from xi_data.ui.drawings import Drawing
from xi_data.ui.figure import source, value_words
from xi_data.ui.filters import Filters
from xi_data.ui.markdown import unmarked


def chart_files(
    t: Translator, view: str, finding: str, asked: Filters, link: str, today: datetime.date
) -> None:
    """PNG and SVG of every chart that this run has drawn; nothing where it has drawn none."""
    page = drawings.page()
    if not page.drawings:
        return
    st.markdown(f"**{t('Charts as pictures')}**")
    for drawing in page.drawings:
        made = partial(_picture, t, finding, page.definition, drawing, asked, link, today)
        key = view if drawing.key == view else f"{view}-{drawing.key}"
        for name, (write, mime) in CHART_FORMATS.items():
            st.download_button(
                f"{drawing.title} · {name.upper()}",
                lambda write=write, made=made: write(made()),
                publish.file_name(key, today, name),
                mime,
                key=f"_picture_{drawing.key}_{name}",
                icon=":material/image:",
                on_click="ignore",
            )


def _picture(
    t: Translator,
    finding: str,
    definition: str,
    drawing: Drawing,
    asked: Filters,
    link: str,
    today: datetime.date,
) -> Picture:
    """Runs when a button is clicked, outside the script: everything it needs is handed over."""
    picked = asked.figure or asked.bar
    options = dict(drawing.options)
    if not picked:
        options["selected"] = ""  # the evidence card, which shows one by default, is not in it
    said = [unmarked(definition)] if definition else []
    if asked.active:
        said.append(t.pair(t("Filters"), t.chain(asked.active.values())))
    if picked in ids(drawing.rows):
        one = described(t.lang)[picked]
        said.append(t("Selected: {label}, {value}", label=one["label"], value=value_words(t, one)))
    return Picture(
        spec=drawing.draw(drawing.rows, t, LIGHT, **options).to_dict(),
        finding=finding,
        name=drawing.title,
        definition=said,
        alt=drawing.words,
        legend=_legend(t, drawing),
        keys=[unmarked(key) for key in drawing.keys],
        source=_source(t, today),
        link=link,
        lang=t.lang,
    )


def _legend(t: Translator, drawing: Drawing) -> list[tuple[str, str]]:
    """Colour and name of the families that the chart's colours tell apart."""
    if drawing.coloured is None:
        return []
    families = drawing.coloured.drop_duplicates("family")
    found = [(LIGHT.families[one.colour], one.family_label) for one in families.itertuples()]
    if len(drawing.coloured) < len(drawing.rows):
        found.append((LIGHT.line, t("left out by the filters")))
    return found


def _source(t: Translator, today: datetime.date) -> list[str]:
    app = t("Xi County Response Explorer")
    made = t("{app}, data version {version}", app=app, version=version().version)
    return [
        t.pair(t("Source"), source(t)),
        " · ".join([made, t.date(today)]),
        t("Data CC BY 4.0; the article’s text belongs to its publisher."),
        t("Σ marks what we computed; every other number is printed in the article."),
    ]
