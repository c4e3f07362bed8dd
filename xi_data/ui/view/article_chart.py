"""Where the figures stand in the text, as a map of its paragraphs or as one line."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd

from xi_data import store
from xi_data.charts.article_map import article_alt
from xi_data.findings import Story
from xi_data.ui.state.answers import answered
from xi_data.ui.state.page import Page
from xi_data.ui.view.chart import chart
from xi_data.views import Request


def article_chart(
    page: Page,
    request: Request,
    story: Story,
    draw: Callable[..., Any],
    *,
    key: str,
    title: str,
    how_to_read: Sequence[str],
    shown: str,
    told: pd.DataFrame,
) -> None:
    """Every figure in its place, those in view in colour. draw: article_map or article_line.

    told: the rows that the alternative text is of.
    """
    paragraphs = page.answer(store.paragraphs)
    chart(
        page,
        request,
        draw,
        story.every,
        partial(article_alt, told, page.t, paragraphs),
        key=key,
        title=title,
        how_to_read=how_to_read,
        coloured=story.rows,
        paragraphs=paragraphs,
        matched=answered(request.question, "matched", lambda: tuple(story.rows["figure_id"])),
        selected=shown,
    )
