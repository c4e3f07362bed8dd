"""What every answer forbids, and the addresses that are no page: health and robots."""

import json
from urllib.robotparser import RobotFileParser

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from tests.asking import asked
from xi_data.locale import LANGUAGES, translator
from xi_data.record.errors import DataError
from xi_data.ui.navigation.router import FIRST
from xi_data.ui.shell import data, headers, routes
from xi_data.views import SCREENS


async def _file(request) -> Response:
    return Response(b"<svg/>", media_type="image/svg+xml")


APP = Starlette(
    routes=[Route("/media/x.svg", _file), *routes.without_data()],
    middleware=headers.middleware(),
)


def policy(address: str, **said: str) -> dict[str, str]:
    found = asked(address, app=APP, **said).headers["content-security-policy"]
    return dict(one.split(" ", 1) for one in found.split("; "))


@pytest.mark.parametrize(
    "address", ["/closures", "/media/x.svg", "/data/", "/data/x.csv", "/a/b", "/health", "/nothing"]
)
def test_every_answer_says_what_it_is_and_sends_nobody_elsewhere(address):
    for found in (asked(address), asked(address, app=APP)):
        assert found.headers["x-content-type-options"] == "nosniff"
        assert found.headers["referrer-policy"] == "same-origin"


def test_a_page_runs_the_scripts_of_its_server_alone():
    found = policy("/closures")
    assert found["default-src"] == "'none'"
    assert "'self'" in found["script-src"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & set(
        found["script-src"].split()
    )
    assert "frame-ancestors" not in found  # a view can be embedded anywhere


def test_a_page_talks_to_the_host_that_it_is_asked_at():
    talks = policy("/closures", host="example.org:8")["connect-src"]
    assert talks == "'self' ws://example.org:8 wss://example.org:8"
    assert policy("/closures", host="x; script-src *")["connect-src"] == "'self'"


@pytest.mark.parametrize("address", ["/media/x.svg", "/data/", "/data/closures.csv", "/a/b"])
def test_what_is_no_page_runs_and_loads_nothing(address):
    app = APP if "media" in address else None
    found = asked(address, app=app) if app else asked(address)
    assert found.headers["content-security-policy"] == headers.STRICT


@pytest.mark.parametrize("key", SCREENS)
def test_a_page_has_its_title_before_its_script_has_run(key):
    address = "/" if key == FIRST else f"/{key}"
    for lang in LANGUAGES:
        t = translator(lang)
        title = f"<title>{SCREENS[key].title(t)} · {t('Xi County Response Explorer')}</title>"
        for found in (asked(f"{address}?lang={lang}"), asked(address, accept_language=lang)):
            assert title.encode() in found.content
            assert f'<html lang="{lang}">'.encode() in found.content
            assert b'<div id="root">' in found.content


def test_crawlers_fetch_pages_and_no_files():
    robots = RobotFileParser()
    robots.parse(asked("/robots.txt").content.decode().splitlines())
    assert robots.can_fetch("anybody", "http://localhost:8501/closures?group=leisure")
    assert not robots.can_fetch("anybody", "http://localhost:8501/data/closures.csv")


def test_health_is_that_of_the_database(monkeypatch):
    well = asked("/health")
    assert (well.status, json.loads(well.content)) == (200, {"status": "ok"})
    assert well.headers["cache-control"] == "no-store"

    def broken(*_):
        raise DataError("figures.csv", 1, "", "", "a number")

    monkeypatch.setattr(data, "fresh", broken)
    ill = asked("/health")
    assert (ill.status, json.loads(ill.content)) == (
        503,
        {"status": "the data cannot be asked: DataError"},
    )
