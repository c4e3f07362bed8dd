"""A visitor with bulletins of her own: bringing them, looking at them, without a browser."""

from collections.abc import Callable, Mapping
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.ui.visiting import seen, turn_to, visit
from xi_data.review.draft import Draft
from xi_data.ui.state import keys

NOTICE_SAMPLE = "chengling-county-notice.txt"

PLACE = "鹭汀县"
"""A county that is nowhere, and so in no other text."""

UNIQUE = (
    f"{PLACE}疫情防控通报\n来源：{PLACE}融媒体中心\n发布时间：2020-02-11\n\n"
    "全县排查外来人员73519人，其中东村41207人、西村32312人。"
    "关停棋牌室61739家，储备口罩58237只，消毒61931平方米。\n"
    "县财政拨付资金873万元，收到捐款49127元。县医院设置床位317张。\n"
)
NUMBERS = ("73519", "41207", "32312", "61739", "58237", "61931", "49127")

Files = dict[str, Callable[[], bytes]]
"""Name of a file to what makes it when its button is clicked, which happens outside the script."""


def here(app: AppTest) -> AppTest:
    """The visitor, whom no error has met."""
    assert [one.message for one in app.exception] == []
    return app


def come(lang: str = "en") -> AppTest:
    """A visitor at "Your bulletins" who has brought nothing yet."""
    return here(visit("read", lang=lang))


def go(app: AppTest, key: str, *bulletins: str, **query: Any) -> AppTest:
    """The same visitor on another page, about these bulletins; no error has met her there."""
    named = {"bulletin": list(bulletins)} if bulletins else {}
    app.query_params = {"lang": app.session_state[keys.LANG], **named, **query}
    return here(turn_to(app, key))


def _open_way(app: AppTest, way: str) -> None:
    app.session_state[keys.bring_bulletin(app.session_state[keys.BROUGHT_ROUND], way)] = True
    app.run()


def paste(app: AppTest, text: str) -> AppTest:
    _open_way(app, "paste")
    app.text_area(key=keys.PASTED_BULLETIN).set_value(text)
    [send] = [one for one in app.button if one.form_id]
    return here(send.click().run())


def upload(app: AppTest, files: Mapping[str, bytes]) -> AppTest:
    _open_way(app, "file")
    told = [(name, content, "application/octet-stream") for name, content in files.items()]
    return here(app.get("file_uploader")[0].set_value(told).run())


def try_sample(app: AppTest, file: str = NOTICE_SAMPLE) -> AppTest:
    _open_way(app, "sample")
    return press(app, keys.bring_bulletin(0, file))


def press(app: AppTest, key: str) -> AppTest:
    """Click a button; no error is met."""
    return here(app.button(key=key).click().run())


def back(app: AppTest) -> AppTest:
    """From the review of one bulletin to all of them."""
    return press(app, keys.decide("back"))


def drafts(app: AppTest) -> dict[str, Draft]:
    """What the visitor holds."""
    return dict(app.session_state[keys.DRAFTS]) if keys.DRAFTS in app.session_state else {}


def draft(app: AppTest) -> Draft:
    """The one bulletin that the visitor holds."""
    [one] = drafts(app).values()
    return one


def errors(app: AppTest) -> list[str]:
    """What the page says went wrong."""
    return [seen(one.value) for one in app.error]


def own_realm(app: AppTest) -> Any:
    """The realm that her pages ask."""
    _, realm = app.session_state[keys.OWN_REALM]
    return realm
