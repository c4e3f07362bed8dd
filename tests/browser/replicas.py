"""Two replicas behind nginx with the configuration that we ship, and its notes of requests."""

import os
import pwd
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from urllib.parse import urlsplit

from tests.serving import ROOT, Server, served

SHIPPED = ROOT / "hosting" / "nginx.conf"
BASE = "xi"  # the path of the shipped file
COOKIE = "xi_visitor"
PATIENCE = 10  # seconds that nginx may take to start, to stop, or to write a line

MAIN = f"""
daemon off;
pid nginx.pid;
error_log error.log;
events {{}}
http {{
    log_format replicas '$cookie_{COOKIE}\t$upstream_addr\t$upstream_status\t$request_uri';
    access_log access.log replicas;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include xi.conf;
}}
"""


@dataclass(frozen=True)
class Request:
    """A request that nginx passed on: replicas in the order asked, with the status of each."""

    visitor: str
    replicas: list[str]
    statuses: list[str]
    path: str


@dataclass(frozen=True)
class Hosted:
    """The address that visitors know, the replicas behind it by host and port, and nginx's log."""

    front: Server
    replicas: dict[str, ExitStack]
    numbers: Iterator[int] = field(default_factory=count)
    """Of visitors: each is a new one, so that nginx's log tells them apart."""

    def requests(self, visitor: str) -> list[Request]:
        """A visitor's finished requests; a websocket is one only when it is closed."""
        lines = (line.split("\t") for line in self.front.log.read_text("utf-8").splitlines())
        return [
            Request(who, replicas.split(", "), statuses.split(", "), path)
            for who, replicas, statuses, path in lines
            if who == visitor
        ]

    def visitor_of(self, replica: str) -> str:
        """A cookie with which nginx sends a visitor to this replica."""
        for number in islice(self.numbers, 100):
            visitor = f"visitor{number}"
            asking = urllib.request.Request(
                f"{self.front.url}/_stcore/health", headers={"Cookie": f"{COOKIE}={visitor}"}
            )
            with urllib.request.urlopen(asking) as answer:
                assert answer.read() == b"ok"
            _until(lambda who=visitor: self.requests(who), "nginx noted no request")
            if self.requests(visitor)[-1].replicas == [replica]:
                return visitor
        raise AssertionError(f"no visitor of a hundred came to {replica}")

    def stop(self, replica: str) -> None:
        """Stop a replica for good."""
        self.replicas.pop(replica).close()


@contextmanager
def two_replicas(nginx: str, logs: Path, **environment: str) -> Iterator[Hosted]:
    """nginx: the program. logs: a folder for what the replicas print."""
    environment = environment | {"STREAMLIT_SERVER_BASE_URL_PATH": BASE}
    replicas = {}
    with ExitStack() as every:
        for number in (1, 2):
            one = every.enter_context(ExitStack())
            log = logs / f"replica{number}.log"
            running = one.enter_context(served(log, "xi_data/ui/shell/serve.py", **environment))
            replicas[f"127.0.0.1:{urlsplit(running.url).port}"] = one
        yield Hosted(every.enter_context(front(nginx, list(replicas))), replicas)


@contextmanager
def front(program: str, replicas: list[str]) -> Iterator[Server]:
    """nginx before two replicas, whether there are any or not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        port = _free_port()
        (folder / "xi.conf").write_text(_edited(replicas, port), "utf-8")
        (folder / "nginx.conf").write_text(MAIN, "utf-8")
        log = folder / "access.log"
        log.touch()
        errors = folder / "error.log"
        process = subprocess.Popen(
            [program, "-p", name, "-c", "nginx.conf", "-e", "error.log"],
            stderr=subprocess.DEVNULL,  # the same as in the file
            **_unprivileged(folder),
        )
        try:
            _until(lambda: _answers(port), f"no answer from nginx, see {errors}", process)
            yield Server(f"http://localhost:{port}/{BASE}", log, process.pid)
        except TimeoutError as error:
            said = errors.read_text("utf-8") if errors.exists() else ""
            raise RuntimeError(f"{error}:\n{said}") from None
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _edited(replicas: list[str], port: int) -> str:
    """The shipped file with its ports and host name changed, and nothing else."""
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


def _unprivileged(folder: Path) -> dict[str, object]:
    """Options of Popen: root gives folder and process to nobody, as nginx does with its workers."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    for path in (folder, *folder.iterdir()):
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _until(holds: Callable[[], object], said: str, process: subprocess.Popen | None = None) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        ended = process is not None and process.poll() is not None
        if ended or time.monotonic() > deadline:
            raise TimeoutError(said)
        time.sleep(0.02)


def _answers(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]
