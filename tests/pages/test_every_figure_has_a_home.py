"""Every figure of the article stands on a page of its topic, and on the map of the article."""

import ast
from pathlib import Path

import pytest

from xi_data import store
from xi_data.charts.article_map import article_map
from xi_data.charts.theme import THEMES
from xi_data.locale import translator

PAGES = Path(__file__).resolve().parents[2] / "pages"
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
CATALOGUE = {"figures", "relations", "records"}
"""Queries that answer for any figure whatever the page is about."""


def queries(page: str) -> set[str]:
    """Names of the queries that a page asks."""
    tree = ast.parse((PAGES / f"{page}.py").read_text(encoding="utf-8"))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "store"
    }


def shown(connection, page: str) -> set[str]:
    """Figures that the page's queries find while nothing is filtered."""
    found = set()
    for query in queries(page) - CATALOGUE:
        answer = getattr(store, query)(connection, "en")
        found |= set(answer["figure_id"]) if "figure_id" in answer else set()
    return found


@pytest.fixture
def figures(connection):
    return store.figures(connection, "en")


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
    paragraphs = store.paragraphs(connection, "en")
    chart = article_map(figures, translator("en"), THEMES["light"], paragraphs, every, every[0])
    spec = chart.to_dict()
    marks = [
        spec["datasets"][layer["data"]["name"]]
        for layer in spec["layer"]
        if layer["encoding"].get("fill", {}).get("field") == "fill"
    ]
    assert {row["figure_id"] for [*rows] in marks for row in rows} == set(every)
