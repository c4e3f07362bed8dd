"""Bytes to text, in the encodings that bulletins come in."""

import pytest

from xi_data.opening.encodings import UndecodableError, decoded, decoded_page

TEXT = "河東收梨30筐，\r\n收棗8筐。"
SIMPLIFIED = "河东收梨30筐，\r\n收枣8筐。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
@pytest.mark.parametrize("text", [TEXT, SIMPLIFIED, "一人不漏", "梨30筐"])
def test_every_encoding_gives_the_same_text(text, encoding):
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(SIMPLIFIED, "gb2312"), (TEXT, "cp950"), (TEXT, "big5hkscs"), ("共計三箱", "cp950")],
)
def test_encodings_of_one_script_are_told_apart_by_common_characters(text, encoding):
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark_or_by_its_digits(encoding, mark):
    assert decoded(f"{mark}\u3000\u3000梨30筐\n".encode(encoding)) == "\u3000\u3000梨30筐\n"


@pytest.mark.parametrize(
    "content", [b"\x81", b"\xff\xfe\x00", b"\xe6\xa2\xa8\xff\x00", b"\x89PNG\xff\x00\xfe"]
)
def test_what_is_no_text_is_an_error_that_says_what_to_do(content):
    with pytest.raises(UndecodableError, match="save the file as UTF-8"):
        decoded(content)


def test_an_empty_file_is_an_empty_text():
    assert decoded(b"") == ""


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("big5", "cp950"),
        ("utf-8", "utf-8"),
        ("utf-8", "gb18030"),
        ("x", "gbk"),
    ],
)
def test_a_page_is_read_as_it_declares_unless_that_cannot_be(declared, encoding):
    page = f'<meta charset="{declared}"><p>梨30筐'
    assert decoded_page(page.encode(encoding)) == page


def test_a_mark_counts_more_than_what_a_page_declares():
    page = '<meta charset="gb2312"><p>梨30筐'
    assert decoded_page(page.encode("utf-8-sig")) == page
