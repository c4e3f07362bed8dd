"""Reviewing a bulletin on the screen: every decision, and that nothing of it is lost."""

import time

import pytest

from tests.review.test_packages import with_own_words
from tests.review.texts import NOTICE, SHORT
from tests.ui.review.bringing import back, come, draft, errors, go, here, paste, press, upload
from tests.ui.visiting import components, finding, said, tables
from xi_data.review import parts
from xi_data.review.doubts import doubts, progress
from xi_data.review.draft import draft_of
from xi_data.review.folding import ACCEPTED, OPEN, REJECTED
from xi_data.review.promote import promote
from xi_data.ui.state import keys
from xi_data.views import SCREENS

NOTHING = ("This bulletin has no figures", "此通报没有数字")


@pytest.fixture
def app():
    """A visitor who reviews the notice."""
    return paste(come(), NOTICE)


def verdicts(app) -> list[str]:
    return [one.verdict for one in draft(app).state.in_order]


def words(app) -> list[str]:
    return [one.figure.mention for one in draft(app).state.in_order]


def text(app) -> dict:
    """What the component with the text is given."""
    return next(one for one in components(app) if "lines" in one)


def looked_at(app):
    """The figure on show, as it is now."""
    return draft(app).state.by_id[text(app)["selected"]]


def marks(app) -> list[list]:
    return [run for line in text(app)["lines"] for run in line["runs"] if run[2]]


def look_at(app, mention: str):
    """Show the figure of these words."""
    key = next(
        one.figure.figure_id for one in draft(app).state.in_order if one.figure.mention == mention
    )
    app.session_state[keys.PROPOSAL] = key
    return here(app.run())


def bar(app) -> str:
    [one] = app.get("progress")
    return one.proto.text


def field(app, column: str):
    box = (
        app.selectbox
        if column in ("qualifier", "unit", "topic", "category", "status")
        else (app.text_input)
    )
    return box(key=keys.field(column, text(app)["selected"], len(draft(app).undone)))


def test_every_proposal_is_marked_in_the_text_and_doubtful_ones_apart(app):
    made = draft(app)
    assert [run[1] for run in marks(app)] == words(app)
    shown = "\n".join("".join(run[1] for run in line["runs"]) for line in text(app)["lines"])
    assert shown == NOTICE
    doubtful = [run[1] for run in marks(app) if "doubtful" in run[5]]
    assert len(doubtful) == progress(made).doubtful_left > 0
    assert all("?" in run[4] for run in marks(app) if "doubtful" in run[5])
    assert looked_at(app).figure.mention == doubtful[0], "the first doubtful one is on show"


def test_accepting_goes_to_the_next_open_one(app):
    first = looked_at(app).figure.figure_id
    app = press(app, keys.decide("accept"))
    assert draft(app).state.by_id[first].verdict == ACCEPTED
    assert looked_at(app).figure.figure_id != first
    assert looked_at(app).verdict == OPEN
    assert bar(app).startswith(f"1 of {len(words(app))} decided, ")


def test_rejecting_gives_a_reason(app):
    first = looked_at(app).figure.figure_id
    app.session_state[keys.REJECTING] = True
    app.run()
    box = app.selectbox(key=keys.WHY_REJECTED)
    reason = "bare"
    app = here(box.set_value(reason).run())
    app = press(app, keys.decide("sure"))
    one = draft(app).state.by_id[first]
    assert (one.verdict, one.reason) == (REJECTED, reason)
    assert app.session_state[keys.REJECTING] is False, "the panel closes"
    app.session_state[keys.PROPOSAL] = first
    app = press(here(app.run()), keys.decide("reopen"))
    assert draft(app).state.by_id[first].verdict == OPEN


def test_all_that_is_sure_is_accepted_in_one_step_and_undone_in_one(app):
    before = verdicts(app)
    app = press(app, keys.decide("all_sure"))
    assert verdicts(app).count(OPEN) == progress(draft(app)).doubtful_left
    assert len(draft(app).decisions) == 1
    assert app.button(key=keys.decide("all_sure")).disabled
    app = press(app, keys.decide("undo"))
    assert verdicts(app) == before
    app = press(app, keys.decide("redo"))
    assert verdicts(app).count(ACCEPTED) == len(before) - progress(draft(app)).doubtful_left


def test_undo_and_redo_go_to_both_ends(app):
    states = [draft(app).state.in_order]
    for _ in range(4):
        app = press(app, keys.decide("accept"))
        states.append(draft(app).state.in_order)
    for state in reversed(states[:-1]):
        app = press(app, keys.decide("undo"))
        assert draft(app).state.in_order == state
    assert app.button(key=keys.decide("undo")).disabled
    for state in states[1:]:
        app = press(app, keys.decide("redo"))
        assert draft(app).state.in_order == state
    assert app.button(key=keys.decide("redo")).disabled


def test_next_doubtful_walks_all_of_them(app):
    left = progress(draft(app)).doubtful_left
    seen_ones = set()
    for _ in range(left):
        seen_ones.add(looked_at(app).figure.figure_id)
        app = press(app, keys.decide("next"))
    assert len(seen_ones) == left


CHANGES = [
    ("value", "325", 325.0),
    ("value", "1,234.5", 1234.5),
    ("qualifier", "over", "over"),
    ("unit", "household", "household"),
    ("topic", "supply", "supply"),
    ("status", "released", "released"),
    ("subject", "返乡人员", "返乡人员"),
    ("label_en", "People *asked* after", "People *asked* after"),
    ("label_zh", "排查返乡人员", "排查返乡人员"),
]


@pytest.mark.parametrize(("column", "told", "kept"), CHANGES)
def test_each_field_can_be_corrected_and_says_what_was_proposed(app, column, told, kept):
    app = look_at(app, "320人")
    before = getattr(looked_at(app).figure, column)
    box = field(app, column)
    app = here(box.set_value(told).run())
    one = looked_at(app)
    assert getattr(one.figure, column) == kept
    assert getattr(one.proposed, column) == before
    assert column in one.changed
    assert "Proposed: " in said(app)
    assert "✎" in next(run[4] for run in marks(app) if run[2] == one.figure.figure_id)
    app = press(app, keys.decide("undo"))
    assert getattr(looked_at(app).figure, column) == before


def test_a_category_is_of_its_topic(app):
    app = look_at(app, "1.5万只")
    box = field(app, "category")
    offered = [one for one in box.options if one != "none"]
    app = here(field(app, "topic").set_value("screening").run())
    assert draft(app).decisions
    assert [one for one in field(app, "category").options if one != "none"] != offered
    assert looked_at(app).figure.category is None


def test_words_of_a_package_are_choices_and_reach_the_pages():
    package = with_own_words(promote(draft_of(NOTICE, "notice.txt"), with_text=True))
    app = look_at(upload(come(), {"own.zip": package}), "320人")
    app = here(field(app, "unit").set_value("truckload").run())
    app = here(field(app, "topic").set_value("rescue").run())
    assert "Boats" in field(app, "category").options
    app = here(field(app, "category").set_value("boats").run())
    assert looked_at(app).figure.label_en == "Boats screened"
    key = draft(app).bulletin_id
    app = go(app, "figures", key)
    assert "Boats" in str(tables(app))
    assert "truckloads" in str(tables(app))


@pytest.mark.parametrize(
    ("column", "told", "expected"),
    [
        ("value", "many", "a number in digits"),
        ("value", "", "a number in digits"),
        ("as_of", "2021-13-01", "a date as YYYY-MM-DD"),
    ],
)
def test_a_wrong_value_is_told_and_changes_nothing(app, column, told, expected):
    app = look_at(app, "320人")
    before = draft(app)
    app = here(field(app, column).set_value(told).run())
    [error] = errors(app)
    assert expected in error
    assert draft(app) == before
    assert errors(here(app.run())) == [], "the message goes with the next step"


def test_what_cannot_be_done_is_told_in_the_language_of_the_page():
    app = look_at(paste(come("zh"), NOTICE), "320人")
    app = here(field(app, "topic").set_value("funding").run())
    [told] = errors(app)
    assert "计量的主题" in told
    app = here(app.text_input(key=keys.MISSED).set_value("没有的字").run())
    [told] = errors(app)
    assert "原文中没有 '没有的字'" in told


def test_a_date_is_corrected_as_a_date(app):
    app = look_at(app, "3月4日")
    app = here(field(app, "date").set_value("2021-03-02").run())
    assert looked_at(app).figure.date.isoformat() == "2021-03-02"
    app = here(field(app, "date").set_value("2021-03").run())
    assert (looked_at(app).figure.date, looked_at(app).figure.date_partial) == (None, "2021-03")
    app = here(field(app, "date").set_value("yesterday").run())
    [error] = errors(app)
    assert "a date as YYYY-MM-DD, YYYY-MM or YYYY" in error


def open_cut(app):
    app.session_state[keys.decide("cut")] = True
    return here(app.run())


def test_one_is_split_in_two_and_two_are_made_one(app):
    app = open_cut(look_at(app, "2021-03-05"))
    app = here(app.selectbox(key=keys.split_at(text(app)["selected"])).set_value(4).run())
    app = press(app, keys.decide("split"))
    assert errors(app) == []
    assert words(app)[:2] == ["2021", "03-05"]
    app = open_cut(look_at(app, "2021"))
    app = press(app, keys.decide("merge"))
    assert errors(app) == []
    assert words(app)[0] == "2021-03-05"


def test_what_cannot_be_split_or_merged_is_told(app):
    app = open_cut(look_at(app, "320人"))
    app = here(app.selectbox(key=keys.split_at(text(app)["selected"])).set_value(3).run())
    before = draft(app)
    app = press(app, keys.decide("split"))
    assert len(errors(app)) == 1
    assert draft(app) == before


def test_a_missing_figure_is_added_by_its_words(app):
    before = words(app)
    app = here(app.text_input(key=keys.MISSED).set_value("第一时间").run())
    assert errors(app) == []
    [added] = [one for one in words(app) if one not in before]
    assert added in "第一时间"
    assert (looked_at(app).figure.mention, looked_at(app).verdict) == (added, OPEN)
    app = here(app.text_input(key=keys.MISSED).set_value("no such words").run())
    [error] = errors(app)
    assert "no such words" in error
    app = here(app.text_input(key=keys.MISSED).set_value("320人").run())
    [error] = errors(app)
    assert "320人" in error
    assert app.text_input(key=keys.MISSED).value == ""


def test_filters_leave_the_others_dim_and_are_counted(app):
    app = press(app, keys.decide("accept"))
    left = {
        "open": verdicts(app).count(OPEN),
        "doubtful": progress(draft(app)).doubtful_left,
        "changed": 0,
        "rejected": 0,
        "all": len(words(app)),
    }
    for chosen, number in left.items():
        app.session_state[keys.decide("filter")] = chosen
        app = here(app.run())
        assert len([run for run in marks(app) if "dim" not in run[5]]) == number


def test_nothing_is_lost_by_language_page_or_rerun(app):
    app = press(press(app, keys.decide("accept")), keys.decide("all_sure"))
    kept, shown = draft(app), text(app)["selected"]
    for lang in ("zh", "en"):
        app.query_params = {"lang": lang}
        app = here(app.run())
        assert draft(app) == kept
        assert text(app)["selected"] == shown
    app = go(go(app, "closures"), "read")
    assert draft(app) == kept
    assert finding(app).startswith("Review: ")
    assert text(app)["selected"] == shown


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_bulletin_without_figures_opens_every_page(lang):
    app = paste(come(lang), "今天天气很好。\n")
    [key] = app.session_state[keys.DRAFTS]
    assert draft(app).proposals == ()
    for page in SCREENS:
        app = go(app, page, key)
        assert (finding(app) in NOTHING) == (page not in ("read", "about", "sql", "corpus")), page


def test_a_bulletin_of_which_all_is_rejected_opens_every_page():
    app = paste(come(), SHORT)
    for key in list(draft(app).state.by_id):
        app.session_state[keys.PROPOSAL] = key
        app.session_state[keys.REJECTING] = True
        app.run()
        app = press(app, keys.decide("sure"))
    assert set(verdicts(app)) == {REJECTED}
    key = draft(app).bulletin_id
    for page in SCREENS:
        app = go(app, page, key)
        assert (finding(app) in NOTHING) == (page not in ("read", "about", "sql", "corpus")), page


def test_what_is_known_of_a_bulletin_is_guessed_and_can_be_corrected(app):
    app.session_state[keys.decide("describe")] = True
    app = here(app.run())
    assert [
        app.text_input(key=keys.describe(name)).value
        for name in ("title", "publisher", "place", "published")
    ] == ["林河县疫情防控情况", "林河日报", "林河县", "2021-03-05"]
    assert "Guessed from line 1." in said(app)
    app = here(app.text_input(key=keys.describe("title")).set_value("An *older* title").run())
    assert finding(app) == "Review: An *older* title"
    app = here(app.text_input(key=keys.describe("published")).set_value("5 March").run())
    [error] = errors(app)
    assert "5 March" in error
    assert draft(app).bulletin.published == "2021-03-05"


def test_removing_forgets_it(app):
    app = back(app)
    key = draft(app).bulletin_id
    app = press(app, keys.on_shelf("remove", key))
    assert app.session_state[keys.DRAFTS] == {}
    assert app.session_state[keys.OWN_REALM][1] is None


LONG = "储备口罩1.5万只，排查外来人员320人，其中东村150人、西村98人、南村72人，约30户。\n" * 110


@pytest.fixture
def long():
    """A visitor who reviews a text of several parts."""
    return paste(come(), LONG)


def test_of_a_long_text_the_part_around_the_figure_on_show_is_drawn(long):
    every = list(draft(long).state.numbers)
    assert len(every) == 660
    found, keys_drawn = "", []
    for number in range(1, 4):
        assert f"Part {number} of 3 of the text" in said(long)
        drawn = [run[2] for run in marks(long)]
        assert text(long)["selected"] in drawn
        assert len(drawn) <= parts.MOST_FIGURES
        assert [one.disabled for one in steps_between_parts(long)] == [number == 1, number == 3]
        keys_drawn += drawn
        found += "\n".join("".join(run[1] for run in line["runs"]) for line in text(long)["lines"])
        if number < 3:
            found += "\n"
            long = press(long, keys.decide("later"))
    assert keys_drawn == every
    assert found.rstrip("\n") == LONG.rstrip("\n")
    assert text(press(long, keys.decide("earlier")))["selected"] in every[300:600]


def steps_between_parts(app) -> list:
    return [app.button(key=keys.decide(one)) for one in ("earlier", "later")]


def test_keys_lead_out_of_a_part_to_figures_that_the_filter_leaves(long):
    order = list(draft(long).state.numbers)
    assert text(long)["beyond"] == {
        "ArrowLeft": None,
        "ArrowRight": order[300],
        "Home": None,
        "End": order[-1],
    }
    long.session_state[keys.decide("filter")] = "doubtful"
    long.session_state[keys.PROPOSAL] = order[400]
    app = here(long.run())
    doubtful = [key for key in order if key in doubts(draft(app))]
    assert text(app)["beyond"] == {
        "ArrowLeft": [key for key in doubtful if key in order[:300]][-1],
        "ArrowRight": next(key for key in doubtful if key in order[600:]),
        "Home": doubtful[0],
        "End": doubtful[-1],
    }


def test_after_a_decision_in_a_long_text_little_is_sent(long):
    app = press(long, keys.decide("accept"))
    assert len(marks(app)) <= parts.MOST_FIGURES
    listed = [one for one in app.button if one.key.startswith(keys.decide("sum_"))]
    assert 0 < len(listed) <= parts.MOST_FIGURES / 3
    assert "Below are those in this part of the text." in said(app)
    order = list(draft(app).state.numbers)
    app.session_state[keys.PROPOSAL] = order[299]
    app = press(here(app.run()), keys.decide("accept"))
    assert text(app)["selected"] == order[300]
    assert "Part 2 of 3 of the text" in said(app), "the next open one is in the next part"


def test_a_decision_is_drawn_at_once_also_among_sixty():
    sentence = "储备口罩1.5万只，排查外来人员320人，其中东村150人、西村98人、南村72人，约30户。\n"
    app = paste(come(), sentence * 10)
    assert len(words(app)) == 60
    begun = time.process_time()
    for _ in range(10):
        app = press(app, keys.decide("accept"))
    assert (time.process_time() - begun) / 10 < 0.3, "seconds from a decision to the next card"
