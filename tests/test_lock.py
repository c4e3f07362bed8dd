"""The lock files hold what the requirements name, by hash; their licences are listed."""

import re
import subprocess

import pytest

from tests import bill, licences
from tests.licences import PAGE, UNREAD, anew, pins
from tests.serving import ROOT

ENTRY = re.compile(
    r"^([\w.-]+)==(\S+?)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


@pytest.mark.parametrize("folder", ["", "tests/"])
def test_what_is_required_is_locked_in_that_version(folder):
    required = pins(f"{folder}requirements.txt")
    assert required
    assert required <= pins(f"{folder}requirements.lock")


def test_tests_run_on_what_the_app_runs_on():
    assert pins("requirements.lock") <= pins("tests/requirements.lock")


@pytest.mark.parametrize("folder", ["", "tests/"])
def test_a_lock_is_packages_with_hashes_and_nothing_else(folder):
    locked = (ROOT / folder / "requirements.lock").read_text("utf-8")
    assert ENTRY.sub("", locked) == ""
    assert len(ENTRY.findall(locked)) == len(pins(f"{folder}requirements.lock"))


def test_no_package_of_the_app_is_built_where_it_is_installed():
    made = subprocess.check_output(
        ["make", "--dry-run", "--always-make", "run"], cwd=ROOT, text=True
    )
    for steps in (made, (ROOT / "Dockerfile").read_text("utf-8")):
        assert steps.count(" install ") == 1
        assert " install --require-hashes --only-binary :all: " in steps.replace(
            "--no-cache-dir ", ""
        )


def test_licences_are_those_of_the_packages_and_versions_that_are_locked():
    page = PAGE.read_text("utf-8")
    assert page == anew(page), "python -m tests.licences writes it"
    assert UNREAD not in page


def test_a_licence_that_a_package_does_not_name_is_read_for_each_version(monkeypatch):
    monkeypatch.setattr(licences, "named", lambda package, version: None)
    page = PAGE.read_text("utf-8")
    assert anew(page) == page, "what was read stays"
    package, version = min(pins("requirements.lock"))
    older = page.replace(f"{package} {version}", f"{package} 0")
    assert f"| {UNREAD} | {package} {version} |\n" in anew(older)


def test_a_licence_that_a_package_names_is_put_right(monkeypatch):
    monkeypatch.setattr(licences, "named", lambda package, version: "0BSD")
    [(licence, packages)] = licences.ROW.findall(anew(PAGE.read_text("utf-8")).split("|---|\n")[1])
    assert licence == "0BSD"
    assert len(packages.split(", ")) == len(pins("requirements.lock"))


def test_a_bill_of_materials_has_the_hashes_of_the_lock():
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    every = pins("requirements.lock")
    made = {
        "components": [
            {"name": name.replace("-", "_").title(), "version": version} for name, version in every
        ]
    }
    filled = bill.with_hashes(made, lock)["components"]
    hashes = {one["content"] for part in filled for one in part["externalReferences"][0]["hashes"]}
    assert hashes == set(re.findall(r"[0-9a-f]{64}", lock))
    assert all(part["externalReferences"][0]["hashes"] for part in filled)
    other = {"components": [{"name": min(every)[0], "version": "0"}]}
    with pytest.raises(ValueError, match="not in requirements.lock"):
        bill.with_hashes(other, lock)
