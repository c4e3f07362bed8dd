"""A few of the kills of python -m tests.faults.killed: what was there before stays whole."""

import re
import subprocess
import sys

from tests.serving import ROOT


def test_what_was_there_before_is_whole_or_what_is_new():
    """In a process of its own: its copies must have no thread of another test's."""
    command = [sys.executable, "-m", "tests.faults.killed", "2", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    counts = re.findall(r"(\d+) killed at work, (\d+) had finished, 0 lost", done.stdout)
    assert [int(killed) + int(finished) for killed, finished in counts] == [2] * 4
