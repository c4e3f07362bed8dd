"""A number that is ours, looked for among all figures: a link to the page that computes it."""

from urllib.parse import parse_qs

import pytest

from tests.ui.visiting import finding, visit


@pytest.mark.parametrize(
    ("typed", "lang", "page", "said"),
    [
        ("351", "en", "closures", "our sum, on the page Closures"),
        ("4,743", "zh", "screening", "本站计算，见“人员排查”页"),
    ],
)
def test_a_search_for_a_sum_links_to_its_page(typed, lang, page, said):
    app = visit("figures", search=typed, lang=lang)
    assert not app.exception
    assert "0" in finding(app)
    [link] = [one for one in app.get("page_link") if "Σ" in one.proto.label]
    words = link.proto.label.replace("\\", "").split()  # broken into lines that fit a phone
    assert "".join(said.split()) in "".join(words)
    assert typed in words
    assert link.proto.page == page
    assert parse_qs(link.proto.query_string)["lang"] == [lang]


def test_a_search_for_a_printed_number_has_no_such_link():
    app = visit("figures", search="1,930", lang="en")
    assert not [one for one in app.get("page_link") if "Σ" in one.proto.label]
