"""docs/corpora.md: its commands are understood, its columns and numbers are those of the code."""

import re
import shlex

import pytest

from tests.serving import ROOT
from xi_data.__main__ import main
from xi_data.batches import gather, schema, unit
from xi_data.batches.corpus import FINISHED, UNFINISHED
from xi_data.batches.inputs import KNOWN

PAGE = (ROOT / "docs" / "corpora.md").read_text("utf-8")
COMMANDS = re.findall(r"^    python -m xi_data (.+)$", PAGE, re.M)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_understood(command, monkeypatch):
    begun = []
    monkeypatch.setattr("xi_data.commands.extract.make_dataset", lambda *asked: begun.append(asked))
    main(shlex.split(command))
    assert len(begun) == 1


def test_tables_columns_and_numbers_are_those_of_the_code():
    rows = dict(re.findall(r"^\| `(\w+)/\*\.parquet` \| [^|]+ \| (.+) \|$", PAGE, re.M))
    for table in ("documents", "failures", "texts"):
        columns = getattr(schema, table.upper()).names
        assert [one for one in re.findall(r"`(\w+)`", rows[table]) if one in columns][
            : len(columns)
        ] == columns
    assert set(rows) == {"figures", "documents", "failures", "texts", "index", "words"}
    for number in (unit.MOST_DOCUMENTS, gather.ROW_GROUP, gather.FILE_ROWS):
        assert re.search(rf"\b{number:,}\b", PAGE)
    for name in (*KNOWN, FINISHED, UNFINISHED):
        assert name in PAGE
