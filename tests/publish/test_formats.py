import pytest

from xi_data.publish import FORMATS, file_name


@pytest.mark.parametrize("key", FORMATS)
def test_the_same_download_gives_the_same_bytes(download, key):
    write, _ = FORMATS[key]
    first = write(download)
    assert write(download) == first


def test_a_file_name_tells_view_date_and_format(download):
    assert file_name(download.view, download.date, "csv") == "xi-county-figures-2026-11-23.csv"
    assert (
        file_name(download.view, download.date, "parquet") == "xi-county-figures-2026-11-23.parquet"
    )
