import json

from xi_data.publish import json_bytes


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
