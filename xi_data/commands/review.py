"""python -m xi_data review: a package as a spreadsheet, and the spreadsheet back into a package."""

import argparse
import sys
from pathlib import Path
from typing import Any

from xi_data.commands.files import output_file
from xi_data.record.errors import DataError

_MOST_TOLD = 20


def add_command(commands: Any) -> None:
    """Add the command to those of a parser."""
    command = commands.add_parser("review", help="review the figures of a package by spreadsheet")
    actions = command.add_subparsers(required=True, metavar="ACTION")

    action = actions.add_parser("export", help="write a package as XLSX, a row a figure")
    action.add_argument("package", type=Path, metavar="PACKAGE", help="a folder or a zip")
    action.add_argument("--output", metavar="F.xlsx", help="else standard output")
    action.set_defaults(run=_export)

    action = actions.add_parser("import", help="make decisions of what was changed in the XLSX")
    action.add_argument("sheet", type=Path, metavar="F.xlsx")
    action.add_argument("package", type=Path, metavar="PACKAGE", help="what it was exported from")
    action.add_argument("--output", metavar="NEW.zip", help="else standard output")
    action.set_defaults(run=_import)


def _export(options: argparse.Namespace) -> int:
    from xi_data.review.spreadsheet import workbook_bytes
    from xi_data.review.taking_up import taken_up

    try:
        content = workbook_bytes(taken_up(options.package))
    except DataError as error:
        print(f"xi_data: {options.package}: {error}", file=sys.stderr)
        return 1
    with output_file(options.output) as sink:
        sink.write(content)
    return 0


def _import(options: argparse.Namespace) -> int:
    from xi_data.review.promote import promote
    from xi_data.review.sheet_decisions import decided_in
    from xi_data.review.taking_up import taken_up

    content = options.sheet.read_bytes()
    try:
        drafts = taken_up(options.package)
    except DataError as error:
        print(f"xi_data: {options.package}: {error}", file=sys.stderr)
        return 1
    try:
        decided, wrong = decided_in(content, options.sheet.name, drafts)
    except DataError as error:
        decided, wrong = [], [error]
    for error in wrong[:_MOST_TOLD]:
        print(f"xi_data: {error}", file=sys.stderr)
    if wrong:
        more = len(wrong) - _MOST_TOLD
        also = f"{more:,} more cells are wrong; " if more > 0 else ""
        print(f"xi_data: {also}nothing was written", file=sys.stderr)
        return 1
    made = sum(len(one.decisions) for one in decided) - sum(len(one.decisions) for one in drafts)
    with output_file(options.output) as sink:
        sink.write(promote(*decided, with_text=True))
    print(f"xi_data: {made:,} decisions", file=sys.stderr)
    return 0
