"""What the article reports: headline numbers, the map of the article, ways in."""

from xi_data import ui
from xi_data.charts.article_map import article_key, article_map
from xi_data.ui.topics import overview
from xi_data.ui.view.article_chart import article_chart
from xi_data.ui.widgets.headings import aside, header

page = ui.page("overview")
t = page.t
whole = ui.told(page.question)
ui.title(whole.finding, whole.definition)
if len(page.bulletins) > 1:
    request = ui.filters(page, switches=())
    story = ui.told(request.question)
    overview.bulletins(page, story)
    ui.downloads(page, request, story)
    ui.end()
overview.cards(page, whole)

where = t("Where the figures appear in the article")
how = t.sentences(
    t("One row for each paragraph; its length shows how many characters the paragraph has."),
    article_key(t),
)
header(where)
overview.ways_in(page, whole)
aside(
    t.sentences(
        t("The number beside a topic is of the figures on its page; a figure can be on several."),
        how,
        t("Click a mark for its evidence."),
    )
)
request = ui.filters(page, undrawn=("family",))
story = ui.told(request.question)
shown = request.figure or story.first
layout = ui.layout(request)
if layout.chart:
    with layout.chart:
        article_chart(
            page,
            request,
            story,
            article_map,
            key="map",
            title=where,
            how_to_read=[how],
            shown=shown,
            told=story.every,
        )
with layout.card:
    ui.evidence(page, request, story, shown)
if layout.table:
    with layout.table:
        ui.table(
            page,
            request,
            story,
            ui.columns(page, "label", "value", "mention", "dated", "family"),
            shown,
        )
ui.downloads(page, request, story)
