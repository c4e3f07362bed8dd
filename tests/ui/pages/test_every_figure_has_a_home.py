"""Every figure of the article stands on a page of its topic, and on the map of the article."""

import pytest

from tests.three_bulletins import SHIPPED
from xi_data import store
from xi_data.charts.article_map import article_map
from xi_data.charts.spec import vega_lite
from xi_data.charts.theme import THEMES
from xi_data.findings import tell
from xi_data.findings.story import ids
from xi_data.locale import translator
from xi_data.views import VIEWS, Question

TOPICS = (
    "screening",
    "closures",
    "supplies",
    "money",
    "medical",
    "disinfection",
    "organisation",
    "publicity",
    "timeline",
)


def shown(connection, page: str) -> set[str]:
    """Figures that the page can show while nothing is filtered: its rows, and what is beside."""
    story = tell(store.asker(connection), Question(page, "en", SHIPPED))
    return {*ids(VIEWS[page].rows(connection, SHIPPED, "en")), *story.order}


@pytest.fixture
def figures(connection):
    return store.figures(connection, SHIPPED, "en")


def test_every_figure_is_on_a_topic_page(connection, figures):
    homes = {page: shown(connection, page) for page in TOPICS}
    assert all(homes.values()), "every topic page finds figures of its own"
    assert set(figures["figure_id"]) - set().union(*homes.values()) == set()


@pytest.mark.parametrize("topic", ["organisation", "community", "checkpoint", "schedule"])
def test_a_topic_is_whole_on_its_page(connection, figures, topic):
    members = figures[figures["topic"] == topic]
    assert set(members["figure_id"]) <= shown(connection, "organisation")


def test_every_figure_is_on_the_map(connection, figures):
    every = tuple(figures["figure_id"])
    paragraphs = store.paragraphs(connection, SHIPPED, "en")
    chart = article_map(figures, translator("en"), THEMES["light"], paragraphs, every, every[0])
    spec = vega_lite(chart)
    marks = [
        spec["datasets"][layer["data"]["name"]]
        for layer in spec["layer"]
        if layer["encoding"].get("fill", {}).get("field") == "fill"
    ]
    assert {row["figure_id"] for [*rows] in marks for row in rows} == set(every)
