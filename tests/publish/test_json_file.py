import dataclasses
import json

import jsonschema
import pandas as pd
import pytest

from xi_data import export
from xi_data.publish import json_bytes
from xi_data.record.tables import DATA


def test_about_figures_and_computed_stand_apart(download):
    content = json.loads(json_bytes(download))
    assert list(content) == ["about", "figures", "computed"]
    assert list(content["about"].items()) == list(download.about.items())
    assert [row["figure_id"] for row in content["figures"]] == list(download.records["figure_id"])
    assert content["computed"][0]["value"] == 107


def test_whole_numbers_are_integers_dates_are_iso_and_missing_cells_null(download):
    rows = {row["figure_id"]: row for row in json.loads(json_bytes(download))["figures"]}
    count, date = rows["screening-outside-screened"], rows["date-screening-status"]
    assert list(count) == list(download.records.columns)
    assert isinstance(count["value"], int)
    assert (count["value"], count["as_of"], count["note_zh"]) == (1930, "2020-02-12", None)
    assert (date["value"], date["date"]) == (None, "2020-02-12")


def test_chinese_is_printed_as_it_is(download):
    assert '"mention": "1930人"'.encode() in json_bytes(download)


def test_nothing_computed_is_an_empty_list(hostile):
    assert json.loads(json_bytes(hostile))["computed"] == []


@pytest.mark.parametrize(
    "link", ["figures", "closures?group=leisure", "figures?search=nowhere", "timeline", "about"]
)
def test_what_is_written_fits_the_schema_that_we_publish(query, link):
    schema = json.loads((DATA / "figures.schema.json").read_text("utf-8"))
    made = export.linked(query, link)
    computed = {"label": "a", "formula": "1 + 1", "value": 2.0, "sign": "=", "unit": "家"}
    made = dataclasses.replace(made, computed=pd.DataFrame([computed]))
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checker.iter_errors(json.loads(json_bytes(made)))] == []
    wrong = json.loads(json_bytes(made)) | {"computed": [computed | {"value": "2"}]}
    assert not checker.is_valid(wrong)


def test_the_files_that_describe_data_are_up_to_date(query):
    for name, content in export.descriptions(query).items():
        assert (DATA / name).read_bytes() == content, "python -m xi_data describe writes it anew"


def test_keys_are_the_same_in_both_languages(query):
    english, chinese = (
        json.loads(json_bytes(export.linked(query, f"closures?lang={lang}")))
        for lang in ("en", "zh")
    )
    assert list(english["about"]) == list(chinese["about"])
    assert english["about"]["title"] != chinese["about"]["title"]
    for part in ("figures", "computed"):
        assert [list(row) for row in english[part]] == [list(row) for row in chinese[part]]
