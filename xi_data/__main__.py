"""The command line: python -m xi_data extract | rules | verify | check | export | describe."""

import argparse
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlencode

from xi_data.locale import LANGUAGES, translator
from xi_data.matching.align import verify
from xi_data.matching.verification import report
from xi_data.reading.extract import Candidate, Refusal, is_published, read
from xi_data.reading.files import UndecodableError, read_text
from xi_data.record.bulletins import read_bulletins
from xi_data.record.errors import DataError
from xi_data.record.figures import read_excused, read_figures
from xi_data.record.tables import DATA
from xi_data.record.version import version

_TYPES = {"start": int, "end": int, "sentence_start": int, "sentence_end": int}
_TYPES |= dict.fromkeys(("value", "value_low", "value_high"), float)


class _UnknownBulletinError(ValueError):
    """A bulletin was asked for that data/ does not hold."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Exit code: 0 all is well, 1 it is not, 2 the command was not understood."""
    parser = argparse.ArgumentParser(prog="python -m xi_data", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser(
        "extract", help="read every quantity and date of bulletins into a table"
    )
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="a text file; - reads standard input"
    )
    command.add_argument("--format", choices=["csv", "jsonl", "parquet"], default="csv")
    command.add_argument(
        "--published",
        type=_published,
        metavar="DATE",
        help="YYYY, YYYY-MM or YYYY-MM-DD: completes dates that give no year or month",
    )
    command.add_argument("--output", metavar="F", help="the file to write, else standard output")
    command.add_argument(
        "--rejected",
        action="store_true",
        help="list what was refused, with the reason, in place of what was read",
    )
    command.set_defaults(run=_extract)

    command = commands.add_parser("rules", help="the rules of the reader, data/rules")
    command.add_argument(
        "action", choices=["check"], help="name what is wrong in them, by file and line"
    )
    command.set_defaults(run=_rules)

    command = commands.add_parser(
        "verify", help="check data/figures.csv against a text of its bulletin"
    )
    command.add_argument("text", metavar="TEXT", help="a text file; - reads standard input")
    command.add_argument("--bulletin", metavar="ID", help="whose text it is; else the default one")
    command.set_defaults(run=_verify)

    command = commands.add_parser("check", help="check data/ in itself, and against a text")
    command.add_argument(
        "text", nargs="?", metavar="TEXT", help="a text file; - reads standard input"
    )
    command.add_argument(
        "--bulletin", metavar="ID", help="which one; else all, or with a text the default one"
    )
    command.add_argument("--lang", choices=LANGUAGES, default="en")
    command.set_defaults(run=_check)

    command = commands.add_parser("export", help="write the figures of a view to a file")
    command.add_argument(
        "view",
        nargs="?",
        default="figures",
        metavar="VIEW",
        help="a page's name such as closures, or a link to it with its filters; else all figures",
    )
    command.add_argument(
        "filters", nargs="*", metavar="KEY=VALUE", help="as in a link: group=leisure least=5"
    )
    command.add_argument(
        "--format", choices=["csv", "xlsx", "json", "parquet", "zip", "duckdb"], default="csv"
    )
    command.add_argument("--lang", choices=LANGUAGES, help="of the words; else the link's, or en")
    command.add_argument("--output", metavar="F", help="the file to write, else standard output")
    command.set_defaults(run=_export)

    command = commands.add_parser(
        "describe", help="write data/datapackage.json and data/figures.schema.json anew"
    )
    command.set_defaults(run=_describe)

    options = parser.parse_args(arguments)
    try:
        return options.run(options)
    except DataError as error:
        print(f"xi_data: data/{error}", file=sys.stderr)
    except BrokenPipeError:  # the reader of our output has left, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, UndecodableError, _UnknownBulletinError) as error:
        print(f"xi_data: {_reason(error)}", file=sys.stderr)
    return 1


def _published(date: str) -> str:
    if not is_published(date):
        raise argparse.ArgumentTypeError(f"{date!r} is not a date as YYYY, YYYY-MM or YYYY-MM-DD")
    return date


def _extract(options: argparse.Namespace) -> int:
    from xi_data.publish.record_files import RECORD_FORMATS  # pyarrow: not for the other commands

    failed: list[str] = []
    record = Refusal if options.rejected else Candidate
    names = record._fields
    columns = {"source": str} | {name: _TYPES.get(name, str) for name in names}

    def records() -> Iterator[tuple[Any, ...]]:
        for number, file in enumerate(options.files, start=1):
            _progress(number, len(options.files), file)
            try:
                text = read_text(file)
            except (OSError, UndecodableError) as error:
                failed.append(f"{file}: {_reason(error)}")
                continue
            found, refused = read(text, published=options.published)
            for one in refused if options.rejected else found:
                yield (file, *one)

    with _sink(options.output) as sink:
        RECORD_FORMATS[options.format](sink, columns, records())
    for failure in failed:
        print(f"xi_data: {failure}", file=sys.stderr)
    return 1 if failed else 0


def _rules(options: argparse.Namespace) -> int:
    from xi_data.reading.rule_check import problems  # reads every example

    found = problems()
    print("\n".join(f"data/{error}" for error in found) or "data/rules: all is well")
    return 1 if found else 0


def _verify(options: argparse.Namespace) -> int:
    bulletin_id = options.bulletin or version(DATA).bulletin
    _require_known(bulletin_id, read_bulletins(DATA))
    text = read_text(options.text)
    found = verify(text, read_figures(DATA, bulletin_id), read_excused(DATA, bulletin_id))
    print("\n".join(report(text, found)))
    return 0 if found.all_well else 1


def _check(options: argparse.Namespace) -> int:
    from xi_data import checks, store  # pandas and DuckDB: not for the other commands

    store.prove(DATA)
    every = checks.read_facts(DATA)
    chosen = options.bulletin or (version(DATA).bulletin if options.text else None)
    _require_known(chosen or version(DATA).bulletin, every)
    text = read_text(options.text) if options.text else None
    found = {one: checks.run_all(every[one], text) for one in ([chosen] if chosen else every)}
    t, several = translator(options.lang), len(found) > 1
    reports = [
        (f"{one}\n" if several else "") + checks.report(t, every[one], results)
        for one, results in found.items()
    ]
    print("\n\n".join(reports))
    return max(map(checks.exit_code, found.values()))


def _require_known(bulletin_id: str, known: Collection[str]) -> None:
    """Raise _UnknownBulletinError where data/ does not hold the bulletin."""
    if bulletin_id not in known:
        raise _UnknownBulletinError(f"bulletin = {bulletin_id!r}; data/ knows: {', '.join(known)}")


def _export(options: argparse.Namespace) -> int:
    from xi_data import export, publish, store, views  # pandas: not for the other commands

    asked = urlencode([pair.partition("=")[::2] for pair in options.filters])
    link = options.view + (f"{'&' if '?' in options.view else '?'}{asked}" if asked else "")
    try:
        download = export.linked(store.asker(store.open_database()), link, options.lang)
        formats = publish.formats_of(download)
        if options.format not in formats:
            raise views.RequestError("--format", options.format, list(formats))
        content = formats[options.format][0](download)
    except (views.RequestError, publish.DatabaseNotBuiltError) as error:
        print(f"xi_data: {error}", file=sys.stderr)
        return 1
    with _sink(options.output) as sink:
        sink.write(content)
    return 0


def _describe(options: argparse.Namespace) -> int:
    from xi_data import export, store

    for name, content in export.descriptions(store.asker(store.open_database())).items():
        with _sink(str(DATA / name)) as sink:
            sink.write(content)
    return 0


def _progress(number: int, total: int, file: str) -> None:
    if total > 1 and sys.stderr.isatty():
        print(
            f"\r{number} of {total}: {file[-60:]:<60}",
            end="\n" * (number == total),
            file=sys.stderr,
        )


@contextmanager
def _sink(output: str | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that is whole or not there: written aside, then moved."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    aside = Path(f"{output}.{os.getpid()}.part")
    try:
        with aside.open("wb") as sink:
            yield sink
        aside.replace(output)
    finally:
        aside.unlink(missing_ok=True)


def _reason(error: Exception) -> str:
    """An error in words: what cannot be opened, and why."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)


if __name__ == "__main__":
    sys.exit(main())
