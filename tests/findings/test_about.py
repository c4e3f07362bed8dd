"""About: figures and excused numerals account for the text."""


def test_figures_and_excused_numerals_are_counted(told):
    assert told("about").finding == (
        "120 figures and 54 excused numerals account for every number of the article"
    )
    assert told("about", "no-row").finding.startswith("0 figures and 54 ")
