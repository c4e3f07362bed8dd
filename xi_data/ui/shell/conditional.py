"""An answer as the asker needs it: not again what is held already, and only the part asked for."""

import re
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from starlette.requests import Request
from starlette.responses import Response

from xi_data.addresses import Answer, Validator

_TAG = re.compile(r'(W/)?"([^"]*)"')
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_PACKED = "-gzip"

Headers = dict[str, str]


def packed(tag: str) -> str:
    """The ETag of an answer that went out compressed: other bytes, another tag."""
    return f'{tag[:-1]}{_PACKED}"' if tag.endswith('"') else tag


def held(request: Request, validator: Validator | None) -> Response | None:
    """That the asker has this very answer, without making it; None where it is not known."""
    if validator is None:
        return None
    for _, tag in _TAG.findall(request.headers.get("if-none-match", "")):
        if tag.removesuffix(_PACKED) == validator.tag:
            return Response(status_code=304, headers=_headers(validator) | {"ETag": f'"{tag}"'})
    return None


def reply(request: Request, answer: Answer, validator: Validator | None) -> Response:
    """The answer, the part of it that is asked for, or that it has not changed since."""
    headers = {"Cache-Control": "no-cache"} | answer.headers
    if answer.status != 200 or validator is None:
        return Response(answer.content, answer.status, headers, answer.media_type)
    headers |= _headers(validator)
    if _unchanged(request, validator):
        return Response(status_code=304, headers=headers)
    content, size = answer.content, len(answer.content)
    part = _part(request, validator, size)
    if part is None:
        return Response(content, 200, headers, answer.media_type)
    if not part:
        headers["Content-Range"] = f"bytes */{size}"
        return Response(None, 416, headers)
    headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
    return Response(content[part.start : part.stop], 206, headers, answer.media_type)


def _headers(validator: Validator) -> Headers:
    return {
        "ETag": f'"{validator.tag}"',
        "Last-Modified": format_datetime(validator.since, usegmt=True),
        "Accept-Ranges": "bytes",
        "Cache-Control": "no-cache",
    }


def _unchanged(request: Request, validator: Validator) -> bool:
    """Of an answer that exists; a tag counts before a date (RFC 9110, 13.2.2).

    A date is held against the very one that was sent: a later one may come from a clock that went
    wrong, ours or the asker's, and would hide what has changed since.
    """
    tags = request.headers.get("if-none-match")
    if tags is not None:
        return tags.strip() == "*"
    return _date(request.headers.get("if-modified-since")) == _sent(validator)


def _part(request: Request, validator: Validator, size: int) -> range | None:
    """The one range of bytes that is asked for, empty where there is none; None for all of them.

    Several ranges, other units and what no one can read are answered in full (RFC 9110, 14.2).
    """
    asked = _RANGE.fullmatch(request.headers.get("range", "").replace(" ", ""))
    if request.method != "GET" or not asked or not any(asked.groups()):
        return None
    if not _same(request.headers.get("if-range"), validator):
        return None
    first, last = asked.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1 if last else size, size))


def _same(known: str | None, validator: Validator) -> bool:
    """Whether the rest of what the asker has is a part of this answer, to the byte."""
    if known is None:
        return True
    return known == f'"{validator.tag}"' or _date(known) == _sent(validator)


def _sent(validator: Validator) -> datetime:
    """The date as a header has it."""
    return validator.since.replace(microsecond=0)


def _date(text: str | None) -> datetime | None:
    try:
        read = parsedate_to_datetime(text or "")
    except (ValueError, OverflowError):
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
