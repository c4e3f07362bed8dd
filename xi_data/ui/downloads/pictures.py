"""The charts on show as pictures: two buttons for each, which make the file when clicked."""

import datetime
from functools import partial

import streamlit as st

from xi_data import export, heavy, memory, publish
from xi_data.charts.spec import vega_lite
from xi_data.charts.theme import LIGHT
from xi_data.each_row import each_row
from xi_data.findings import Story
from xi_data.locale import Translator
from xi_data.publish.about_names import licence
from xi_data.publish.chart_file import CHART_FORMATS, Picture
from xi_data.publish.plain import unmarked
from xi_data.record.version import version
from xi_data.ui.state import charts_on_page, keys
from xi_data.ui.state.answers import query
from xi_data.ui.state.charts_on_page import DrawnChart
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.markdown import plain
from xi_data.views import Request
from xi_data.wording import hedged, unreviewed_of


def pictures(page: Page, request: Request, story: Story, link: str, today: datetime.date) -> None:
    """PNG and SVG of every chart that this run has drawn; nothing where it has drawn none."""
    drawn = charts_on_page.page()
    if not drawn.charts:
        return
    st.markdown(f"**{page.t('Charts as pictures')}**")
    for chart in drawn.charts:
        made = partial(picture, page, request, story, chart, link, today)
        view = page.view.key
        named = view if chart.key == view else f"{view}-{chart.key}"
        for name, (write, mime) in CHART_FORMATS.items():
            st.download_button(
                f"{plain(chart.title)} · {name.upper()}",
                memory.carried(heavy.in_line(lambda write=write, made=made: write(made()))),
                publish.file_name(named, page.bulletins, today, name, request.question.values),
                mime,
                key=keys.picture(chart.key, name),
                icon=":material/image:",
                on_click="ignore",
            )


def picture(
    page: Page,
    request: Request,
    story: Story,
    chart: DrawnChart,
    link: str,
    today: datetime.date,
) -> Picture:
    """Runs when a button is clicked, outside the script: everything it needs is handed over."""
    t, picked = page.t, request.figure
    options = dict(chart.options)
    if not picked:
        options["selected"] = ""  # the evidence card, which shows one by default, is not in it
    said = [unmarked(story.definition)] if story.definition else []
    said += filter(None, [unreviewed_of(t, story.readings)])
    if story.active:
        said.append(t.pair(t("Filters"), t.chain(story.active.values())))
    if picked in set(chart.rows["figure_id"]):
        one = page.figure(picked)
        said.append(t("Selected: {label}, {value}", label=one["label"], value=hedged(t, one)))
    return Picture(
        spec=vega_lite(chart.draw(chart.rows, t, LIGHT, **options)),
        finding=story.finding,
        name=chart.title,
        definition=said,
        alt=chart.alt,
        legend=_legend(t, chart),
        keys=[unmarked(sentence) for sentence in chart.how_to_read],
        source=_source(page, today),
        link=link,
        lang=t.lang,
    )


def _legend(t: Translator, chart: DrawnChart) -> list[tuple[str, str]]:
    """Colour and name of the families that the chart's colours tell apart."""
    if chart.coloured is None:
        return []
    families = chart.coloured.drop_duplicates("family")
    found = [(LIGHT.families[one.colour], one.family_label) for one in each_row(families)]
    if len(chart.coloured) < len(chart.rows):
        found.append((LIGHT.line, t("filtered out")))
    return found


def _source(page: Page, today: datetime.date) -> list[str]:
    t = page.t
    app = t("Xi County Response Explorer")
    made = t("{app}, data version {version}", app=app, version=version().version)
    return [
        t.pair(t("Source article"), export.source(t, query, page.bulletins)),
        " · ".join([made, t.date(today)]),
        licence(t, page.bulletins),
        t("Σ = our calculation"),
    ]
