"""The Vega-Lite of a chart, made quickly: its rows are written once, however many layers show them.

Altair writes them anew for each layer, and holds every part of the chart against the schema. Here
the schema is for the tests (tests/charts/test_spec.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import altair as alt
import pandas as pd
from altair.utils import schemapi


class _Datasets:
    """The frames that the layers of one chart show, alike ones once, by name."""

    def __init__(self) -> None:
        self.frames: dict[str, pd.DataFrame] = {}

    def name(self, frame: pd.DataFrame) -> str:
        for name, known in self.frames.items():
            if frame is known or frame.equals(known):
                return name
        name = f"rows-{len(self.frames)}"
        self.frames[name] = frame
        return name

    @property
    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Rows by name, each as JSON has it."""
        return {name: alt.to_values(frame)["values"] for name, frame in self.frames.items()}


_datasets: ContextVar[_Datasets | None] = ContextVar("datasets", default=None)


def vega_lite(chart: alt.LayerChart) -> dict[str, Any]:
    """The spec of a chart that charts.theme.finished made: its data are under "datasets" by name,
    each a list of rows."""
    with _one_chart() as datasets:
        return chart.to_dict(validate=False) | {"datasets": datasets.rows}


@contextmanager
def _one_chart() -> Iterator[_Datasets]:
    datasets = _Datasets()
    token = _datasets.set(datasets)
    try:
        yield datasets
    finally:
        _datasets.reset(token)


def _written_once(data: Any) -> Any:
    """Altair's transformer of data: the name of rows that a layer shows."""
    datasets = _datasets.get()
    if datasets is None or not isinstance(data, pd.DataFrame):
        return alt.default_data_transformer(data)
    return {"name": datasets.name(data)}


alt.data_transformers.register("written_once", _written_once)
alt.data_transformers.enable("written_once")
schemapi.disable_debug_mode()
