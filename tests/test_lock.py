"""The lock files hold what the requirements name, by hash; their licences are listed."""

import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from tests.serving import ROOT

PIN = re.compile(r"^([\w.-]+)==([^\s;]+)", re.M)
ENTRY = re.compile(
    r"^([\w.-]+)==(\S+?)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def pins(name: str) -> set[tuple[str, str]]:
    return {(package.lower(), version) for package, version in PIN.findall(read(name))}


@pytest.mark.parametrize("folder", ["", "tests/"])
def test_what_is_required_is_locked_in_that_version(folder):
    required = pins(f"{folder}requirements.txt")
    assert required
    assert required <= pins(f"{folder}requirements.lock")


def test_tests_run_on_what_the_app_runs_on():
    assert pins("requirements.lock") <= pins("tests/requirements.lock")


@pytest.mark.parametrize("folder", ["", "tests/"])
def test_a_lock_is_packages_with_hashes_and_nothing_else(folder):
    locked = read(f"{folder}requirements.lock")
    assert ENTRY.sub("", locked) == ""
    assert len(ENTRY.findall(locked)) == len(pins(f"{folder}requirements.lock"))


LICENCES = {
    package: licence
    for licence, packages in re.findall(
        r"^\| ([^|]+) \| ([^|]+) \|$", read("docs/licences.md"), re.M
    )
    for package in packages.split(", ")
    if packages != "packages"
}


def test_the_licence_of_everything_that_is_locked_is_listed():
    assert set(LICENCES) == {package for package, _ in pins("requirements.lock")}


@pytest.mark.parametrize("package", LICENCES)
def test_a_licence_is_the_one_that_its_package_names(package):
    try:
        named = metadata(package)["License-Expression"]
    except PackageNotFoundError:  # uvloop, on Windows
        named = None
    assert named in (LICENCES[package], None)
