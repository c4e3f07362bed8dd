"""Why documents of a corpus were not read, in the language of the page."""

import json
import re
from typing import Any

from xi_data.locale import Translator
from xi_data.record.errors import Message, message_of

_DETAILS = re.compile(r"[,;:(，；：（].*")
_NAME = re.compile(r"\{\w+\}")


def kind_in_words(t: Translator, kind: str) -> str:
    """What all problems of a kind have in common: how their sentences begin."""
    return _NAME.sub("…", _DETAILS.sub("", Message(kind).in_words(t))).strip()


def problem_in_words(t: Translator, row: Any) -> str:
    """The problem of a row of failures."""
    return message_of({"message": row.kind, "values": json.loads(row.details)}).in_words(t)
