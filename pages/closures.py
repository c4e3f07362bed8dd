"""Venues shut, by type: grouped, composites apart, printed parts and our total."""

from functools import partial

from xi_data import ui
from xi_data.charts.breakdown import breakdown, breakdown_alt
from xi_data.ui.widgets.headings import header

page, request, story, shown = ui.open_view("closures")
t = page.t
rows = story.rows
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        what = t("Number of venues shut")
        header(what)
        alt = partial(breakdown_alt, rows, t)
        ui.chart(page, request, breakdown, rows, alt, key="closures", title=what, selected=shown)
with layout.card:
    ui.evidence(page, request, story, shown)
    ui.notes(page, story.notes)
if layout.table:
    with layout.table:
        ui.table(
            page,
            request,
            story,
            {
                "type": ui.Column(t("Venue type"), "category_label"),
                "value": ui.bar_column(page, t("Shut"), story.every["value"].max()),
                **ui.columns(page, "mention", "dated", "group", "remark"),
            },
            shown,
        )
ui.computed(page, story)
ui.downloads(page, request, story)
