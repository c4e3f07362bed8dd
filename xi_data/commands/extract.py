"""python -m xi_data extract: files as they come to a table, or to a package, of figures."""

import argparse
import datetime
import sys
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from xi_data.commands.files import output_file
from xi_data.corpus.bulletin import Bulletin, origin_words, read_bulletin
from xi_data.corpus.index import COLUMNS, Index, read_index
from xi_data.corpus.machine_package import NothingReadError, machine_package_bytes
from xi_data.opening.opened import CannotOpenError
from xi_data.reading.candidate import Candidate, Refusal
from xi_data.reading.extract import is_published
from xi_data.record.errors import DataError

FORMATS = ("csv", "xlsx", "jsonl", "parquet", "zip")

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
        help="plain text, HTML, .docx or PDF; - reads standard input; else those of the index",
    )
    command.add_argument("--format", choices=FORMATS, default="csv")
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
    command.add_argument("--output", metavar="F", help="the file to write, else standard output")
    command.add_argument(
        "--texts",
        metavar="FOLDER",
        help="write there the text of each file that is not plain: positions refer to it",
    )
    command.add_argument(
        "--with-texts", action="store_true", help="put the texts into the package too (zip)"
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
    from xi_data.publish.record_files import RECORD_FORMATS, TooManyRowsError

    if not options.files and not options.index:
        options.refuse("name files to read, or an index of them")
    if options.format == "zip" and options.rejected:
        options.refuse("--rejected: a package lists the numbers left out in excused_numerals.csv")
    try:
        index = read_index(options.index) if options.index else Index([], Path())
    except DataError as error:
        print(f"xi_data: {error}", file=sys.stderr)
        return 1
    failed: list[str] = []
    read = _read(options, index, failed)
    try:
        if options.format == "zip":
            content = machine_package_bytes(read, options.with_texts)
            with output_file(options.output) as sink:
                sink.write(content)
        else:
            names = (Refusal if options.rejected else Candidate)._fields
            columns = {name: _TYPES.get(name, str) for name in ("source", *names, "origin")}
            rows = (row for one in read for row in _rows(one, options.rejected))
            with output_file(options.output) as sink:
                RECORD_FORMATS[options.format](sink, columns, rows)
    except (NothingReadError, TooManyRowsError) as error:
        failed.append(str(error))
    for failure in failed:
        print(f"xi_data: {failure}", file=sys.stderr)
    return 1 if failed else 0


def _read(options: argparse.Namespace, index: Index, failed: list[str]) -> Iterator[Bulletin]:
    """The bulletins one after another; what cannot be opened is added to failed."""
    files = options.files or index.files
    for number, file in enumerate(files, start=1):
        _progress(number, len(files), file)
        try:
            one = read_bulletin(file, index.entry(file), options.published)
        except CannotOpenError as error:
            failed.append(f"{file}: {error}")
            continue
        except OSError as error:
            failed.append(f"{file}: {error.strerror or error}")
            continue
        if options.texts and not one.opened.plain:
            target = Path(options.texts) / f"{PurePath(file).name}.txt"
            with output_file(str(target)) as sink:
                sink.write(one.opened.text.encode(errors="replace"))
        for message in one.messages:
            print(f"xi_data: {file}: {message}", file=sys.stderr)
        yield one


def _rows(bulletin: Bulletin, rejected: bool) -> Iterator[tuple[Any, ...]]:
    for one in bulletin.refusals if rejected else bulletin.candidates:
        yield (bulletin.file, *one, origin_words(bulletin.opened.origin(one.start)))


def _progress(number: int, total: int, file: str) -> None:
    if total > 1 and sys.stderr.isatty():
        end = "\n" * (number == total)
        print(f"\r{number} of {total}: {file[-60:]:<60}", end=end, file=sys.stderr)
