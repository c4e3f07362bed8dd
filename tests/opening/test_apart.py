"""A file that takes too much is refused, and one that does not is opened as it always is."""

import zlib

import pytest

from tests.opening.made import docx, paragraph, pdf, run
from xi_data.opening import apart
from xi_data.opening.apart import open_apart
from xi_data.opening.files import open_bytes
from xi_data.opening.opened import CannotOpenError

GOOD = pdf([(72, 700, "储备口罩3000只")])


def bomb(stream: bytes) -> bytes:
    """A PDF of one page with this content, packed."""
    packed = zlib.compress(stream, 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"".join(b"%d 0 obj%sendobj\n" % told for told in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize(
    "content", [GOOD, docx(paragraph(run("收梨30筐，😀"))), "收梨30筐".encode()]
)
def test_a_document_is_opened_as_it_always_is(content):
    assert open_apart(content, "a") == open_bytes(content, "a")


@pytest.mark.parametrize("content", [GOOD[:300], docx("<w:p>"), b"\x81", pdf([])])
def test_what_cannot_be_opened_is_told_as_it_always_is(content):
    with pytest.raises(CannotOpenError) as expected:
        open_bytes(content)
    with pytest.raises(CannotOpenError) as told:
        open_apart(content, "a")
    assert str(told.value) == str(expected.value)


def test_a_pdf_of_a_few_kilobytes_that_takes_more_memory_than_it_may_is_refused(monkeypatch):
    monkeypatch.setattr(apart, "MOST_MEMORY", 400_000_000)
    content = bomb(b"BT /F 9 Tf " + b"(12) Tj " * 500_000 + b"ET")
    assert len(content) < 8_000
    with pytest.raises(CannotOpenError, match="more memory or time to open"):
        open_apart(content, "a.pdf")


def test_who_waits_too_long_is_told(monkeypatch):
    monkeypatch.setattr(apart, "_PATIENCE", 0.001)
    with pytest.raises(CannotOpenError, match="more memory or time to open"):
        open_apart(GOOD, "a.pdf")
