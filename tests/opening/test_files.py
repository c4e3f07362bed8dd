"""Files to their text, whatever they are, and back from the text to page and cell."""

import io
import time
from contextlib import nullcontext

import pytest

from tests.opening.made import docx, paragraph, pdf, run, table
from xi_data.opening import files
from xi_data.opening.files import open_bytes, open_file
from xi_data.opening.opened import CannotOpenError, Opened

PAGE = """<!DOCTYPE html><html><head><title>林河乡
 情况通报</title><meta name="PubDate" content="2021-3-4 10:00"><style>p {color: red}</style></head>
<body><nav>首页 3</nav><h1>情况通报</h1>
<p>共收到口罩&#49;200只&mdash;面积106m<sup>2</sup>，分给
三个村。<p hidden>隐藏5箱</p><p style="display: none">不显示6箱</p>
<ul><li>梨<b>3</b>0筐<li>枣8筐</ul>
<table><caption>物资表</caption>
<tr><th rowspan=2>物资<th colspan=2>数量</tr><tr><th>储备（只）<th>订购（只）</tr>
<tr><td><p>口罩</p><td>1200<td>30</table><script>var five = 5;</script></body></html>"""
ROWS = "物资\t数量\n\t储备（只）\t订购（只）\n口罩\t1200\t30"


def cells(opened: Opened) -> dict[str, tuple[int, int, int]]:
    """Words of each cell to its table, row and column."""
    return {
        opened.text[one.start : one.end]: (one.table, one.row, one.column) for one in opened.origins
    }


def test_a_page_is_its_paragraphs_items_and_tables_and_nothing_that_is_not_shown():
    opened = open_bytes(PAGE.encode("gb18030"))
    assert opened.text.split("\n", 6) == [
        *("情况通报", "共收到口罩1200只—面积106m²，分给三个村。", "梨30筐", "枣8筐", "物资表"),
        *ROWS.split("\n", 1),
    ]
    assert (opened.title, opened.published) == ("林河乡情况通报", "2021-03-04")
    assert cells(opened)["1200"] == (1, 3, 2)
    assert cells(opened)["订购（只）"] == (1, 2, 3)


def test_a_place_in_the_text_leads_back_to_its_cell():
    opened = open_bytes(PAGE.encode())
    assert opened.origin(opened.text.index("200\t30")).row == 3
    assert opened.origin(opened.text.index("1200只")) is None


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<body>站名2<main><p>梨3筐</main>脚注4", "梨3筐"),
        ("<body>站名2<article><p>梨3筐</article>脚注4", "梨3筐"),
        ("<html><article>梨3筐</article><article>枣5筐</article>", "梨3筐\n枣5筐"),
        ("<html>共120<sup>3</sup>人", "共120³人"),
        ("<html><pre>梨\t3\n枣\t5</pre>", "梨\t3\n枣\t5"),
        (
            "<html><table><tr><td>栏目<td><p>甲3个。<p>乙4个。<p>丙5个。</table>",
            "栏目\n甲3个。\n乙4个。\n丙5个。",
        ),
        ("<html><table><tr><td>外<td><table><tr><td>梨<td>3</table></table>", "外\n梨\t3"),
        ("<html>原有<del>3</del><ins>5</ins>筐", "原有5筐"),
        ("<html>", ""),
    ],
)
def test_what_html_says_of_itself_decides(markup, text):
    assert open_bytes(markup.encode()).text == text


def test_html_that_begins_like_plain_text_is_known_by_its_name():
    assert open_bytes("<p>梨3筐".encode(), "a.HTM").text == "梨3筐"
    assert open_bytes("<p>梨3筐".encode(), "a.txt").text == "<p>梨3筐"


@pytest.mark.parametrize("start", ["<!--", "<a ", "&", "<", "<p hidden>", "<sup>"])
def test_a_hostile_page_takes_no_longer_than_its_length(start):
    begun = time.perf_counter()
    deep = pytest.raises(CannotOpenError, match="one within the other")
    with deep if start == "<sup>" else nullcontext():
        open_bytes(b"<html>" + start.encode() * (300_000 // len(start)))
    assert time.perf_counter() - begun < 20  # minutes, where a parser looks ahead at each sign


BODY = (
    paragraph(
        run("收梨"),
        "<w:del><w:r><w:delText>30</w:delText></w:r></w:del>",
        f"<w:ins>{run('50')}</w:ins>",
        run("筐"),
    )
    + f"<w:sdt><w:sdtContent>{paragraph(run('枣8'), run('筐'))}</w:sdtContent></w:sdt>"
    + table(["物资", "数量（只）"], ["口罩", "1200"])
)


def test_a_word_file_is_its_final_text_with_controls_and_tables():
    opened = open_bytes(docx(BODY))
    assert opened.text == "收梨50筐\n枣8筐\n物资\t数量（只）\n口罩\t1200"
    assert cells(opened)["1200"] == (1, 2, 2)


FULL = "林河乡共发放口罩，又发放酒精和手套，再发放测温仪1"
FIRST = [
    *((104, 760, FULL), (72, 736, "2000只。"), (104, 712, "另收梨30筐"), (104, 688, "枣8筐")),
    (280, 40, "- 1 -"),
]
SECOND = [
    *((72, 760, "物资"), (240, 760, "数量（只）"), (72, 736, "口罩"), (240, 736, "300")),
    (280, 40, "- 2 -"),
]


def test_a_pdf_is_its_paragraphs_and_rows_and_no_number_is_cut_in_two():
    opened = open_bytes(pdf(FIRST, SECOND))
    assert opened.text == (f"{FULL}2000只。\n另收梨30筐\n枣8筐\n物资\t数量（只）\n口罩\t300")
    assert [opened.origin(opened.text.index(words)).page for words in ("2000", "300")] == [1, 2]
    assert opened.warnings == ()


def test_a_page_without_text_is_told():
    assert open_bytes(pdf(FIRST, [])).warnings == ("no text on pages 2: pictures?",)


BOMB = {"word/media/a.xml": b"0" * 120_000_000}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (pdf([]), "no text layer: its 1 pages are pictures"),
        (pdf(FIRST)[:300], "is a PDF that is broken"),
        (b"PK\x03\x04" + b"0" * 40, "is a .docx that is broken"),
        (docx("<w:p>"), "is a .docx that is broken"),
        (docx("", opening="<!DOCTYPE a>"), "declares entities"),
        (docx("", opening=f"<!--{' ' * 20_000}--><!DOCTYPE a>"), "declares entities"),
        (docx("", more={"a.xml": "<!ENTITY a 'b'>".encode("utf-16")}), "declares entities"),
        (docx("<w:p/>" * 150_000), "more than 150,000 elements; split it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx without one"),
        (b"\x89PNG\r\n", "is a picture; run OCR on it"),
        (b"\x81", "save the file as UTF-8"),
    ],
)
def test_what_cannot_be_opened_says_why_and_what_to_do(content, message):
    with pytest.raises(CannotOpenError, match=message.replace("(", r"\(")):
        open_bytes(content)


def test_what_is_too_large_is_refused_before_it_is_unpacked():
    with pytest.raises(CannotOpenError, match="unpacks to 4 parts of 120,0"):
        open_bytes(docx("", more=BOMB))
    with pytest.raises(CannotOpenError, match="larger than 20 MB"):
        open_bytes(b"0" * 20_000_001)
    with pytest.raises(CannotOpenError, match="2,000,001 characters"):
        open_bytes(b"0" * 2_000_001)


def test_a_pdf_with_a_password_says_so(monkeypatch):
    encrypted = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (
        b"00" * 32,
        b"11" * 32,
    )
    with pytest.raises(CannotOpenError, match="needs a password"):
        open_bytes(pdf(FIRST, trailer=encrypted))


def test_plain_text_stays_as_it_is(tmp_path, monkeypatch):
    text = "河東收梨30筐，\r\n收棗8筐。"
    file = tmp_path / "bulletin.txt"
    file.write_bytes(text.encode())
    assert open_file(str(file)) == Opened(text, plain=True)
    stream = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + text.encode()))
    monkeypatch.setattr(files.sys, "stdin", stream)
    assert open_file("-").text == text
    with pytest.raises(FileNotFoundError):
        open_file(str(tmp_path / "nowhere.txt"))
