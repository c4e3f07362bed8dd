"""The way from the stem of the first page to the root."""

import json

from streamlit.testing.v1 import AppTest

from tests.ui.visiting import FIRST, HOST, ROOT


def test_the_stem_of_the_first_page_sends_the_browser_to_the_root():
    """How it goes there with its query, and that Back does not lead into it: tests/browser."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params = {"lang": "zh", "family": ["money", "medical"]}
    app.context = {"locale": "en-GB", "url": f"{HOST}/{FIRST}"}
    app.switch_page(f"pages/{FIRST}.py").run()
    assert list(app.exception) == []
    told = [json.loads(one.proto.json or "null") for one in app.get("bidi_component")]
    assert [one["page"] for one in told if one and "page" in one] == [FIRST]
    assert len(told) == 4, "what sends it there, and what it is told of any page"
    assert set(app.query_params["family"]) == {"money", "medical"}
