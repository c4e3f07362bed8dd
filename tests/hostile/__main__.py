"""Thousands of hostile inputs, the same at each run: python -m tests.hostile [INPUTS] [SEED].

Prints for each kind how many were tried, refused in words, and taken, and the losses: errors that
nobody was to see, inputs that took too long, paths of this machine in a message, files left behind.
Exits with 1 where there is any.
"""

import sys
import tempfile
from pathlib import Path

from tests.hostile.trying import KINDS, tried


def main() -> int:
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    lost = 0
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            found = tried(kind, inputs, seed, Path(folder))
        print(
            f"{kind}: {found.inputs:,} tried, {found.refused:,} refused, {found.taken:,} taken, "
            f"{len(found.lost)} lost",
            flush=True,
        )
        for what in found.lost[:10]:
            print(f"  {what}", file=sys.stderr)
        lost += len(found.lost)
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main())
