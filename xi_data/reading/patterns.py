"""Regular expressions that are compiled when they are first used."""

import re
from collections.abc import Callable
from typing import Any


class Pattern:
    """A regular expression with the methods of re.Pattern, compiled at its first use.

    expression is its text, or what returns it where tables of rules enter it. To compile all of the
    reader's, and to read its rules, takes longer than the rest of its import.
    """

    def __init__(self, expression: str | Callable[[], str]):
        self.expression = expression

    def __getattr__(self, name: str) -> Any:
        expression = self.expression if isinstance(self.expression, str) else self.expression()
        method = getattr(re.compile(expression), name)
        setattr(self, name, method)  # found at once from now on
        return method
