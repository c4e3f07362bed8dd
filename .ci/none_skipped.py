"""Fails unless the second run (JUnit XML) ran, unskipped, all tests that the first one skipped."""

import sys
from xml.etree import ElementTree


def tests(file: str) -> tuple[set[str], set[str]]:
    """All tests of a run, and those that were skipped."""
    cases = list(ElementTree.parse(file).iter("testcase"))
    named = {f"{case.get('classname')}::{case.get('name')}": case for case in cases}
    return set(named), {name for name, case in named.items() if case.find("skipped") is not None}


_, left = tests(sys.argv[1])
run, skipped = tests(sys.argv[2])
wrong = sorted((left - run) | skipped)
if wrong:
    sys.exit("Skipped on the bare machine, and not run later:\n" + "\n".join(wrong))
print(f"The {len(left)} tests that the bare machine skipped were run")
