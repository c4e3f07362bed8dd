"""A page that comes back to a new session: what its browser holds counts, what it kept returns."""

import json
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from tests.ui.review.bringing import come, draft, drafts, here, paste, press
from tests.ui.visiting import HOST, ROOT, address, components, said, visit
from xi_data import limits
from xi_data.record.version import version
from xi_data.ui.state import keys


def comes_back(app: AppTest, page: str, search: str = "", kept: Any = None, **query: Any):
    """Her browser's page in a new session, by Streamlit's query; search: that of the address."""
    states = app._tree.get_widget_states()  # as the browser sends them
    [tab] = [one for one in app.get("bidi_component") if '"listens"' in one.proto.json]
    told = [{"event": "back", "value": {"search": search or "?lang=en", "kept": kept}}]
    name = f"$$STREAMLIT_INTERNAL_KEY_{tab.proto.id}__events"
    states.widgets.append(WidgetState(id=name, json_trigger_value=json.dumps(told)))
    new = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    new.query_params, new.context = query, {"locale": "en-GB", "url": f"{HOST}/{page}"}
    new.switch_page(f"pages/{page}.py")
    return new._run(states)


def kept_by(app: AppTest) -> dict[str, Any]:
    """All that the tab is told to keep."""
    told: dict[str, Any] = {}
    for one in components(app):
        told |= one.get("keep") or {}
    return told


def toasts(app: AppTest) -> str:
    return " ".join(one.value for one in app.toast)


def test_what_the_browser_holds_counts_in_a_new_session():
    before = visit("closures", lang="en", least="10")
    before.button_group(key="group").set_value(["leisure"])
    after = here(comes_back(before, "closures", "?lang=en&least=10", lang="en", least="10"))
    assert address(after) == {"lang": ["en"], "group": ["leisure"], "least": ["10"]}
    assert len(after.toast) == 0, "nothing was lost"


def test_the_address_is_that_of_the_tab_where_streamlit_knows_an_older_one():
    before = visit("closures", lang="en", least="10")
    after = here(comes_back(before, "closures", "?lang=en&least=10", lang="en"))
    assert address(after) == {"lang": ["en"], "least": ["10"]}


def test_a_review_goes_on_in_a_new_session():
    before = paste(come(), "全县捐款31元，储备口罩200只。\n")
    press(before, keys.decide("accept"))
    kept = kept_by(before)
    after = here(comes_back(before, "read", kept=kept, lang="en"))
    assert draft(after).decisions == draft(before).decisions != ()
    assert "1 of 2 decided" in str(after.get("progress")[0].proto)
    assert "is here again" in toasts(after)
    assert kept_by(after) == kept
    elsewhere = here(
        comes_back(before, "overview", f"?bulletin={draft(before).bulletin_id}&lang=en", kept)
    )
    assert address(elsewhere)["bulletin"] == [draft(before).bulletin_id]


def test_what_was_put_away_is_not_kept():
    before = paste(come(), "全县捐款31元。\n")
    press(press(before, keys.decide("back")), keys.on_shelf("remove", draft(before).bulletin_id))
    assert kept_by(before)["packages"] == kept_by(before)["steps"] == {}


def test_what_is_too_large_for_a_tab_is_named_when_it_is_lost(monkeypatch):
    monkeypatch.setattr(limits, "TAB_CHARACTERS", 100)
    before = paste(come(), "林河通报\n全县捐款31元。\n")
    assert "Too large to be kept in this tab" in said(before)
    kept = kept_by(before)
    assert kept["packages"] == {}
    after = here(comes_back(before, "read", kept=kept, lang="en"))
    assert drafts(after) == {}
    assert "with it: 林河通报" in toasts(after)


@pytest.mark.parametrize(
    "kept",
    [
        7,
        "x",
        [1],
        {"packages": 7, "steps": "x", "texts": [1], "left": 7, "reviewed": []},
        {"packages": {"a": None, "b": "UEs="}, "steps": {"a": 7}, "texts": {"c": 7, "d": [1, 2]}},
        {"texts": {"xi-county-2020-02": ["\ud800", None]}, "left": ["![x](http://a.b)"]},
    ],
)
def test_a_tab_that_tells_nonsense_is_refused_with_words(kept):
    after = here(comes_back(visit("about", lang="en"), "about", kept=kept, lang="en"))
    assert drafts(after) == {}
    assert "](http" not in toasts(after)


def test_the_text_of_the_source_page_returns():
    words = "全县设卡点24处。"
    kept = {"texts": {version().bulletin: [words, "copy.txt"], "nowhere": [words, ""]}}
    after = here(comes_back(visit("source", lang="en"), "source", kept=kept, lang="en"))
    texts = after.session_state[keys.OWN_TEXTS]
    assert {key: one.text for key, one in texts.items()} == {version().bulletin: words}
    assert kept_by(after)["texts"] == {version().bulletin: [words, "copy.txt"]}
