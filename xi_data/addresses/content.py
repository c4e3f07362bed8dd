"""An answer: status, media type, content."""

import datetime
import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answer:
    """Status, media type and content of an answer, with the headers that are its own."""

    status: int
    media_type: str
    content: bytes
    headers: dict[str, str] = field(default_factory=dict)


def json_answer(content: Any, status: int = 200, **headers: str) -> Answer:
    """Content as JSON; dates in it as ISO writes them."""
    text = json.dumps(content, ensure_ascii=False, indent=1, default=datetime.date.isoformat)
    return Answer(status, "application/json", text.encode(), headers)


def refused(status: int, why: str, known: list[str], **headers: str) -> Answer:
    """An error in the shape of all of them: what is wrong, and what would have been right."""
    return json_answer({"error": why, "known": known}, status, **headers)
