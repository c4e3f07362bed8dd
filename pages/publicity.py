"""What was printed, aired and posted: the article's total beside its list, clicks apart."""

from functools import partial

from xi_data import ui
from xi_data.charts.bounded_bars import bounded_bars, bounded_bars_alt
from xi_data.ui.widgets.headings import header

page, request, story, shown = ui.open_view("publicity")
t = page.t
rows = story.valued
layout = ui.layout(request)
if layout.chart and len(rows):
    with layout.chart:
        what = t("Numbers in the article, a panel for each unit")
        header(what)
        ui.chart(
            page,
            request,
            bounded_bars,
            rows,
            partial(bounded_bars_alt, rows, t, panel="panel"),
            key="publicity",
            title=what,
            selected=shown,
            panel="panel",
        )
with layout.card:
    ui.evidence(page, request, story, shown)
with layout.chart or layout.card:  # the card is long, and there is room below the chart
    ui.notes(page, story.notes)
if layout.table:
    with layout.table:
        ui.table(
            page,
            request,
            story,
            ui.columns(page, "label", "value", "mention", "dated", "group"),
            shown,
        )
ui.computed(page, story)
ui.downloads(page, request, story)
