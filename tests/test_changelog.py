"""The change log speaks of the edition that is here."""

import re

from tests.serving import ROOT
from xi_data.locale import translator
from xi_data.record.version import SCHEMA, version


def test_its_first_entry_is_this_version_date_and_schema():
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    [number, date, schema] = re.search(r"^## (\S+), (.*) \(schema (\d+)\)$", text, re.M).groups()
    assert (number, int(schema)) == (version().version, version().schema)
    assert date == translator("en").date(version().date)
    assert f"reads schema {SCHEMA}." in text
