"""python -m xi_data import: packages into a workspace, one folder a bulletin."""

import argparse
import sys
from pathlib import Path
from typing import Any

from xi_data.corpus.refusals import WorkspaceError
from xi_data.corpus.workspace import opened, save
from xi_data.record.bulletins import read_bulletins
from xi_data.record.errors import DataError


def add_command(commands: Any) -> None:
    """Add the command to those of a parser."""
    command = commands.add_parser("import", help="put the bulletins of packages into a workspace")
    command.add_argument(
        "packages", nargs="+", type=Path, metavar="PACKAGE", help="a folder or a zip"
    )
    command.add_argument(
        "--workspace",
        required=True,
        type=Path,
        metavar="FOLDER",
        help="one folder a bulletin; what it held before is kept in .versions",
    )
    command.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    """A package that cannot be taken is named; the others go on."""
    failed = 0
    for package in options.packages:
        try:
            _import(package, options.workspace)
        except (DataError, WorkspaceError) as error:
            print(f"xi_data: {package}: {error}", file=sys.stderr)
            failed = 1
    return failed


def _import(package: Path, workspace: Path) -> None:
    from xi_data.review.promote import promote
    from xi_data.review.taking_up import taken_up

    drafts = taken_up(package)
    with opened(workspace) as packages:
        texts = {key: row for one in packages for key, row in read_bulletins(one.path).items()}
    for draft in drafts:
        known = texts.get(draft.bulletin_id, draft.row)
        if known["sha256"] != draft.row["sha256"]:
            raise WorkspaceError(
                "the workspace has another text as {key}; give one of the two another bulletin_id",
                key=draft.bulletin_id,
            )
    for draft in drafts:
        made = save(workspace, draft.bulletin_id, promote(draft, with_text=True))
        print(f"{made.path} (version {made.version})")
