"""The hashes of requirements.lock in a bill of materials: `python -m tests.bill sbom.json`.

An environment does not tell from which files it was installed; the lock does, for each package that
may be: the bill gets them as its distribution, as CycloneDX has it.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from tests.serving import ROOT

_ENTRY = re.compile(r"^([\w.-]+)==([^\s;\\]+)[^\n]*\n((?:[ ]+--hash=\S+[^\n]*\n)+)", re.M)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")


def locked(lock: str) -> dict[str, list[str]]:
    """NAME@VERSION of each package in a lock, as a package URL has it, to its SHA-256 hashes."""
    return {
        f"{_plain(name)}@{version}": _HASH.findall(hashes)
        for name, version, hashes in _ENTRY.findall(lock)
    }


def with_hashes(bill: dict[str, Any], lock: str) -> dict[str, Any]:
    """The bill of an environment, each component with its hashes.

    Raises ValueError where a component is not locked in its version.
    """
    known = locked(lock)
    components = []
    for one in bill["components"]:
        key = f"{_plain(one['name'])}@{one['version']}"
        if key not in known:
            raise ValueError(f"{key} is in the environment and not in requirements.lock")
        files = {
            "type": "distribution",
            "comment": "hashes of requirements.lock",
            "url": f"pkg:pypi/{key}",
            "hashes": [{"alg": "SHA-256", "content": found} for found in known[key]],
        }
        others = one.get("externalReferences", [])
        components.append({**one, "externalReferences": [*others, files]})
    return {**bill, "components": components}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    file = Path(sys.argv[1])
    made = with_hashes(
        json.loads(file.read_text("utf-8")), (ROOT / "requirements.lock").read_text("utf-8")
    )
    file.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", "utf-8")
