"""What a page hands to Streamlit, for bare pages that hand it the same and do nothing else."""

from collections.abc import Callable, Mapping
from typing import Any
from unittest import mock

import pandas as pd
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.serving import ROOT
from xi_data.ui.widgets import row_table


def handed(key: str, query: Mapping[str, str | list[str]]) -> list[tuple[str, Any]]:
    """Name and data of each chart and table of a page at these keys of an address, in order.

    chart with its spec, table and row_table with a data frame.
    """
    found: list[tuple[str, Any]] = []

    def noting(where: Any, name: str, of: str, data: Callable[..., Any]) -> Any:
        real = getattr(where, name)

        def noted(*args: Any, **options: Any) -> Any:
            found.append((of, data(*args, **options)))
            return real(*args, **options)

        return mock.patch.object(where, name, noted)

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app.switch_page(f"pages/{key}.py")
    for name, value in query.items():
        app.query_params[name] = value
    with (
        noting(st, "vega_lite_chart", "chart", lambda _, spec, **options: spec),
        noting(st, "table", "table", lambda frame, **options: frame),
        noting(row_table, "_table", "row_table", lambda **options: _frame(options["data"])),
    ):
        app.run()
    return found


def _frame(data: Mapping[str, Any]) -> pd.DataFrame:
    """The words of a table of rows."""
    cells = [
        [cell if isinstance(cell, str) else cell["text"] for cell in row[1:]]
        for row in data["rows"]
    ]
    names = [f"{at} {column['name']}" for at, column in enumerate(data["columns"])]
    return pd.DataFrame(cells, columns=names)
