"""docs/licences.md anew: `python -m tests.licences`, after a change of requirements.lock.

The licence of a package is the one that its metadata name as an SPDX expression. Where they name
none, somebody has to read it: what stands on the page for this version is kept, and a new version
is put under UNREAD.
"""

import re
from collections import defaultdict
from importlib.metadata import PackageNotFoundError, metadata

from tests.serving import ROOT

PAGE = ROOT / "docs" / "licences.md"
UNREAD = "not read yet"
HEAD = "| licence | packages |\n|---|---|\n"
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \|\n", re.M)
PIN = re.compile(r"^([\w.-]+)==([^\s;]+)", re.M)


def pins(name: str) -> set[tuple[str, str]]:
    """Package and version of each line of a file of requirements."""
    found = PIN.findall((ROOT / name).read_text("utf-8"))
    return {(package.lower(), version) for package, version in found}


def named(package: str, version: str) -> str | None:
    """The SPDX expression of an installed package; None without one or in another version."""
    try:
        said = metadata(package)
    except PackageNotFoundError:  # uvloop, on Windows
        return None
    return said.get("License-Expression") if said["Version"] == version else None


def anew(page: str) -> str:
    """The page with the table as it is to be."""
    before, _, rest = page.partition(HEAD)
    read = {
        package: licence
        for licence, packages in ROW.findall(rest)
        for package in packages.split(", ")
    }
    groups = defaultdict(list)
    for package, version in sorted(pins("requirements.lock")):
        words = f"{package} {version}"
        groups[named(package, version) or read.get(words, UNREAD)].append(words)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    rows = (f"| {licence} | {', '.join(packages)} |\n" for licence, packages in ordered)
    return before + HEAD + "".join(rows) + ROW.sub("", rest)


if __name__ == "__main__":
    PAGE.write_text(anew(PAGE.read_text("utf-8")), "utf-8")
