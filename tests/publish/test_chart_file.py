"""A chart as a picture: what it says, in which fonts, and that it is made from what it is given."""

import dataclasses
import os
import pickle
import socket
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zlib
from functools import cache

import pytest

from tests.three_bulletins import SHIPPED
from xi_data.charts.breakdown import breakdown
from xi_data.charts.spec import vega_lite
from xi_data.charts.theme import LIGHT
from xi_data.locale import LANGUAGES, translator
from xi_data.publish import chart_file
from xi_data.publish.chart_file import (
    CHART_FORMATS,
    SCALE,
    WIDTH,
    Picture,
    png_bytes,
    svg_bytes,
)
from xi_data.views import rows

SVG = "{http://www.w3.org/2000/svg}"
UNASSIGNED = "\u0378"
LETTER = (
    f'<svg xmlns="{SVG[1:-1]}" width="32" height="32">'
    '<text y="24" font-size="24px" font-family="Liberation Sans">{}</text></svg>'
)

NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir></fontconfig>"""
DRAWN = "import pickle, sys; from xi_data.publish.chart_file import png_bytes; " + (
    "sys.stdout.buffer.write(png_bytes(pickle.load(sys.stdin.buffer)))"
)


@pytest.fixture(scope="module", params=LANGUAGES)
def picture(request, connection) -> Picture:
    """The closures, with words that are not the app's."""
    t = translator(request.param)
    closures = rows.closures(connection, SHIPPED, t.lang)
    return Picture(
        spec=vega_lite(breakdown(closures, t, LIGHT, selected="")),
        finding="351 <venues> & “more”",
        name="Number of venues, 隰县",
        definition=["By type, in an article of long ago. " * 5],
        alt="Bars <of venues>",
        legend=[("#123456", f"colour {number}") for number in range(20)],
        keys=["Hatched: several kinds. " * 12],
        source=["Source: 臨汾新聞網", "CC BY 4.0"],
        link=f"https://example.org/closures?{'group=leisure&' * 20}lang=zh",
        lang=t.lang,
    )


@pytest.fixture(scope="module")
def svg(picture) -> bytes:
    """It, drawn once."""
    return svg_bytes(picture)


@pytest.fixture(scope="module")
def png(picture) -> bytes:
    """It, drawn once."""
    return png_bytes(picture)


@cache
def draws(letter: str) -> bool:
    """Whether a PNG shows the letter; on a machine with fonts, perhaps in one of those.

    One without a font looks as a code point without a character does: empty, or a box.
    """
    return _drawn(letter) != _drawn(UNASSIGNED)


def _drawn(letter: str) -> bytes:
    svg = chart_file._in_own_fonts(LETTER.format(letter))
    return chart_file._engine().svg_to_png(svg)


def said(content: bytes) -> str:
    """All words of an SVG, without the spaces that lines are broken at."""
    texts = ElementTree.fromstring(content).iter(f"{SVG}text")
    return "".join("".join(text.itertext()) for text in texts).replace(" ", "")


def size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


def pixels(png: bytes) -> bytes:
    """The lines of pixels as PNG filters them."""
    packed, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    return zlib.decompress(packed)


def test_an_svg_says_everything_as_text(picture, svg):
    words = said(svg)
    lines = [picture.finding, picture.name, *picture.definition, *picture.keys, *picture.source]
    lines += [picture.link, *(label for _, label in picture.legend)]
    assert [line for line in lines if line.replace(" ", "") not in words] == []


def test_an_svg_has_the_pages_alternative_text_and_fonts(picture, svg):
    root = ElementTree.fromstring(svg)
    assert root.find(f"{SVG}title").text == picture.finding
    assert root.find(f"{SVG}desc").text == picture.alt
    fonts = {one.get("font-family") for one in root.iter(f"{SVG}text")}
    assert len(fonts) == 1
    assert "'Noto Sans CJK SC', 'Source Han Sans SC'" in fonts.pop()


def test_every_word_lies_inside(picture, svg):
    """Lines are broken before the edge; where each begins is the picture's own doing."""
    root = ElementTree.fromstring(svg)
    assert root.get("width") == str(WIDTH)
    foot = [one for one in root.iter(f"{SVG}text") if "CC BY" in "".join(one.itertext())]
    assert len(foot[0]) > len(picture.source), "a long address takes several lines"
    longest = max(len(line.text) for text in root.iter(f"{SVG}text") for line in text)
    assert longest < 140


def test_a_png_is_two_pixels_for_one_and_not_blank(svg, png):
    height = float(ElementTree.fromstring(svg).get("height"))
    assert size(png) == (SCALE * WIDTH, round(SCALE * height))
    assert len(set(pixels(png))) > 100


@pytest.mark.parametrize("name", CHART_FORMATS)
def test_the_same_picture_gives_the_same_bytes(picture, svg, png, name):
    write, _ = CHART_FORMATS[name]
    assert write(dataclasses.replace(picture)) == {"svg": svg, "png": png}[name]


def test_other_words_give_another_picture(picture, png):
    other = dataclasses.replace(picture, finding=picture.finding.replace("351", "352"))
    assert png_bytes(other) != png


@pytest.mark.parametrize("letter", "A9Σ≥≈–“”×→·①隰县疫情应对数据库臨汾新聞網")
def test_a_letter_is_drawn_and_not_boxed(letter):
    assert draws(letter)


def test_two_characters_without_a_difference_in_code_look_different(picture):
    """Were both boxes, the pictures would be the same."""
    two = [dataclasses.replace(picture, name=name) for name in ("县", "隰")]
    first, second = map(png_bytes, two)
    assert first != second


def test_a_machine_without_fonts_draws_the_same_picture(picture, png, tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text(NO_FONTS.format(folder=tmp_path), encoding="utf-8")
    drawn = subprocess.run(
        [sys.executable, "-c", DRAWN],
        env={**os.environ, "FONTCONFIG_FILE": str(config), "HOME": str(tmp_path)},
        input=pickle.dumps(picture),
        capture_output=True,
        check=True,
    )
    assert drawn.stdout == png


def test_bold_chinese_is_bolder(picture):
    plain, bold = (
        dataclasses.replace(picture, spec=picture.spec | {"layer": [words]})
        for words in (
            {"data": {"values": [{}]}, "mark": {"type": "text", "text": "隰县", **weight}}
            for weight in ({}, {"fontWeight": "bold"})
        )
    )
    assert png_bytes(plain) != png_bytes(bold)


def test_nothing_is_fetched(picture):
    """A spec that names an address is refused, and nobody is asked."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/rows.json"
        layer = {"data": {"url": address}, "mark": "point", "encoding": {}}
        spec = picture.spec | {"layer": [*picture.spec["layer"], layer]}
        with pytest.raises(ValueError, match="rows.json"):
            svg_bytes(dataclasses.replace(picture, spec=spec))
        listening.settimeout(0.2)
        with pytest.raises(TimeoutError):
            listening.accept()


SIGNS = '</title><script>x</script><image href="http://a.example/i.png"/>]]>&bomb;"\' onload=x '
BEYOND_XML = "\x00\x07\x1b\ud800\ufffe\uffff\u202e"


def test_words_are_words_in_a_picture_also_those_that_xml_cannot_hold(picture):
    bad = f"口罩{SIGNS}{BEYOND_XML}"
    spec = dict(picture.spec, description=bad)
    worse = dataclasses.replace(
        picture,
        spec=spec,
        finding=bad,
        name=bad,
        definition=[bad],
        alt=bad,
        legend=[("#123456", bad)],
        keys=[bad],
        source=[bad],
        link=f"https://example.org/{bad}",
    )
    svg = svg_bytes(worse)
    root = ElementTree.fromstring(svg)
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert not tags & {"script", "image", "a", "foreignObject", "use", "style", "iframe"}
    names = {name for one in root.iter() for name in one.attrib}
    assert not [name for name in names if name.startswith("on") or name.endswith("href")]
    assert "</title><script>" in "".join(root.itertext())
    assert png_bytes(worse).startswith(b"\x89PNG")
