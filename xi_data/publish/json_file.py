"""JSON: what the rows are, the printed figures, and apart from them what we computed."""

import datetime
import json

import pandas as pd

from xi_data.publish import cells
from xi_data.publish.download import Download


def json_bytes(download: Download) -> bytes:
    """An object of about (words), the records under their name, and computed (lists of objects by
    column name), UTF-8.

    Whole numbers print no point, dates are YYYY-MM-DD, missing cells null.
    """
    content = {
        "about": download.about,
        download.name: _objects(download.records),
        "computed": _objects(download.computed),
    }
    text = json.dumps(
        content, ensure_ascii=False, indent=1, allow_nan=False, default=datetime.date.isoformat
    )
    return text.encode()


def _objects(frame: pd.DataFrame) -> list[dict[str, cells.Cell]]:
    return [dict(zip(frame.columns, row, strict=True)) for row in cells.rows(frame)]
