"""The language of a page: from the browser, from the link, from the switch."""

import pytest

from tests.ui.visiting import address, html_lang, printed, visit


@pytest.mark.parametrize(
    ("browser", "lang"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-GB", "en"), ("fr", "en")]
)
def test_the_browser_gives_the_first_language(browser, lang):
    assert address(visit("closures", browser=browser)) == {"lang": [lang]}


def test_the_link_wins_over_the_browser():
    assert address(visit("closures", browser="zh-CN", lang="en")) == {"lang": ["en"]}


def test_the_language_switch_keeps_the_view_also_at_the_next_click():
    app = visit("closures", lang="en", view="both", group=["leisure"], least="10")
    before = list(printed(app)["mention"])
    app.button_group(key="lang").set_value("zh").run()
    assert address(app)["lang"] == ["zh"]
    assert list(printed(app)["mention"]) == before
    assert html_lang(app) == "zh-CN"
    app.button_group(key="group").set_value(["leisure", "tourism"]).run()
    assert address(app) == {
        "lang": ["zh"],
        "view": ["both"],
        "group": ["leisure", "tourism"],
        "least": ["10"],
    }
