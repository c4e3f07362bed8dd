"""What the system refuses in a workspace, in sentences that say what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from xi_data.record.errors import ExplainedError, Message


class WorkspaceError(ExplainedError):
    """What a workspace cannot do, and what to do about it; the earlier state is whole."""


class _Told(NamedTuple):
    """What the system refuses, and what to do about it."""

    reason: Message
    advice: Message


_SPACE = Message("free some space and save again")
_PERMISSION = Message("ask whoever runs the server for permission to write there")
_FOLDER = Message("name a folder, not a file")
_TOLD = {
    errno.ENOSPC: _Told(Message("No space left on device"), _SPACE),
    errno.EDQUOT: _Told(Message("Disk quota exceeded"), _SPACE),
    errno.EFBIG: _Told(
        Message("File too large"),
        Message("the disk takes no file of this size; keep the package elsewhere"),
    ),
    errno.EACCES: _Told(Message("Permission denied"), _PERMISSION),
    errno.EPERM: _Told(Message("Operation not permitted"), _PERMISSION),
    errno.EROFS: _Told(
        Message("Read-only file system"), Message("name a folder that can be written to")
    ),
    errno.ENOTDIR: _Told(Message("Not a directory"), _FOLDER),
    errno.EEXIST: _Told(Message("File exists"), _FOLDER),
}


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """What the system refuses as a sentence that says what to do."""
    try:
        yield
    except OSError as error:
        told = _TOLD.get(error.errno)
        raise WorkspaceError(
            "the workspace {folder} cannot be used: {reason}; {advice}. "
            "What was saved before is as it was",
            folder=folder,
            reason=told.reason if told else error.strerror or str(error),
            advice=told.advice if told else Message("look at the folder, and try again"),
        ) from error
