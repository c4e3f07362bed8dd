"""Two replicas below a base path behind nginx, with the configuration that we ship."""

import io
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import expect

from tests.serving import ROOT, Server, served
from xi_data import store

SHIPPED = ROOT / "hosting" / "nginx.conf"
BASE = "xi"

MAIN = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    log_format replicas '$cookie_xi_visitor $upstream_addr $upstream_status $request_uri';
    access_log {folder}/access.log replicas;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/explorer.conf;
}}
"""


@dataclass
class Hosted:
    """The address that visitors know, the replicas behind it, and what nginx notes of requests."""

    front: Server
    replicas: dict[str, ExitStack]
    log: Path

    def replica_of(self, visitor: str) -> str:
        """Host and port of the replica that last answered a visitor."""
        lines = [line.split() for line in self.log.read_text("utf-8").splitlines()]
        return [words[1] for words in lines if words[0] == visitor][-1]

    def kill(self, replica: str) -> None:
        self.replicas.pop(replica).close()


@pytest.fixture
def hosted(browser, offline, tmp_path) -> Iterator[Hosted]:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None:
        said = "THE TEST OF TWO REPLICAS WAS NOT RUN: there is no nginx on the path"
        pytest.fail(said) if os.environ.get("CI") else pytest.skip(said)
    environment = offline.environment | {"STREAMLIT_SERVER_BASE_URL_PATH": BASE}
    replicas = {}
    with ExitStack() as every:
        for number in range(2):
            one = every.enter_context(ExitStack())
            log = tmp_path / f"replica{number}.log"
            running = one.enter_context(served(log, "xi_data/ui/serve.py", **environment))
            replicas[running.host.split("/")[0].replace("localhost", "127.0.0.1")] = one
        port = _free_port()
        (tmp_path / "explorer.conf").write_text(_edited(list(replicas), port), "utf-8")
        main = tmp_path / "nginx.conf"
        main.write_text(MAIN.format(folder=tmp_path), "utf-8")
        every.enter_context(_nginx(found, main, port))
        front = Server(f"http://localhost:{port}/{BASE}", tmp_path / "access.log")
        yield Hosted(front, replicas, tmp_path / "access.log")


def _edited(replicas: list[str], port: int) -> str:
    """The shipped file with ports and host name changed, and nothing else."""
    changes = {
        "127.0.0.1:8501": replicas[0],
        "127.0.0.1:8502": replicas[1],
        "listen 80;": f"listen 127.0.0.1:{port};",
        "server_name explorer.example.org;": "server_name localhost;",
    }
    text = SHIPPED.read_text("utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@contextmanager
def _nginx(program: str, main: Path, port: int) -> Iterator[None]:
    command = [program, "-c", str(main), "-p", str(main.parent)]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as asking:
                if asking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def _visitor_of(hosted: Hosted, replica: str) -> str:
    """A cookie with which nginx sends a visitor to this replica."""
    for number in range(100):
        visitor = f"visitor{number}"
        asking = urllib.request.Request(
            f"{hosted.front.url}/_stcore/health", headers={"Cookie": f"xi_visitor={visitor}"}
        )
        assert urllib.request.urlopen(asking).read() == b"ok"
        if hosted.replica_of(visitor) == replica:
            return visitor
    raise AssertionError(f"no visitor of a hundred came to {replica}")


def test_both_replicas_give_views_downloads_and_languages_and_one_outlives_the_other(
    hosted, screen, connection
):
    rows = store.closures(connection, "en", group=("leisure",))
    visitors = {}
    for replica in hosted.replicas:
        name = _visitor_of(hosted, replica)
        tab = screen(at=hosted.front)
        tab.page.context.add_cookies(
            [{"name": "xi_visitor", "value": name, "url": hosted.front.url}]
        )
        tab.open("closures?lang=en&group=leisure")
        visitors[replica] = tab
        tab.expect_rows(len(rows))
        button = tab.page.get_by_test_id("stDownloadButton").filter(has_text="CSV")
        with tab.page.expect_download() as arriving:
            button.get_by_role("button").click()
        frame = pd.read_csv(io.BytesIO(Path(arriving.value.path()).read_bytes()))
        assert set(frame["figure_id"]) == set(rows["figure_id"])
        tab.choose("中文")
        tab.expect_query(lang="zh", group="leisure")
        tab.drawn().expect_rows(len(rows))
        expect(tab.page.locator("html")).to_have_attribute("lang", "zh-CN")
        assert hosted.replica_of(name) == replica

    address = f"{hosted.front.url}/data/closures.csv?group=leisure"
    assert list(pd.read_csv(address)["figure_id"]) == list(
        store.records(connection, tuple(rows["figure_id"]))["figure_id"]
    )

    gone, left = hosted.replicas
    finding = visitors[gone].title.inner_text()
    hosted.kill(gone)
    for tab in visitors.values():
        tab.page.reload()
        tab.drawn().expect_rows(len(rows))
        tab.expect_query(lang="zh", group="leisure")
        assert tab.title.inner_text() == finding
    assert list(hosted.replicas) == [left]


def test_a_visitor_gets_a_cookie_and_the_bare_base_path_leads_in(hosted, screen):
    tab = screen(at=hosted.front)
    tab.page.goto(hosted.front.url)
    tab.drawn()
    assert tab.page.url.startswith(f"{hosted.front.url}/?lang=")
    [cookie] = [c for c in tab.page.context.cookies() if c["name"] == "xi_visitor"]
    assert len(cookie["value"]) == 32
    assert cookie["httpOnly"]
