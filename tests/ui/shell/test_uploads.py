"""One session cannot fill the server's memory with files that no box asked for."""

import asyncio
from types import SimpleNamespace

import pytest
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from xi_data.ui.shell import uploads

FILE = bytes(4_000_000)


@pytest.fixture
def manager(monkeypatch):
    """What Streamlit keeps uploads in."""
    manager = MemoryUploadedFileManager("/_stcore/upload_file")
    running = SimpleNamespace(uploaded_file_mgr=manager)
    monkeypatch.setattr(Runtime, "instance", classmethod(lambda cls: running))
    return manager


@pytest.fixture
def send(manager):
    """Sends a request to what keeps every file, behind the limit; gives the status back."""

    async def keep(scope, receive, send):
        *_, session, name = scope["path"].split("/")
        if scope["method"] == "PUT":
            data = (await receive())["body"]
            manager.add_file(session, UploadedFileRec(name, name, "", data))
        await send({"type": "http.response.start", "status": 204, "headers": []})

    behind = uploads.Uploads(keep)

    def sent(method: str, path: str, content: bytes = b"", size: int | None = None) -> int:
        told = [] if size is None else [(b"content-length", str(size).encode())]
        scope = {"type": "http", "method": method, "path": path, "headers": told}
        answers = []

        async def receive():
            return {"type": "http.request", "body": content}

        async def answer(message):
            answers.append(message)

        asyncio.run(behind(scope, receive, answer))
        return answers[0]["status"]

    return sent


def put(send, path: str, content: bytes) -> int:
    return send("PUT", path, content, len(content))


def held(manager: MemoryUploadedFileManager) -> int:
    return sum(len(one.data) for files in manager.file_storage.values() for one in files.values())


def test_a_hundred_and_twenty_files_under_invented_names_are_refused_at_the_limit(send, manager):
    answers = [put(send, f"/base/_stcore/upload_file/s/{number}", FILE) for number in range(120)]
    taken = uploads.MOST // len(FILE)
    assert answers == [204] * taken + [413] * (120 - taken)
    assert held(manager) == taken * len(FILE) <= uploads.MOST
    assert put(send, "/base/_stcore/upload_file/other/1", b"1") == 204


def test_what_was_let_go_of_makes_room(send, manager):
    manager.add_file("s", UploadedFileRec("a", "", "", bytes(uploads.MOST)))
    assert put(send, "/_stcore/upload_file/s/b", FILE) == 413
    manager.remove_file("s", "a")
    assert put(send, "/_stcore/upload_file/s/b", FILE) == 204


def test_a_file_that_does_not_say_its_size_counts_as_the_largest(send, manager):
    manager.add_file("s", UploadedFileRec("a", "", "", bytes(uploads.MOST - 1000)))
    assert send("PUT", "/_stcore/upload_file/s/b", b"1") == 413
    assert put(send, "/_stcore/upload_file/s/b", b"1") == 204


def test_other_requests_pass(send, manager):
    manager.add_file("s", UploadedFileRec("a", "", "", bytes(uploads.MOST)))
    assert send("DELETE", "/_stcore/upload_file/s/a") == 204
    assert send("GET", "/_stcore/health") == 204
