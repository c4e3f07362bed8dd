"""Bulletins from files, in the encodings that they come in."""

import io

import pytest

from xi_data.reading.files import UndecodableError, decoded, read_text

TEXT = "河東收梨30筐，\r\n收棗8筐。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_every_encoding_gives_the_same_text(encoding):
    text = TEXT if encoding != "gbk" else "河东收梨30筐，\r\n收枣8筐。"
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(mark):
    assert decoded("\ufeff梨30筐".encode(mark)) == "梨30筐"


def test_the_line_ends_of_a_file_stay(tmp_path):
    file = tmp_path / "bulletin.txt"
    file.write_bytes(TEXT.encode())
    assert read_text(str(file)) == TEXT


def test_a_dash_reads_standard_input(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + TEXT.encode()))
    monkeypatch.setattr("sys.stdin", stream)
    assert read_text("-") == TEXT


@pytest.mark.parametrize("content", [b"\x81", b"\xff\xfe\x00", b"\xe6\xa2\xa8\xff\x00"])
def test_what_is_no_text_is_an_error_that_says_what_to_do(content):
    with pytest.raises(UndecodableError, match="save the file as UTF-8"):
        decoded(content)


def test_an_empty_file_is_an_empty_text():
    assert decoded(b"") == ""


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_text(str(tmp_path / "nowhere.txt"))
