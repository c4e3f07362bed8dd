"""About: figures and numbers left out account for the text."""


def test_figures_and_numbers_left_out_are_counted(told):
    assert told("about").finding == (
        "Every number in the article is accounted for: 120 figures, and 54 left out"
    )
    assert told("about", "no-row").finding.endswith(": 0 figures, and 54 left out")
