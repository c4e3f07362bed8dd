"""Which files a view offers, what stands beside them, and that they are made by a click."""

from streamlit.testing.v1 import AppTest

from tests.ui.parts import drawn
from xi_data import ui
from xi_data.ui.state import keys
from xi_data.views import VIEWS, Request


def part(page) -> None:
    ui.downloads(page, Request(page.question, {}), ui.told(page.question))


def offered(app: AppTest) -> dict[str, str]:
    """Key of a button to its label."""
    return {one.key: one.label for one in app.get("download_button")}


def panels(app: AppTest) -> list[str]:
    return [one.proto.popover.label for one in app.get("popover")]


def opened(view: str, key: str) -> AppTest:
    app = drawn(part, view)
    app.session_state[key] = True
    return app.run()


def test_two_files_are_in_sight_and_the_others_behind_a_button():
    app = drawn(part)
    assert offered(app) == {"_download_csv": "CSV", "_download_xlsx": "Excel"}
    assert panels(app) == ["More formats", "Share or cite", "Show the SQL"]
    assert list(offered(opened("closures", keys.FORMATS))) == [
        f"_download_{name}" for name in ("csv", "xlsx", "json", "parquet", "zip")
    ]


def test_checks_have_no_package_and_no_query():
    assert list(offered(opened("checks", keys.FORMATS))) == [
        f"_download_{name}" for name in ("csv", "xlsx", "json", "parquet")
    ]
    assert "Show the SQL" not in panels(drawn(part, "checks"))


def test_the_query_is_that_of_the_view():
    app = opened("closures", keys.SQL)
    [code] = app.code
    assert code.language == "sql"
    assert "closure" in code.value


def test_no_file_is_made_before_a_click(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("made without a click")

    monkeypatch.setattr("xi_data.export.download", refuse)
    for view in VIEWS:
        assert offered(drawn(part, view))
