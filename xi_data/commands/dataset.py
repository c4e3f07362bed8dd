"""extract --format dataset: documents in any number, read by processes or a cluster."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from xi_data.batches.inputs import Inputs
from xi_data.batches.tables import Columns


def dataset_contradiction(options: argparse.Namespace) -> str | None:
    """Why the options cannot make a data set; None where they can."""
    if not options.output:
        return "--format dataset: name a folder with --output"
    if options.rejected or options.texts:
        return "--rejected and --texts are not for --format dataset; --with-texts keeps the texts"
    if options.processes is not None and options.processes < 1:
        return "--processes: at least 1"
    if options.processes and options.scheduler:
        return "--processes or --scheduler, not both: the workers of a cluster are its own"
    return None


def make_dataset(options: argparse.Namespace, inputs: Inputs) -> int:
    """Read the inputs into a data set; the exit code. What cannot be read is a row of failures."""
    from xi_data.batches.corpus import CorpusError, Settings, extract_corpus
    from xi_data.batches.workers import WorkersError

    columns = Columns(options.text_column, options.id_column)
    settings = Settings(options.published, options.with_texts, columns)
    try:
        said = extract_corpus(inputs, Path(options.output), settings, _workers(options), _tell)
    except (CorpusError, WorkersError) as error:
        _tell(str(error))
        return 1
    except KeyboardInterrupt:
        _tell("stopped; the same command goes on from here")
        return 130
    counts = (f"{said[table]:,} {table}" for table in ("documents", "figures", "failures"))
    _tell(f"{options.output}: {', '.join(counts)}")
    return 0


def _workers(options: argparse.Namespace) -> Callable[[], Any]:
    from xi_data.batches.cluster import Cluster
    from xi_data.batches.workers import Processes

    if options.scheduler:
        return lambda: Cluster(options.scheduler)
    return lambda: Processes(options.processes or _cores())


def _cores() -> int:
    """Those that this process may run on, where the system says it."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _tell(line: str) -> None:
    print(f"xi_data: {line}", file=sys.stderr, flush=True)
