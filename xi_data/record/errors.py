"""What is wrong in a data file, and where: told to a person who can mend it."""

from dataclasses import dataclass


@dataclass(unsafe_hash=True)  # not frozen: Python sets the traceback of an exception
class DataError(Exception):
    """A cell (or, with no column, a line) of a data file that breaks a rule."""

    file: str
    line: int
    column: str
    value: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}"
        if self.column:
            place += f", column {self.column}: {self.value!r}"
        return f"{place}: expected {self.expected}"
