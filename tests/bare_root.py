"""The image's steps in a bare Debian: `python -m tests.bare_root`, as root, some three minutes.

For where no container engine is at hand. debootstrap makes the Debian that the image stands on; the
steps are read from the Dockerfile and done in a chroot, which trusts the certificates that this
machine trusts. What differs from the image: Python is Debian's own of the same version (3.11.2 in
bookworm; the image has a later patch of it, built by itself), and processes are not kept apart.
Prints what it does and how long it took; ends with 1 where a step fails or the server is not well.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.serving import ROOT, free_port

TRUSTED = "/etc/ssl/certs/ca-certificates.crt"
PATIENCE = 60
"""Seconds until the server must be well."""


def steps() -> list[tuple[str, str]]:
    """The Dockerfile's instructions in order: (name, the rest), continued lines joined."""
    text = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in lines)]


def debian(image: str, root: Path) -> None:
    """Make the Debian of a Python image, with that Python of its own."""
    version, release = re.fullmatch(r"python:([\d.]+)-slim-(\w+)", image).groups()
    included = "--include=python3,python3-venv,ca-certificates"
    _run("debootstrap", "--variant=minbase", included, release, str(root))
    # Debian wants what pip installs in an environment; the image has a Python of its own for it.
    _run("chroot", str(root), f"python{version}", "-m", "venv", "/opt/python")


class Image:
    """What the steps have made so far."""

    def __init__(self, root: Path):
        self.root = root
        self.folder = "/"
        self.user = "root"
        self.environment = {
            "PATH": "/opt/python/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "PIP_CERT": TRUSTED,
        }
        self.command: list[str] = []

    def take(self, name: str, rest: str) -> None:
        """Do one step. Raises CalledProcessError where it fails, ValueError where it is unknown."""
        match name:
            case "WORKDIR":
                self.folder = rest
                (self.root / rest[1:]).mkdir(parents=True)
            case "COPY":
                self._copy(*rest.split())
            case "RUN":
                _run(*self.inside("sh", "-c", rest))
            case "USER":
                self.user = rest
            case "ENV":
                self.environment |= dict(word.split("=", 1) for word in shlex.split(rest))
            case "CMD":
                self.command = re.findall(r'"([^"]*)"', rest)
            case "EXPOSE" | "HEALTHCHECK":  # asked below, by its own program
                pass
            case _:
                raise ValueError(f"{name} is not known here")

    def inside(self, *command: str, **more: str) -> list[str]:
        """The command as it runs in the image: in its folder, by its user, in its environment."""
        home = "/root" if self.user == "root" else f"/home/{self.user}"
        words = [f"{key}={value}" for key, value in (self.environment | more).items()]
        entered = f"cd {shlex.quote(self.folder)} && exec {shlex.join(command)}"
        chroot = ["chroot", f"--userspec={self.user}", str(self.root)]
        return [*chroot, "env", "-i", f"HOME={home}", *words, "sh", "-c", entered]

    def _copy(self, *names: str) -> None:
        *sources, to = names
        target = self.root / self.folder[1:] / to
        for source in sources:
            if (ROOT / source).is_dir():
                left_out = shutil.ignore_patterns("__pycache__")
                shutil.copytree(ROOT / source, target, ignore=left_out)
            else:
                shutil.copy(ROOT / source, target)


def main() -> int:
    if os.geteuid() or not shutil.which("debootstrap"):
        sys.exit("Needs root, and debootstrap: apt-get install debootstrap")
    (_, image), *others = steps()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "root"
        _timed(f"FROM {image}", lambda: debian(image, root))
        for file in ("/etc/resolv.conf", TRUSTED):
            shutil.copy(file, root / file[1:])
        made = Image(root)
        for step in others:
            _timed(" ".join(step), lambda step=step: made.take(*step))
        port = {"STREAMLIT_SERVER_PORT": str(free_port())}
        server = subprocess.Popen(made.inside(*made.command, **port))
        try:
            _timed("is well", lambda: _wait(made.inside("python", "-m", "xi_data.health", **port)))
        finally:
            server.terminate()
            server.wait()
    return 0


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        done.check_returncode()


def _wait(asking: list[str]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if not subprocess.run(asking, capture_output=True).returncode:
            return
        time.sleep(0.5)
    sys.exit(f"the server was not well within {PATIENCE} s")


def _timed(what: str, work) -> None:
    start = time.monotonic()
    work()
    print(f"{time.monotonic() - start:6.1f} s  {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
