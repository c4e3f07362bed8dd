"""A view made ready for a file: its rows, what it says, and what goes with them."""

import datetime

import pytest

from tests.three_bulletins import COPY, MADE_UP, SHIPPED
from xi_data import export
from xi_data.findings import tell
from xi_data.locale import translator
from xi_data.publish import FIGURE_FORMATS, FORMATS, formats_of
from xi_data.views import VIEWS, RequestError, read_request

LINKS = [
    *(key for key, view in VIEWS.items() if view.thing != "id"),
    "https://example.org/xi/?lang=zh&view=table",
    "https://example.org/source?copy=reading&numerals=all&family=money&figure=funding-control",
    "https://example.org/figure?id=closure-karaoke&lang=zh",
    "https://example.org/checks?verdict=holds&check=sum-of-parts&lang=en",
    "https://example.org/screening?scale=shares&status=released",
    "https://example.org/closures?group=leisure&figure=closure-karaoke&embed=true",
    "https://example.org/about?lang=zh",
]


def test_what_others_appended_to_a_link_stands_in_no_file(query):
    made = export.linked(query, "http://a/closures?utm_source=mail&type=karaoke&fbclid=x&lang=en")
    assert made.about["link"] == "http://a/closures?category=karaoke&lang=en"
    assert list(made.records["figure_id"]) == ["closure-karaoke"]
    assert "utm_" not in str(made)


@pytest.mark.parametrize("link", LINKS)
def test_the_link_of_any_page_is_understood(query, link):
    made = export.linked(query, link)
    assert bool(len(made.records)) is not VIEWS[made.view].compares  # which has nothing of one
    assert formats_of(made) == (FORMATS if made.view == "checks" else FIGURE_FORMATS)
    current = link.replace("&bar=", "&figure=")  # what it is called now
    assert made.about["link"] == (current if "://" in link else "")


@pytest.mark.parametrize(
    ("link", "title"),
    [
        (
            "closures",
            "Venues shut: Σ 351, of which 136 for food and lodging and Σ 107 for public culture",
        ),
        ("closures?group=leisure", "Selection: Σ 62 of the Σ 351 venues shut, in 4 of 12 figures"),
        ("figure?id=closure-karaoke", "Karaoke venues shut: 11 venues"),
    ],
)
def test_the_title_is_what_the_page_finds(query, link, title):
    made = export.linked(query, link)
    assert made.about["title"] == made.context.title == title
    assert f"“{title}”" in made.about["citation"]


def test_about_says_what_the_page_says_without_its_markup(query):
    said = export.linked(query, "closures").about
    assert said["definition"].startswith("Venues shut, by type · Xi County, Linfen, Shanxi")
    assert "351 · venues shut in all (Σ sum of 12 figures)" in said["headline_numbers"]
    assert "No closure rate" in said["notes"]
    assert not any(sign in words for words in said.values() for sign in ("**", ":violet", ":mat"))


def test_what_we_computed_goes_with_it_in_its_unit(query):
    computed = export.linked(query, "closures").computed.set_index("label")
    assert computed.loc["Venues shut, all groups"].to_dict() == {
        "formula": "136 + 107 + 62 + 44 + 2",
        "value": 351,
        "sign": "=",
        "unit": "venues",
    }
    shares = export.linked(query, "screening").computed.set_index("label")
    assert shares.loc["Share released", "unit"] == "share of those screened"
    listed = export.linked(query, "publicity").computed
    assert list(listed["unit"]) == [""], "parts in different units have none"


@pytest.mark.parametrize("key", ["figure", "bar"])
def test_a_selected_figure_leaves_the_file_as_it_is(query, key):
    made = export.linked(query, f"money?{key}=donation-court-cash")
    plain = export.linked(query, "money")
    assert made.records.equals(plain.records)
    assert made.about == plain.about
    assert made.context.query == plain.context.query


def test_a_page_about_one_figure_has_it_alone_in_its_file(query):
    made = export.linked(query, "figure?id=closure-karaoke")
    assert list(made.records["figure_id"]) == ["closure-karaoke"]
    assert "WHERE figure_id = 'closure-karaoke'" in made.context.query


def test_a_citation_says_when_the_link_was_read_where_somebody_did(query):
    made = export.linked(query, "https://example.org/closures")
    assert "accessed" not in made.context.citation
    assert "undated" in made.context.citation
    request = read_request(VIEWS["closures"], translator("en"), query, {})
    day = datetime.date(2026, 11, 26)
    told = tell(query, request.question)
    read = export.download(query, request, told, link="http://h/", date=day, accessed=day)
    assert read.context.citation.endswith("http://h/ (accessed 26 November 2026)")
    assert read.about["citation"] == read.context.citation


@pytest.mark.parametrize("link", ["figure", "elsewhere", "closures?lang=fr", "source?copy=none"])
def test_what_is_not_known_is_refused(query, link):
    with pytest.raises(RequestError):
        export.linked(query, link)


@pytest.mark.parametrize(
    "key", [key for key, view in VIEWS.items() if not view.thing and not view.compares]
)
def test_a_copy_of_the_bulletin_gives_the_same_file_but_for_its_key(query, query_three, key):
    alone = export.linked(query, key)
    beside = export.linked(query_three, key)
    copied = export.linked(query_three, f"{key}?bulletin={COPY[0]}")
    assert beside.records.equals(alone.records)
    assert beside.computed.equals(copied.computed)
    assert set(copied.records["bulletin_id"]) == set(COPY)
    assert copied.records.drop(columns="bulletin_id").equals(
        alone.records.drop(columns="bulletin_id")
    )


def test_a_file_of_several_names_each_and_adds_nothing(query_three):
    asked = "&".join(f"bulletin={one}" for one in SHIPPED + MADE_UP)
    made = export.linked(query_three, f"figures?{asked}")
    assert set(made.records["bulletin_id"]) == {*SHIPPED, *MADE_UP}
    assert made.computed.empty
    assert "Invented report of a flood" in made.about["source"]
