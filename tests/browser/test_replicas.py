"""Two replicas below a base path behind nginx: visits, and what is left when a replica dies."""

import http.client
import os
import shutil
from collections import Counter
from collections.abc import Iterator

import pandas as pd
import pytest
from playwright.sync_api import expect

from tests.browser.replicas import COOKIE, Hosted, front, two_replicas
from tests.browser.screen import Screen
from tests.load_replicas import shared
from tests.three_bulletins import SHIPPED
from xi_data.locale import LANGUAGES
from xi_data.views import rows as rows_of

TEXT = "共8人，又有7777人。\n" * 2000
"""More than nginx keeps of a request in memory."""


@pytest.fixture(scope="module")
def nginx() -> str:
    """The program."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        said = "NO TEST OF REPLICAS BEHIND NGINX WAS RUN: there is no nginx on the path"
        pytest.fail(said) if os.environ.get("CI") else pytest.skip(said)
    return found


@pytest.fixture(scope="module")
def hosted(nginx, browser, offline, tmp_path_factory) -> Iterator[Hosted]:
    """For those who leave both running."""
    with two_replicas(nginx, tmp_path_factory.mktemp("logs"), **offline.environment) as running:
        yield running


@pytest.fixture
def mortal(nginx, browser, offline, tmp_path) -> Iterator[Hosted]:
    """For one who stops a replica."""
    with two_replicas(nginx, tmp_path, **offline.environment) as running:
        yield running


def become(visitor: Screen, name: str) -> None:
    """Come with this cookie from now on."""
    cookie = {"name": COOKIE, "value": name, "domain": "localhost", "path": "/xi"}
    visitor.page.context.add_cookies([cookie])


def downloaded(visitor: Screen) -> set[str]:
    """Figures of the page's CSV."""
    button = visitor.page.get_by_test_id("stDownloadButton").filter(has_text="CSV")
    with visitor.page.expect_download() as arriving:
        button.get_by_role("button").click()
    return set(pd.read_csv(arriving.value.path())["figure_id"])


def test_who_asks_for_figures_without_end_is_stopped_before_the_replicas(nginx):
    nobody = ["127.0.0.1:1", "127.0.0.1:2"]  # so that nginx alone answers
    with front(nginx, nobody) as server:
        asking = http.client.HTTPConnection(server.host.split("/")[0])
        came: Counter[int] = Counter()
        for _ in range(1000):  # as many as come back in more than a minute
            asking.request("GET", "/xi/data/closures.csv")
            with asking.getresponse() as answer:
                answer.read()
                came[answer.status] += 1
    assert set(came) == {429, 502}
    assert came[502] >= 200


def test_either_replica_serves_a_whole_visit(hosted, screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "en", group=("leisure",))
    names = {replica: hosted.visitor_of(replica) for replica in hosted.replicas}
    for replica, name in names.items():
        visitor = screen(at=hosted.front, fresh=True)
        become(visitor, name)
        visitor.open("closures?lang=en&view=both&group=leisure")
        visitor.expect_rows(len(rows))
        assert downloaded(visitor) == set(rows["figure_id"])
        visitor.choose(LANGUAGES["zh"])
        visitor.expect_query(lang="zh", view="both", group="leisure")
        expect(visitor.page.locator("html")).to_have_attribute("lang", "zh-CN")
        visitor.expect_rows(len(rows))

        visitor.page.get_by_test_id("stTopNavLink").first.click()
        visitor.page.wait_for_url(f"{hosted.front.url}/?view=both&lang=zh")
        visitor.drawn()
        visitor.open("source?lang=en")
        visitor.page.get_by_role("button", name="Upload a file").click()
        visitor.page.locator("input[type=file]").set_input_files(
            {"name": "text.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
        )
        expect(visitor.page.get_by_role("button", name="Remove this text")).to_be_visible()
        visitor.page.context.close()
        asked = hosted.requests(name)
        assert {"101", "200", "204"} <= {status for one in asked for status in one.statuses}
        assert all(one.replicas == [replica] for one in asked)

    found = pd.read_csv(f"{hosted.front.url}/data/closures.csv?group=leisure")
    assert set(found["figure_id"]) == set(rows["figure_id"])


def test_many_who_come_at_once_have_each_one_replica_and_both_have_some(nginx, tmp_path):
    found = shared(nginx, tmp_path, visitors=12, clicks=1)
    assert found.visits.broken == []
    assert len(found.visits.clicks) == 12
    assert sum(found.visitors.values()) == 12
    assert len(found.visitors) == 2


def test_a_file_is_found_on_the_replica_that_made_it(hosted, screen, connection):
    """Its visitor may have been sent elsewhere since the page was opened: a replica came back."""
    first, second = hosted.replicas
    visitor = screen(at=hosted.front, fresh=True)
    become(visitor, hosted.visitor_of(first))
    visitor.open("closures?lang=en")
    moved = hosted.visitor_of(second)
    become(visitor, moved)
    assert downloaded(visitor) == set(rows_of.closures(connection, SHIPPED, "en")["figure_id"])
    [*_, media] = [one for one in hosted.requests(moved) if "/media/" in one.path]
    assert (media.replicas, media.statuses) == ([second, first], ["404", "200"])


def test_where_a_replica_dies_a_reload_shows_the_same_view(mortal, screen, connection):
    rows = rows_of.closures(connection, SHIPPED, "zh", group=("leisure",))
    visitor = screen(at=mortal.front, fresh=True)
    visitor.page.goto(mortal.front.url)
    visitor.drawn()
    visitor.page.wait_for_url(f"{mortal.front.url}/?lang=*")
    [name] = [one["value"] for one in visitor.page.context.cookies() if one["name"] == COOKIE]
    visitor.open("closures?lang=zh&view=both&group=leisure")
    visitor.expect_rows(len(rows))
    expect(visitor.chips).to_have_count(2)
    told = visitor.title.inner_text(), visitor.chips.all_inner_texts()
    before = mortal.requests(name)
    [gone] = before[-1].replicas
    mortal.stop(gone)
    [left] = mortal.replicas

    visitor.page.reload()
    visitor.drawn().expect_rows(len(rows))
    visitor.expect_query(lang="zh", view="both", group="leisure")
    visitor.expect_told(*told)
    assert downloaded(visitor) == set(rows["figure_id"])
    [media] = [one for one in mortal.requests(name)[len(before) :] if "/media/" in one.path][-1:]
    assert media.replicas[-1] == left
    assert {one.replicas[-1] for one in before} == {gone}
