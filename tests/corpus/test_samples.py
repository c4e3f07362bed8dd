"""The invented bulletins that a visitor may try: what each of them is there to show."""

import re
from collections import defaultdict
from functools import cache

import pytest

from xi_data.corpus.samples import samples
from xi_data.locale import LANGUAGES
from xi_data.reading.candidate import Candidate
from xi_data.reading.extract import extract
from xi_data.record.errors import DataError

SAMPLES = {one.file: one for one in samples()}
NOTICE, BEFORE, AFTER, DISTRICT, LIST, NOISY = SAMPLES


@cache
def read(file: str) -> list[Candidate]:
    sample = SAMPLES[file]
    return extract(sample.text, published=sample.published)


def values(file: str, **columns: str) -> list[float]:
    """Values of the figures with these columns, in the order of the text."""
    return [
        one.value
        for one in read(file)
        if all(getattr(one, name) == value for name, value in columns.items())
    ]


def whole_and_parts(file: str) -> tuple[float, float]:
    """The people screened, and the sum of those released and those under observation."""
    [whole] = values(file, status="screened", unit="person")
    [released] = values(file, status="released", unit="person")
    [observed] = values(file, status="under_observation", unit="person")
    return whole, released + observed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_describes_every_text_of_its_folder_in_each_language(lang):
    found = samples()
    folder = found[0].data / "samples"
    assert sorted(one.file for one in found) == sorted(file.name for file in folder.glob("*.txt"))
    for one in found:
        described = [say(lang) for say in (one.title, one.place, one.genre, one.about)]
        assert all(described)
        assert [any("一" <= character <= "鿿" for character in words) for words in described] == [
            lang == "zh"
        ] * 4
        assert one.about(lang).endswith("." if lang == "en" else "。")


@pytest.mark.parametrize("file", SAMPLES)
def test_first_line_title_and_place_say_that_it_is_invented(file):
    sample = SAMPLES[file]
    first = re.sub(r"\([^)]*\)", "", sample.text.split("\n")[0])  # without glosses
    assert re.match("【虚构样例】|【虛構樣例】|【虛构樣例】", first)
    assert sample.title("zh") == first
    assert sample.title("en").endswith(" (invented)")
    assert sample.place("en").endswith(" (invented)")
    assert sample.place("zh").endswith("（虚构）")


@pytest.mark.parametrize("file", SAMPLES)
def test_the_text_states_the_day_that_the_table_gives(file):
    stated = [
        one.printed_date for one in extract(SAMPLES[file].text) if one.category == "event_date"
    ]
    assert stated == [SAMPLES[file].published]


def test_the_notice_has_twelve_figures_and_one_of_them_is_doubtful():
    figures = read(NOTICE)
    assert len(figures) == 12
    assert [one.mention for one in figures if one.unsure] == ["35件"]


@pytest.mark.parametrize("file", [NOTICE, BEFORE, AFTER])
def test_released_and_observed_add_up_to_the_people_screened(file):
    whole, parts = whole_and_parts(file)
    assert whole == parts


def test_in_the_noisy_copy_they_do_not():
    assert whole_and_parts(NOISY) == (732, 722)


def test_six_indicators_and_more_stand_in_several_texts_with_other_values():
    given = defaultdict(dict)
    for file in SAMPLES:
        for one in read(file):
            if one.category and one.status:
                given[one.category, one.status, one.unit].setdefault(file, one.value)
    shared = {key for key, by_file in given.items() if len(set(by_file.values())) > 1}
    assert shared >= {
        ("mahjong_parlour", "closed", "establishment"),
        ("internet_cafe", "closed", "establishment"),
        ("entrance", "set_up", "place"),
        ("mask", "in_reserve", "piece"),
        ("mask", "purchased", "piece"),
        ("infrared_thermometer", "purchased", "piece"),
        ("area", "disinfected", "m2"),
        ("control_funds", "appropriated", "CNY"),
        ("cash", "donated", "CNY"),
    }


def test_ten_days_later_the_same_place_gives_the_same_indicators_anew():
    assert SAMPLES[BEFORE].place("en") == SAMPLES[AFTER].place("en")
    assert (SAMPLES[BEFORE].published, SAMPLES[AFTER].published) == ("2020-02-06", "2020-02-16")
    for columns in (
        {"category": "mask", "status": "in_reserve"},
        {"category": "restaurant_hotel_guesthouse", "status": "closed"},
        {"category": "entrance", "status": "set_up"},
        {"status": "under_observation"},
    ):
        [before], [after] = values(BEFORE, **columns), values(AFTER, **columns)
        assert before != after, columns


def test_money_of_the_district_is_in_another_currency_and_its_digits_are_wide():
    assert values(DISTRICT, category="control_funds", unit="TWD") == [3_500_000]
    assert values(DISTRICT, category="passage", unit="vehicle") == [1240]
    assert "１，２４０輛" in SAMPLES[DISTRICT].text


def test_the_list_gives_units_in_a_column_and_above_a_table():
    assert values(LIST, category="disinfectant_liquid", unit="kg") == [6400, 2600]
    assert values(LIST, category="mask", status="distributed", unit="piece") == [
        *(9600, 5400, 3000),
        18_000,
    ]


def test_glosses_and_stray_blanks_of_the_noisy_copy_are_read_over():
    assert "協(xié)" in SAMPLES[NOISY].text
    assert values(NOISY, category="passage") == [2150]
    [rough] = [one for one in read(NOISY) if one.mention == "4 6名"]
    assert (rough.value_low, rough.value_high) == (6, 46)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("澄岭县（虚构）,2020-02-08", ",2020-02-08", "place_zh"),
        ("2020-02-08", "8 February", "published"),
    ],
)
def test_a_broken_table_is_told_with_its_line_and_column(data_copy, old, new, column):
    table = data_copy / "samples/samples.csv"
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as raised:
        samples(data_copy)
    assert (raised.value.file, raised.value.line, raised.value.column) == (
        "samples/samples.csv",
        2,
        column,
    )


def test_a_text_that_is_missing_is_told(data_copy):
    (data_copy / "samples" / NOTICE).unlink()
    first, *_ = samples(data_copy)
    with pytest.raises(DataError, match=NOTICE):
        _ = first.text
