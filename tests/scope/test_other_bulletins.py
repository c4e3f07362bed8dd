"""A bulletin that we made up has every page, and none of them speaks of the shipped article."""

import re

import pytest

from tests.scope.bulletins import MADE_UP, ONE_FIGURE
from xi_data.locale import LANGUAGES, translator
from xi_data.views import VIEWS

TOPICS = {key for key, view in VIEWS.items() if view.group == "topics"}
WITH_FIGURES = {
    MADE_UP: {"supplies", "money", "organisation", "timeline"},
    ONE_FIGURE: {"closures"},
}
FIGURE = {MADE_UP: "flood-funds", ONE_FIGURE: "stalls-shut"}
APP = [translator(lang)("Xi County Response Explorer") for lang in LANGUAGES]
OF_THE_ARTICLE = re.compile(
    r"Xi County|隰|Linfen|临汾|臨汾|Shanxi|山西|2020|COVID|新冠|February|2 月 \d|6,220|6220|347"
)
NO_WORDS = re.compile(r"\b(nan|NaN|NaT|None|null)\b")
SOURCE = {
    (MADE_UP, "en"): ["Invented report of a flood in Qinghe County", "Qinghe County"],
    (MADE_UP, "zh"): ["虚构的清河县水灾报道", "清河县"],
    (ONE_FIGURE, "en"): ["Invented notice from Linhe Township", "Linhe Township"],
    (ONE_FIGURE, "zh"): ["虚构的林河乡通知", "林河乡"],
}


def opened(among, bulletin, page, lang, **more):
    """A page about an invented bulletin, with one of its figures where the page is about one."""
    named = {"id": FIGURE[bulletin]} if page == "figure" else {}
    return among.visit(page, lang=lang, bulletin=[*bulletin], **named, **more)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", VIEWS)
@pytest.mark.parametrize("bulletin", [MADE_UP, ONE_FIGURE])
def test_a_page_speaks_of_its_bulletin_alone(among, bulletin, page, lang):
    shown = opened(among, bulletin, page, lang)
    assert not shown.of("exception")
    assert shown.refused == ""
    assert shown.address["bulletin"] == [*bulletin]
    assert shown.finding

    words = shown.words
    for name in APP:
        words = words.replace(name, "")
    assert OF_THE_ARTICLE.findall(words) == []
    said = [one["body"] for one in shown.of("title", "markdown", "caption")]
    assert [one for one in said if NO_WORDS.search(one)] == []
    # About names the licence too; the foot of the page is what it ends with.
    footer = [one["body"] for one in shown.of("markdown") if "CC BY 4.0" in one["body"]][-1]
    title, place = SOURCE[bulletin, lang]
    assert title in footer
    assert place in " ".join(said)


@pytest.mark.parametrize("page", sorted(TOPICS))
@pytest.mark.parametrize("bulletin", [MADE_UP, ONE_FIGURE])
def test_a_topic_without_figures_says_so(among, bulletin, page):
    shown = among.visit(page, lang="en", bulletin=[*bulletin], view="both")
    said = [one["body"] for one in shown.of("info")]
    empty = page not in WITH_FIGURES[bulletin]
    assert said == ["This bulletin has no figure on this topic."] * empty
    back = [one for one in shown.of("page_link") if one["label"] == "Back to Overview"]
    assert [one["queryString"] for one in back] == [
        f"lang=en&bulletin={bulletin[0]}" for _ in range(empty)
    ]
    assert bool(shown.tables) != empty


@pytest.mark.parametrize("bulletin", [MADE_UP, ONE_FIGURE])
def test_every_link_of_a_page_names_the_bulletin(among, bulletin):
    for page in ("overview", "figures", "figure", "source", "checks", "about"):
        shown = opened(among, bulletin, page, "en")
        links = [one.get("queryString", "") for one in shown.of("page_link")]
        assert [one for one in links if f"bulletin={bulletin[0]}" not in one] == [], page
        copied = re.findall(r"http://localhost:8501[^\s\"\\<]*", shown.words)
        assert copied
        assert [one for one in copied if f"bulletin={bulletin[0]}" not in one] == [], page


def test_findings_of_an_invented_bulletin(among):
    pages = ("overview", "supplies", "money", "timeline", "figures", "figure", "source")
    said = {page: opened(among, MADE_UP, page, "en").finding for page in pages}
    assert said == {
        "overview": "9 figures from a bulletin about Qinghe County, an invented place",
        "supplies": "3 figures on this topic",
        "money": "1 figure on this topic",
        "timeline": "1 of 8 figures (calendar dates aside) can be dated: 3 August (1)",
        "figures": "9 figures: 5 exact numbers, 3 with “over”, “about” or the like and 1 date",
        "figure": "Money for relief: nearly 600,000 yuan",
        "source": "9 figures appear in 4 of the article’s 4 paragraphs",
    }
    alone = opened(among, ONE_FIGURE, "overview", "en")
    assert alone.finding == "1 figure from a bulletin about Linhe Township, an invented place"


def test_a_citation_has_the_key_title_and_place_of_its_bulletin(among):
    shown = opened(among, MADE_UP, "figure", "en")
    assert "made-up-2021-08:flood-funds" in shown.words
    assert "Invented report of a flood in Qinghe County (our title), Qinghe County" in shown.words
