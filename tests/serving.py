"""A server of our own on a free port, with the settings of `make run`."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
START = 30  # seconds that a server may take until it answers


@dataclass(frozen=True)
class Server:
    """Its address, without a slash at the end, the file that it prints to, and its process."""

    url: str
    log: Path
    process: int

    @property
    def host(self) -> str:
        """Host and port."""
        return self.url.removeprefix("http://")

    @property
    def megabytes(self) -> float:
        """Memory that its process holds now, on Linux."""
        status = Path(f"/proc/{self.process}/status").read_text("utf-8")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def served(
    log: Path, script: str = "app.py", folder: Path = ROOT, port: int = 0, **environment: str
):
    """Run a Streamlit script from a folder, whose .streamlit/ holds; stop it at the end.

    port: where another one was before; without it a free one. Raises RuntimeError with what the
    server printed where it does not answer in time.
    """
    port = port or free_port()
    base = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
    base = f"/{base}" if base else ""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", script),
                *("--server.address", "localhost", "--server.port", str(port)),
            ],
            cwd=folder,
            env={**os.environ, "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none", **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            if not any(_healthy(port, base) for _ in _while_running(process)):
                raise RuntimeError(f"no answer from {script}:\n{log.read_text()}")
            yield Server(f"http://localhost:{port}{base}", log, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=START)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def _while_running(process: subprocess.Popen) -> Iterator[None]:
    deadline = time.monotonic() + START
    while process.poll() is None and time.monotonic() < deadline:
        yield
        time.sleep(0.05)


def _healthy(port: int, base: str) -> bool:
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
    try:
        asking.request("GET", f"{base}/_stcore/health")
        return asking.getresponse().read() == b"ok"
    except OSError:
        return False
    finally:
        asking.close()
