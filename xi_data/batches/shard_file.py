"""The file of a shard: Arrow, and with it the digest of the unit that it was made of.

Not Parquet, which takes ten times as long over lists of figures.
"""

import io
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

SUFFIX = ".arrow"
_DIGEST = b"xi_unit"


def shard_bytes(rows: pa.Table, digest: str) -> bytes:
    """The content of the file."""
    sink = io.BytesIO()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    schema = rows.schema.with_metadata({_DIGEST: digest})
    with pa.ipc.new_file(sink, schema, options=options) as file:
        file.write_table(rows)
    return sink.getvalue()


def shard_digest(file: Path) -> str | None:
    """The digest; None where the file is not there, or not whole."""
    try:
        with pa.OSFile(str(file)) as opened, pa.ipc.open_file(opened) as shard:
            return (shard.schema.metadata or {}).get(_DIGEST, b"").decode()
    except (OSError, pa.ArrowException):
        return None


def shard_rows(file: Path, columns: Sequence[str]) -> pa.Table:
    """These columns of it."""
    with pa.OSFile(str(file)) as opened:
        known = pa.ipc.open_file(opened).schema
        options = pa.ipc.IpcReadOptions(included_fields=[known.get_field_index(c) for c in columns])
        opened.seek(0)
        with pa.ipc.open_file(opened, options=options) as shard:
            return shard.read_all().replace_schema_metadata()
