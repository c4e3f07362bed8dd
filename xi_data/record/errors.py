"""What is wrong, and where: told to a person who can mend it, in any language of the app."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

_SHOWN = 200
"""Characters of a value that a sentence shows: a cell may be as long as a file."""

Say = Callable[..., str]
"""Says a message with values for the names in its braces, as a Translator does."""


class Message(str):
    """Words in English that can be said in other languages as well.

    Made of what a catalogue translates, and the values for the names in its braces; those that are
    messages are said in the same language.
    """

    message: str
    values: dict[str, Any]

    def __new__(cls, message: str, **values: Any) -> "Message":
        made = super().__new__(cls, message.format(**values) if values else message)
        made.message, made.values = message, values
        return made

    def in_words(self, t: Say) -> str:
        """The words as t says them."""
        return t(self.message, **{key: worded(value, t) for key, value in self.values.items()})


def as_json(message: Message) -> dict[str, Any]:
    """A message as JSON holds it: message and values, which are words or messages again."""
    values = {
        key: as_json(value) if isinstance(value, Message) else str(value)
        for key, value in message.values.items()
    }
    return {"message": message.message, "values": values}


def message_of(held: Mapping[str, Any]) -> Message:
    """The reverse of as_json."""
    values = {
        key: message_of(value) if isinstance(value, dict) else value
        for key, value in held["values"].items()
    }
    return Message(held["message"], **values)


class ExplainedError(Exception):
    """What went wrong and what to do about it: a Message, in English as str gives it."""

    def __init__(self, message: str, **values: Any):
        self.words = Message(message, **values)
        super().__init__(self.words)

    def in_words(self, t: Say) -> str:
        """The words as t says them."""
        return self.words.in_words(t)


@dataclass(unsafe_hash=True)  # not frozen: Python sets the traceback of an exception
class DataError(Exception):
    """A cell (or, with no column, a line) of a data file that breaks a rule.

    expected: a Message, or English where only a command line tells it.
    """

    file: str
    line: int
    column: str
    value: str
    expected: str

    def in_words(self, t: Say) -> str:
        """The sentence as t says it, without asking the data, which cannot be read."""
        if self.column:
            return t(
                "{file}, line {line}, column {column}: {value}: expected {expected}",
                **self._details(t),
            )
        return t("{file}, line {line}: expected {expected}", **self._details(t))

    def _details(self, t: Say) -> dict[str, str]:
        return {
            "file": self.file,
            "line": str(self.line),
            "column": self.column,
            "value": shortened(repr(self.value)),
            "expected": worded(self.expected, t),
        }

    def __str__(self) -> str:
        return self.in_words(Message)


def shortened(text: str, most: int = _SHOWN) -> str:
    """As much of what somebody wrote as a sentence can repeat."""
    return text if len(text) <= most else f"{text[:most]}…"


def worded(value: Any, t: Say) -> Any:
    """A message as t says it; anything else as it is."""
    return value.in_words(t) if isinstance(value, Message) else value
