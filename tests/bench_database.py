"""500 bulletins: how long a database takes to build and to open again, and how much memory.

`python -m tests.bench_database` prints it, and exits with 1 where it is too much.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.many_bulletins import many_bulletins

BULLETINS, FIGURES = 500, 60_000
MOST = {"build": 8, "open": 0.3, "MB": 800}
"""Seconds, seconds and megabytes."""

PROGRAM = """
import json, sys, time
from pathlib import Path
from xi_data import store

data, folder = Path(sys.argv[1]), Path(sys.argv[2])
seconds = []
for _ in range(4):
    start = time.perf_counter()
    database = store.open_database(data, [folder])
    seconds.append(time.perf_counter() - start)
    with database.cursor() as cursor:
        [(figures,)] = cursor.execute("SELECT count(*) FROM described_figures").fetchall()
    database.close()
# Its own: what getrusage tells begins with that of the process which started this one.
peak = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
print(json.dumps({"build": seconds[0], "open": min(seconds[1:]), "MB": peak, "figures": figures}))
"""


def measured(data: Path, cache: Path) -> dict[str, float]:
    """Seconds (build, open), megabytes (MB) and figures of a process that builds, and opens again.

    cache: a folder that is not there yet.
    """
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(data), str(cache)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(list(cache.iterdir())) == 1, "built as a file, and not in memory"
    return json.loads(done.stdout)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        data = many_bulletins(Path(folder) / "data", BULLETINS)
        found = measured(data, Path(folder) / "cache")
    assert found["figures"] == FIGURES
    for name, most in MOST.items():
        print(f"{name}: {found[name]:.2f}, at most {most}")
    return int(any(found[name] > most for name, most in MOST.items()))


if __name__ == "__main__":
    sys.exit(main())
