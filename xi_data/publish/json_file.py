"""JSON: what the rows are, the printed figures, and apart from them what we computed."""

import datetime
import json
from typing import Any

from xi_data.each_row import each_row
from xi_data.publish import cells
from xi_data.publish.download import Context, Download


def json_schema(context: Context) -> dict[str, Any]:
    """What json_bytes writes of figures, as JSON Schema.

    Source: https://json-schema.org/draft/2020-12
    """
    columns = context.dictionary[context.dictionary["table_name"] == "figures"]
    figure = {
        row.column_name: _kind(row.data_type, row.is_nullable) | {"description": row.column_comment}
        for row in each_row(columns)
    }
    computed = {name: {"type": "string"} for name in ("label", "formula", "sign", "unit")}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Xi County Response Explorer: figures",
        "type": "object",
        "properties": {
            "about": {"type": "object", "additionalProperties": {"type": "string"}},
            "figures": _list_of(figure),
            "computed": _list_of(computed | {"value": {"type": "number"}}),
        },
        "required": ["about", "figures", "computed"],
        "additionalProperties": False,
    }


def json_bytes(download: Download) -> bytes:
    """An object of about (words), the records under their name, and computed (lists of objects by
    column name), UTF-8.

    Whole numbers print no point, dates are YYYY-MM-DD, missing cells null.
    """
    content = {
        "about": download.about,
        download.name: cells.objects(download.records),
        "computed": cells.objects(download.computed),
    }
    text = json.dumps(
        content, ensure_ascii=False, indent=1, allow_nan=False, default=datetime.date.isoformat
    )
    return text.encode()


def _kind(data_type: str, nullable: bool) -> dict[str, Any]:
    kinds = {"varchar": "string", "date": "string", "integer": "integer", "double": "number"}
    kind = kinds[data_type]
    date = {"format": "date"} if data_type == "date" else {}
    return {"type": [kind, "null"] if nullable else kind} | date


def _list_of(properties: dict[str, Any]) -> dict[str, Any]:
    each = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "array", "items": each | {"additionalProperties": False}}
