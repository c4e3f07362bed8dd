"""A request for data: within what one client may ask, in line, and answered as the asker needs."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from xi_data import limits, store
from xi_data.addresses import SQL, Answer, answer, is_heavy, refused, validator
from xi_data.heavy import FILES, BusyError, Line
from xi_data.locale import LANGUAGES
from xi_data.own_query import LINE as OWN_SQL
from xi_data.ui.shell.clients import Allowance, client_of
from xi_data.ui.shell.conditional import held, reply
from xi_data.ui.shell.headers import STRICT
from xi_data.ui.shell.host import address_of
from xi_data.ui.state.answers import fresh, query

Made = TypeVar("Made")

_REQUESTS = Allowance(limits.REQUESTS_A_MINUTE)
_HEAVY = Allowance(limits.HEAVY_A_MINUTE)
_ANSWERS = Line(limits.ANSWERS_AT_ONCE, limits.ANSWERS_WAITING)
_SOON = 5  # seconds after which to come back to a line that is full


async def data(request: Request) -> Response:
    """Answer an address below /data/, or say that what the asker has is still right."""
    try:
        response = await _response(request)
    except BusyError:
        response = _too_many(request, "the server is making as many files as it can", _SOON)
    response.headers["Content-Security-Policy"] = STRICT
    return response


def within_allowance(request: Request) -> Response | None:
    """Count the request as one of its client's; where there were too many, the answer to it."""
    wait = _REQUESTS.wait(client_of(request))
    most = f"more than {limits.REQUESTS_A_MINUTE} requests a minute"
    return _too_many(request, most, wait) if wait else None


async def unwell() -> str:
    """Why the database cannot be asked, "" where it can; in line like every question."""
    try:
        await in_line(_ANSWERS, lambda: fresh(store.bulletins, next(iter(LANGUAGES))))
    except BusyError:
        return "too many questions are waiting"
    except Exception as error:  # whatever it is, the host wants to know
        return f"the data cannot be asked: {type(error).__name__}"
    return ""


async def in_line(line: Line, work: Callable[[], Made]) -> Made:
    """What work gives, as Line.result does, without a thread that waits."""
    begun = line.begin(work)
    done = asyncio.wrap_future(begun)
    await asyncio.wait([done], timeout=limits.PATIENCE)
    if begun.cancel():
        raise BusyError
    return await done


async def _response(request: Request) -> Response:
    if limited := within_allowance(request):
        return limited
    base = address_of(request)
    if problem := problem_of(request):
        return reply(request, problem, None)
    path = request.path_params["path"]
    keys: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        keys.setdefault(key, []).append(value)
    asked = (query, path, keys, base)
    valid = await in_line(_ANSWERS, partial(validator, *asked))
    if known := held(request, valid):
        return known
    heavy = is_heavy(path)
    if heavy and (wait := _HEAVY.wait(client_of(request))):
        most = f"more than {limits.HEAVY_A_MINUTE} heavy files or questions in SQL a minute"
        return _too_many(request, most, wait)
    line = OWN_SQL if path == SQL else FILES if heavy else _ANSWERS
    found = await in_line(line, partial(answer, *asked))
    return reply(request, found, valid)


def problem_of(request: Request) -> Answer | None:
    """Why the request is none that can be answered, whatever lives there."""
    written = request.scope["query_string"]
    most = f"at most {limits.QUERY_CHARACTERS} characters after the question mark"
    if len(written) > limits.QUERY_CHARACTERS:
        return refused(414, f"{len(written)} characters after the question mark", [most])
    if address_of(request) is None:
        return refused(400, "the header Host is no host", ["host or host:port"])
    return None


def _too_many(request: Request, why: str, wait: int) -> Response:
    again = refused(429, why, [f"again in {wait} seconds"], **{"Retry-After": str(wait)})
    return reply(request, again, None)
