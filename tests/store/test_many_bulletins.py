"""500 bulletins: how long a database takes to build and to open again, and how much memory."""

import json
import subprocess
import sys
from pathlib import Path

from tests.many_bulletins import many_bulletins

SECONDS_TO_BUILD, SECONDS_TO_OPEN, MEGABYTES = 8, 0.3, 800
SLOWER = 2
"""How much slower than that a machine busy with other tests may be."""

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
    """Seconds, megabytes and figures of a process that builds, and opens again."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(data), str(cache)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(list(cache.iterdir())) == 1, "built as a file, and not in memory"
    return json.loads(done.stdout)


def test_five_hundred_bulletins_are_built_and_opened_in_good_time(tmp_path):
    data = many_bulletins(tmp_path / "data", 500)
    for attempt in ("once", "again, where the machine had something else to do"):
        found = measured(data, tmp_path / attempt)
        assert found["figures"] == 60_000
        within = (
            found["MB"] <= MEGABYTES
            and found["open"] <= SECONDS_TO_OPEN * SLOWER
            and found["build"] <= SECONDS_TO_BUILD * SLOWER
        )
        if within:
            break
    assert within, found
