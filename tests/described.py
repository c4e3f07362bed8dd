"""Ask every data address what its OpenAPI description allows, and what it does not: schemathesis.

`python -m tests.described 50` asks each address fifty times and prints which statuses came.
Exits with 1 where an answer is a 5xx, or not as described. Nothing leaves this process.
"""

import sys
from collections import Counter
from collections.abc import Callable
from unittest.mock import patch

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import (
    ignored_auth,
    missing_required_header,
    negative_data_rejection,
    positive_data_acceptance,
    unsupported_method,
)

from tests.asking import APP
from xi_data.ui.shell import data
from xi_data.ui.shell.clients import Allowance

_NOT_ASKED = [
    negative_data_rejection,  # what others append to links is no error
    positive_data_acceptance,  # an offset may lie beyond the last row
    ignored_auth,
    missing_required_header,
    unsupported_method,
]


def statuses(examples: int, wanted: Callable[[str], bool] = bool) -> Counter[int]:
    """How often each status came, of so many requests to each address that is wanted.

    Raises what schemathesis raises where an answer is not as described.
    """
    found: Counter[int] = Counter()
    with (
        patch.object(data, "_REQUESTS", Allowance(10**9)),
        patch.object(data, "_HEAVY", Allowance(10**9)),
    ):
        schema = schemathesis.openapi.from_asgi("/data/openapi.json", APP)
        for result in schema.get_all_operations():
            operation = result.ok()
            if wanted(operation.path):
                for mode in GenerationMode:
                    _ask(operation, mode, examples, found)
    return found


def _ask(operation, mode: GenerationMode, examples: int, found: Counter[int]) -> None:
    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    def ask(case) -> None:
        response = case.call()
        found[response.status_code] += 1
        case.validate_response(response, excluded_checks=_NOT_ASKED)

    ask()


if __name__ == "__main__":
    counted = statuses(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
    print(", ".join(f"{number} times {status}" for status, number in sorted(counted.items())))
