"""The command line: python -m xi_data COMMAND, where COMMAND --help says more of each."""

import argparse
import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from urllib.parse import urlencode

from xi_data.commands import extract, import_packages, review
from xi_data.commands.files import error_words, output_file
from xi_data.locale import LANGUAGES, translator
from xi_data.matching.align import verify
from xi_data.matching.verification import report
from xi_data.opening.files import open_file
from xi_data.opening.opened import CannotOpenError
from xi_data.record.bulletins import read_bulletins
from xi_data.record.errors import DataError
from xi_data.record.figures import read_excused, read_figures
from xi_data.record.packages import package_folder
from xi_data.record.tables import DATA
from xi_data.record.version import read_version


class _UnknownBulletinError(ValueError):
    """A bulletin was asked for that the data do not hold."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Exit code: 0 all is well, 1 it is not, 2 the command was not understood."""
    parser = argparse.ArgumentParser(prog="python -m xi_data", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    for one in (extract, review, import_packages):
        one.add_command(commands)

    command = commands.add_parser("rules", help="the rules of the reading program, data/rules")
    command.add_argument(
        "action", choices=["check"], help="name what is wrong in them, by file and line"
    )
    command.set_defaults(run=_rules)

    command = commands.add_parser(
        "verify", help="check data/figures.csv against a text of its bulletin"
    )
    command.add_argument("text", metavar="TEXT", help="a text file; - reads standard input")
    command.add_argument("--bulletin", metavar="ID", help="whose text it is; else the default one")
    _add_package(command)
    command.set_defaults(run=_verify)

    command = commands.add_parser("check", help="check data/ in itself, and against a text")
    command.add_argument(
        "text", nargs="?", metavar="TEXT", help="a text file; - reads standard input"
    )
    command.add_argument(
        "--bulletin", metavar="ID", help="which one; else all, or with a text the default one"
    )
    command.add_argument("--lang", choices=LANGUAGES, default="en")
    _add_package(command)
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
    command.add_argument(
        "--lang",
        choices=LANGUAGES,
        help="language of the words; if not given, that of the link, or en",
    )
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
    except (OSError, CannotOpenError, _UnknownBulletinError) as error:
        print(f"xi_data: {error_words(error)}", file=sys.stderr)
    return 1


def _add_package(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--package",
        metavar="PACKAGE",
        type=Path,
        default=DATA,
        help="a folder or a zip in the shape of data/, in place of data/",
    )


def _rules(options: argparse.Namespace) -> int:
    from xi_data.reading.rule_check import problems  # reads every example

    found = problems()
    print("\n".join(f"data/{error}" for error in found) or "data/rules: all is well")
    return 1 if found else 0


def _verify(options: argparse.Namespace) -> int:
    with package_folder(options.package) as data:
        bulletin_id = options.bulletin or read_version(data).bulletin
        _require_known(bulletin_id, read_bulletins(data))
        text = open_file(options.text).text
        found = verify(text, read_figures(data, bulletin_id), read_excused(data, bulletin_id))
    print("\n".join(report(text, found)))
    return 0 if found.all_well else 1


def _check(options: argparse.Namespace) -> int:
    from xi_data import checks, store  # pandas and DuckDB: not for the other commands

    with package_folder(options.package) as data:
        store.prove(data)
        every, default = checks.read_facts(data), read_version(data).bulletin
    chosen = options.bulletin or (default if options.text else None)
    _require_known(chosen or default, every)
    text = open_file(options.text).text if options.text else None
    found = {one: checks.run_all(every[one], text) for one in ([chosen] if chosen else every)}
    t, several = translator(options.lang), len(found) > 1
    reports = [
        (f"{one}\n" if several else "") + checks.report(t, every[one], results)
        for one, results in found.items()
    ]
    print("\n\n".join(reports))
    return max(map(checks.exit_code, found.values()))


def _require_known(bulletin_id: str, known: Collection[str]) -> None:
    """Raise _UnknownBulletinError where the data do not hold the bulletin."""
    if bulletin_id not in known:
        raise _UnknownBulletinError(f"bulletin = {bulletin_id!r}; data/ knows: {', '.join(known)}")


def _export(options: argparse.Namespace) -> int:
    from xi_data import export, publish, store, views  # pandas: not for the other commands

    asked = urlencode([pair.partition("=")[::2] for pair in options.filters], errors="replace")
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
    with output_file(options.output) as sink:
        sink.write(content)
    return 0


def _describe(options: argparse.Namespace) -> int:
    from xi_data import export, store

    for name, content in export.descriptions(store.asker(store.open_database())).items():
        with output_file(str(DATA / name)) as sink:
            sink.write(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
