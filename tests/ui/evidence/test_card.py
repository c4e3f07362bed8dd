"""The evidence card: its words, and its citation."""

from tests.ui.visiting import HOST, copyable, visit


def test_a_citation_names_article_county_month_figure_version_and_link():
    app = visit("closures", figure="closure-library")
    app.session_state["_cite_figure"] = True
    app.run()
    [*_, citation] = copyable(app)
    for part in ("Xi County", "February 2020", "figure closure-library", "data version"):
        assert part in citation
    assert "closure-library" in citation.partition(HOST)[2], "the link leads to the figure"


def test_the_evidence_marks_the_mention_and_not_its_noun():
    said = [one.value for one in visit("closures", figure="closure-karaoke").markdown]
    [printed_words] = [words for words in said if "-background[" in words]
    assert printed_words.index(":gray[KTV]") < printed_words.index("-background[11")
