"""Your bulletins: bring texts, review what the reading program proposes, keep and explore them."""

from xi_data import ui
from xi_data.ui.review import bring, on_server, shelf, steps
from xi_data.ui.review.screen import screen

page = ui.page("read")
t = page.t
draft = steps.current()
ui.filters(page)
if draft:
    ui.title(
        t("Review: {title}", title=draft.title(t.lang)),
        t(
            "Each marked number is a proposal of the reading program. Accept it, correct it or "
            "reject it; what you decide stays in this session until you download it."
        ),
    )
    screen(page, draft)
    ui.end()
ui.title(
    t("Read your own bulletins"),
    t(
        "Bring a bulletin in Chinese: the reading program finds its numbers, you review them, and "
        "every page of this explorer shows them. What you bring stays in your session; nothing is "
        "stored on the server."
    ),
)
bring.ways(t)
bring.told()
shelf.shelf(page)
on_server.shelf(t)
