"""The files for hosts, held against the repository: no image is built here."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import bare_root
from tests.serving import ROOT, served


def steps(*names: str) -> list[str]:
    return [rest for name, rest in bare_root.steps() if name in names]


@pytest.fixture
def image(tmp_path) -> Path:
    """The folder that the image runs in: what is copied, and nothing else."""
    for copied in steps("COPY"):
        *sources, target = copied.split()
        for source in sources:
            into = tmp_path / target / (source if target in (".", "./") else "")
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, into, dirs_exist_ok=True)
            else:
                into.parent.mkdir(exist_ok=True)
                shutil.copy(ROOT / source, into)
    return tmp_path


def test_what_is_copied_is_there_and_not_left_out():
    kept = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().split()}
    for copied in steps("COPY"):
        for source in copied.split()[:-1]:
            assert (ROOT / source).exists(), source
            assert source in kept, f".dockerignore leaves {source} out"


def test_the_container_runs_as_nobody_special_on_a_python_that_we_run_on():
    assert steps("USER") == ["explorer"]
    names = [name for name, _ in bare_root.steps()]
    assert names.index("USER") < names.index("CMD")
    [base] = steps("FROM")
    assert re.fullmatch(r"python:3\.(1[1-9])-slim-\w+", base)
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in base, "test with this Python"


def test_it_listens_to_this_machine_alone_and_in_a_container_to_all():
    for target in ("run", "serve"):
        dry = ["make", "--dry-run", "--always-make", target]
        said = subprocess.run(dry, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        assert "--server.address localhost --server.port 8501" in said
        said = subprocess.check_output([*dry, "ADDRESS=0.0.0.0"], cwd=ROOT, text=True)
        assert "--server.address 0.0.0.0" in said
    assert "STREAMLIT_SERVER_ADDRESS=0.0.0.0" in " ".join(steps("ENV"))


def test_nothing_is_needed_of_the_system():
    assert [step for step in steps("RUN") if "apt" in step] == []
    assert not (ROOT / "packages.txt").exists()


@pytest.mark.parametrize("base", ["", "xi"])
def test_the_image_answers_and_its_health_check_knows(image, tmp_path_factory, base):
    home = tmp_path_factory.mktemp("home")
    [command] = steps("CMD")
    script = json.loads(command)[-1]
    [check] = [part.partition("CMD")[2] for part in steps("HEALTHCHECK")]
    environment = {"HOME": str(home), "XDG_CACHE_HOME": ""}
    if base:
        environment["STREAMLIT_SERVER_BASE_URL_PATH"] = base
    with served(home / "log.txt", script, image, **environment) as running:
        port = running.host.split("/")[0].rpartition(":")[2]
        asked = {**os.environ, **environment, "STREAMLIT_SERVER_PORT": port}
        healthy = [sys.executable, *json.loads(check)[1:]]
        assert subprocess.run(healthy, cwd=image, env=asked).returncode == 0
    stopped = subprocess.run(healthy, cwd=image, env=asked, capture_output=True, text=True)
    assert stopped.returncode == 1
    assert f"no answer on port {port}" in stopped.stderr
