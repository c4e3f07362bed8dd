"""What is wrong in a data file, and where: told to a person who can mend it."""

from dataclasses import dataclass

_SHOWN = 200
"""Characters of a value that a sentence shows: a cell may be as long as a file."""


@dataclass(unsafe_hash=True)  # not frozen: Python sets the traceback of an exception
class DataError(Exception):
    """A cell (or, with no column, a line) of a data file that breaks a rule.

    expected is English, as the rule is written; message and details make a sentence of it in any
    language without asking the data, which cannot be read.
    """

    file: str
    line: int
    column: str
    value: str
    expected: str

    @property
    def message(self) -> str:
        """The sentence with the names of words in braces: what a catalogue translates."""
        if self.column:
            return "{file}, line {line}, column {column}: {value}: expected {expected}"
        return "{file}, line {line}: expected {expected}"

    @property
    def details(self) -> dict[str, str]:
        """What stands in the message: file, line, column, value (in quotes), expected."""
        value = repr(self.value)
        if len(value) > _SHOWN:
            value = f"{value[:_SHOWN]}…"
        return {
            "file": self.file,
            "line": str(self.line),
            "column": self.column,
            "value": value,
            "expected": self.expected,
        }

    def __str__(self) -> str:
        return self.message.format(**self.details)
