"""Timeline: printed dates alone; what has none is said to have none."""


def test_how_many_figures_carry_a_date(told):
    story = told("timeline")
    assert story.finding == (
        "15 of 114 figures (calendar dates aside) can be dated: 5 February (2), 9 February "
        "(6) and 12 February (7)"
    )
    assert [cell.number for cell in story.cells] == ["6", "8", "7"]
    assert sum(int(one.number) for one in story.undated) == 114 - 15


def test_the_date_of_the_screening_governs_its_paragraph_only(told):
    said = [note.sentence for note in told("timeline").notes]
    assert (
        sum("12 February applies only to the figures in its own paragraph" in s for s in said) == 1
    )


def test_without_dates_there_is_no_timeline(told):
    story = told("timeline", "no-date")
    assert story.rows.empty
    assert story.finding == "No dated figure"


def test_a_day_is_a_selection(told):
    story = told("timeline", day=["2020-02-05"])
    assert story.finding == "Selection: 2 of 15 dated figures, 5 February"
