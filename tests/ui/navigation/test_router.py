"""The way from the stem of the first page to the root."""

from streamlit.testing.v1 import AppTest

from tests.ui.visiting import FIRST, HOST, ROOT, address, finding, visit


def test_the_stem_of_the_first_page_leads_to_the_root_with_its_query():
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params = {"lang": "zh", "family": ["money", "medical"]}
    app.context = {"locale": "en-GB", "url": f"{HOST}/{FIRST}"}
    app.switch_page(f"pages/{FIRST}.py").run()
    assert list(app.exception) == []
    assert finding(app) == finding(visit(FIRST, lang="zh"))
    assert set(address(app)["family"]) == {"money", "medical"}
