"""python -m xi_data extract: files as they come to a table, or to a package, of figures."""

import argparse
import datetime
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from xi_data.batches.document import Document, DocumentError
from xi_data.batches.inputs import Inputs
from xi_data.batches.progress import shown
from xi_data.batches.tables import Columns
from xi_data.commands.dataset import dataset_contradiction, make_dataset
from xi_data.commands.files import output_file
from xi_data.corpus.bulletin import Bulletin, origin_words
from xi_data.corpus.index import COLUMNS, Index, read_index
from xi_data.corpus.machine_package import NothingReadError, machine_package_bytes
from xi_data.opening.files import open_bytes
from xi_data.opening.opened import CannotOpenError
from xi_data.reading.candidate import Candidate, Refusal
from xi_data.reading.extract import is_published
from xi_data.record.errors import DataError

FORMATS = ("csv", "xlsx", "jsonl", "parquet", "zip", "dataset")

_TYPES: dict[str, type] = dict.fromkeys(("start", "end", "sentence_start", "sentence_end"), int)
_TYPES |= dict.fromkeys(("value", "value_low", "value_high"), float)
_TYPES |= dict.fromkeys(("date", "as_of"), datetime.date)


def add_command(commands: Any) -> None:
    """Add the command to those of a parser."""
    command = commands.add_parser(
        "extract", help="read every quantity and date of bulletins into a table"
    )
    command.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="plain text, HTML, .docx or PDF; a folder or pattern of them; a table of documents as "
        ".jsonl, .csv or .parquet; - reads standard input; else those of the index",
    )
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="csv",
        help="zip is a package; dataset a folder of Parquet for documents in any number, see "
        "docs/corpora.md",
    )
    command.add_argument(
        "--index",
        metavar="TABLE",
        help=f"a CSV with a column file and any of {', '.join(COLUMNS[1:])}: what is known of each",
    )
    command.add_argument(
        "--published",
        type=_published,
        metavar="DATE",
        help="YYYY, YYYY-MM or YYYY-MM-DD: completes dates without a year or month, in files "
        "that the index does not date",
    )
    command.add_argument(
        "--output",
        metavar="F",
        help="the file to write, else standard output; of a dataset its folder",
    )
    for column in Columns._fields:
        command.add_argument(
            f"--{column}-column",
            metavar="NAME",
            default=column,
            help=f"which column of a table of documents has the {column}; else {column}",
        )
    command.add_argument(
        "--processes", type=int, metavar="N", help="that read a dataset; else one for each core"
    )
    command.add_argument(
        "--scheduler", metavar="ADDRESS", help="of a Dask cluster that reads the dataset instead"
    )
    command.add_argument(
        "--texts",
        metavar="FOLDER",
        help="write there the text of each file that is not plain: positions refer to it",
    )
    command.add_argument(
        "--with-texts", action="store_true", help="put the texts into the package or dataset too"
    )
    command.add_argument(
        "--rejected",
        action="store_true",
        help="list the numbers left out, with the reason, in place of the figures",
    )
    command.set_defaults(run=_run, refuse=command.error)


def _published(date: str) -> str:
    if not is_published(date):
        raise argparse.ArgumentTypeError(f"{date!r} is not a date as YYYY, YYYY-MM or YYYY-MM-DD")
    return date


def _run(options: argparse.Namespace) -> int:
    if reason := _contradiction(options):
        options.refuse(reason)
    try:
        index = read_index(options.index) if options.index else Index([], Path())
    except DataError as error:
        print(f"xi_data: {error}", file=sys.stderr)
        return 1
    inputs = Inputs(options.files, index, Columns(options.text_column, options.id_column))
    if options.format == "dataset":
        return make_dataset(options, inputs)
    return _write_rows(options, inputs)


def _write_rows(options: argparse.Namespace, inputs: Inputs) -> int:
    from xi_data.publish.record_files import RECORD_FORMATS, TooManyRowsError

    failed: list[str] = []
    for line in inputs.survey()[1]:
        print(f"xi_data: {line}", file=sys.stderr)
    read = _read(options, inputs, failed)
    try:
        if options.format == "zip":
            content = machine_package_bytes((one for _, one in read), options.with_texts)
            with output_file(options.output) as sink:
                sink.write(content)
        else:
            names = (Refusal if options.rejected else Candidate)._fields
            columns = {name: _TYPES.get(name, str) for name in ("source", *names, "origin")}
            rows = (row for pair in read for row in _rows(*pair, options.rejected))
            with output_file(options.output) as sink:
                RECORD_FORMATS[options.format](sink, columns, rows)
    except (NothingReadError, TooManyRowsError) as error:
        failed.append(str(error))
    for failure in failed:
        print(f"xi_data: {failure}", file=sys.stderr)
    return 1 if failed else 0


def _contradiction(options: argparse.Namespace) -> str | None:
    """Why the options do not go together; None where they do."""
    if not options.files and not options.index:
        return "name files to read, or an index of them"
    if options.rejected and options.format == "zip":
        return "--rejected: a package lists the numbers left out in excused_numerals.csv"
    if options.format == "dataset":
        return dataset_contradiction(options)
    if options.processes or options.scheduler:
        return "--processes and --scheduler are for --format dataset"
    return None


def _read(
    options: argparse.Namespace, inputs: Inputs, failed: list[str]
) -> Iterator[tuple[Document, Bulletin]]:
    """The bulletins one after another; what cannot be opened is added to failed."""
    keys: set[str] = set()  # of rows of tables
    for document in shown(inputs):
        try:
            one = document.read(options.published, open_bytes)
        except (CannotOpenError, DocumentError) as error:
            failed.append(f"{document.place}: {error}")
            continue
        if document.row is not None and document.key in keys:
            failed.append(f"{document.place}: has the id of another document; give each its own")
            continue
        keys.add(document.key)
        if options.texts and not one.opened.plain:
            target = Path(options.texts) / f"{PurePath(document.source).name}.txt"
            with output_file(str(target)) as sink:
                sink.write(one.opened.text.encode(errors="replace"))
        for message in one.messages:
            print(f"xi_data: {document.place}: {message}", file=sys.stderr)
        yield document, one


def _rows(document: Document, bulletin: Bulletin, rejected: bool) -> Iterator[tuple[Any, ...]]:
    for one in bulletin.refusals if rejected else bulletin.candidates:
        yield (document.reference, *one, origin_words(bulletin.opened.origin(one.start)))
