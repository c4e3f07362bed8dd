"""Files of a corpus below /data/corpus/, sent while they are written."""

from collections.abc import Iterator
from threading import BoundedSemaphore

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from xi_data import limits
from xi_data.addresses import refused
from xi_data.addresses.corpus_files import FILES, pieces, read_narrowing
from xi_data.corpora import hosted
from xi_data.corpora.folder import UnreadableCorpusError
from xi_data.corpora.narrowing import Narrowing
from xi_data.corpora.taking import tables
from xi_data.ui.shell.conditional import reply
from xi_data.ui.shell.data import problem_of, within_allowance
from xi_data.ui.shell.headers import STRICT
from xi_data.views import RequestError

_LINE = BoundedSemaphore(limits.STREAMS_AT_ONCE)
_SOON = 30  # seconds after which to come again


async def corpus_data(request: Request) -> Response:
    """Answer an address below /data/corpus/: all figures that its filters leave."""
    response = within_allowance(request) or await run_in_threadpool(_response, request)
    response.headers["Content-Security-Policy"] = STRICT
    return response


def _response(request: Request) -> Response:
    file = request.path_params["file"]
    keys = {key: request.query_params.getlist(key) for key in request.query_params}
    if problem := problem_of(request):
        return reply(request, problem, None)
    if file not in FILES or hosted.folder() is None:
        known = [f"corpus/{one}" for one in FILES] if hosted.folder() else []
        what = "there is no such file of a corpus" if known else "this server has no corpus"
        return reply(request, refused(404, what, known), None)
    try:
        narrowing = read_narrowing(keys)
        headers = {"Content-Disposition": f'attachment; filename="corpus-{file}"'}
        if request.method == "HEAD":
            return Response(None, 200, headers, FILES[file])
        return _sent(request, file, narrowing, headers)
    except RequestError as error:
        return reply(request, refused(400, str(error), list(error.allowed)), None)
    except UnreadableCorpusError as error:
        return reply(request, refused(500, str(error), []), None)


def _sent(request: Request, file: str, narrowing: Narrowing, headers: dict[str, str]) -> Response:
    """The file in pieces. The first is made at once: what is wrong is told, and a generator that
    has begun gives its place in the line back, also where nobody takes the rest."""
    if not _LINE.acquire(blocking=False):
        why = f"{limits.STREAMS_AT_ONCE} files of the corpus are being sent"
        again = refused(429, why, [f"again in {_SOON} seconds"], **{"Retry-After": str(_SOON)})
        return reply(request, again, None)
    made = _released(file, narrowing)
    first = next(made)
    return StreamingResponse(_beginning(first, made), 200, headers, FILES[file])


def _beginning(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _released(file: str, narrowing: Narrowing) -> Iterator[bytes]:
    try:
        yield from pieces(file, tables(hosted.corpus(), narrowing))
    finally:
        _LINE.release()
