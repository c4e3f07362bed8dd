"""A chart as a picture of its own: PNG and SVG that say what they show, and where it is from."""

import html
import re
import textwrap
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from types import ModuleType
from typing import Any

from xi_data.charts.text_size import filled, text_width, wrapped
from xi_data.charts.theme import FONT, LIGHT

WIDTH, SCALE = 900, 2
"""Pixels of a picture from side to side, and how many of a PNG stand for one of them."""

_EDGE = 24  # pixels around everything
_INSIDE = WIDTH - 2 * _EDGE
_FINDING, _SMALL = 20, 13  # pixels: letters of the title, and of all other words
_HEADLINE, _LINE = 26, 18  # pixels from line to line of the title, and of all other words
_SWATCH = 12  # pixels: side of a sample of a colour
_AIR = 18  # pixels between parts
_ADDRESS = 120  # letters of an address in a line

_LATIN = "'Source Sans', 'Source Sans 3', 'Noto Sans', 'Helvetica Neue', Arial, 'Liberation Sans'"
"""Fonts before the theme's where the words are not Chinese: a Chinese font sets wide quotes."""

_OWN_LATIN, _OWN_CHINESE = "Liberation Sans", "Noto Sans SC"
"""Fonts of a PNG on every machine: one comes with the converter, one with a package."""

_BEYOND_LATIN = "\u2460"
"""From here on (numbers in circles, then Chinese) the Latin font has no letters."""

_SVG = "http://www.w3.org/2000/svg"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no SVG can hold. Source: XML 1.0, production 2."""

_BOLDER = 0.04  # of the size of letters: outline of bold ones, for the Chinese font has one weight


@dataclass(frozen=True)
class Picture:
    """A chart with the words that a reader needs who meets it anywhere else.

    spec: Vega-Lite of charts.theme.finished, in the light theme, its data inside. finding: of the
    page. name: what the chart shows. definition: sentences below the name. alt: the chart in words.
    legend: colour (hexadecimal) and meaning of each. keys: sentences that say how to read the
    chart. source: sentences at the foot. link: address of the view. lang: of the words.
    """

    spec: dict[str, Any]
    finding: str
    name: str
    definition: Sequence[str]
    alt: str
    legend: Sequence[tuple[str, str]]
    keys: Sequence[str]
    source: Sequence[str]
    link: str
    lang: str


def svg_bytes(picture: Picture) -> bytes:
    """SVG, UTF-8, WIDTH wide. Text stays text in the theme's fonts: the viewer's draw it."""
    font = FONT if picture.lang == "zh" else f"{_LATIN}, {FONT}"
    return _svg(picture, font).encode()


def png_bytes(picture: Picture) -> bytes:
    """PNG, SCALE pixels for each of the SVG's, drawn in fonts that come with the app.

    What fonts the machine has does not matter: without any, it is the same picture.
    """
    font = _OWN_CHINESE if picture.lang == "zh" else _OWN_LATIN
    return _engine().svg_to_png(_in_own_fonts(_svg(picture, font)), scale=SCALE)


CHART_FORMATS: Mapping[str, tuple[Callable[[Picture], bytes], str]] = {
    "png": (png_bytes, "image/png"),
    "svg": (svg_bytes, "image/svg+xml"),
}
"""Key of a format, which is also the ending of its files, to (function, media type)."""


def _svg(picture: Picture, font: str) -> str:
    # No address is allowed: all data are inside, and nothing may be fetched.
    spec = _without(_NOT_XML, _whole(picture, font))
    drawn = _engine().vegalite_to_svg(spec, allowed_base_urls=[])
    tag, _, rest = drawn.partition(">")
    title, alt = (html.escape(_NOT_XML.sub("�", one)) for one in (picture.finding, picture.alt))
    return f"{tag}><title>{title}</title><desc>{alt}</desc>{rest}"


def _without(signs: re.Pattern[str], part: Any) -> Any:
    """A part of a specification with � for these signs.

    A sign that XML cannot hold makes the converter end the process, and the server with it.
    """
    if isinstance(part, str):
        return signs.sub("�", part)
    if isinstance(part, dict):
        return {key: _without(signs, one) for key, one in part.items()}
    return [_without(signs, one) for one in part] if isinstance(part, list | tuple) else part


def _in_own_fonts(svg: str) -> str:
    """The SVG with a font for each line of text that has all its letters.

    Left to itself the converter takes the first font of the machine that has a missing letter.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)
    for text in root.iter(f"{{{_SVG}}}text"):
        bold = _bold(text.get("font-weight", ""))
        for line in list(text) or [text]:
            if any(letter >= _BEYOND_LATIN for letter in line.text or ""):
                line.set("font-family", _OWN_CHINESE)
            if bold and line.get("font-family", text.get("font-family")) == _OWN_CHINESE:
                size = float(text.get("font-size", "").removesuffix("px"))
                line.set("stroke", text.get("fill", ""))
                line.set("stroke-width", f"{size * _BOLDER:.2f}")
    return ElementTree.tostring(root, encoding="unicode")


def _bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdecimal() and int(weight) >= 600)


@cache
def _engine() -> ModuleType:
    """The converter, with our fonts: an engine of 80 MB, so only where a picture is asked for."""
    import pylopdf_fonts_zh_cn
    import vl_convert

    with as_file(files(pylopdf_fonts_zh_cn)) as folder:
        vl_convert.register_font_directory(str(folder))
    return vl_convert


def _whole(picture: Picture, font: str) -> dict[str, Any]:
    """The chart's spec with a title above and all other words below it.

    Its size is counted out here: what a text takes differs from font to font.
    """
    spec = picture.spec
    config = spec["config"]
    title, above = _above(picture)
    below, bottom = _below(picture, spec["height"] + _AIR)
    return spec | {
        "config": config | {"font": font, "text": config["text"] | {"font": font}},
        "width": _INSIDE,
        "padding": {
            "left": _EDGE,
            "right": _EDGE,
            "top": _EDGE + above,
            "bottom": bottom - spec["height"] + _EDGE,
        },
        "autosize": "none",
        "title": title,
        "layer": [*spec["layer"], *below],
    }


def _above(picture: Picture) -> tuple[dict[str, Any], float]:
    """The title, and the pixels that it takes."""
    finding = wrapped(picture.finding, _INSIDE, _FINDING)
    said = [wrapped(one, _INSIDE, _SMALL) for one in (picture.name, *picture.definition)]
    small = [line for lines in said for line in lines]
    title = {
        "text": finding,
        "subtitle": small,
        "anchor": "start",
        "frame": "group",
        "color": LIGHT.text,
        "subtitleColor": LIGHT.text,
        "fontSize": _FINDING,
        "lineHeight": _HEADLINE,
        "subtitleFontSize": _SMALL,
        "subtitleLineHeight": _LINE,
        "subtitlePadding": _AIR / 2,
        "offset": _AIR,
    }
    return title, _HEADLINE * len(finding) + _LINE * len(small) + _AIR * 1.5


def _below(picture: Picture, y: float) -> tuple[list[dict[str, Any]], float]:
    """Layers from y pixels down (colours, keys, a line, the source), and where they end."""
    layers = []
    if picture.legend:
        samples, y = _samples(picture.legend, y)
        place = {"x": _datum("x"), "y": _datum("y - 10")}
        size = {"x2": _datum(f"x + {_SWATCH}"), "y2": _datum(f"y - 10 + {_SWATCH}")}
        label = {"x": _datum(f"x + {_SWATCH} + 6"), "y": _datum("y"), "text": _datum("label")}
        layers += [_layer(samples, "rect", **place, **size, color=_datum("colour"))]
        layers += [_text(samples, **label)]
    if picture.keys:
        keys = _lines(picture.keys)
        layers += [_text([{}], x=0, y=y + _LINE - 6, text=keys)]
        y += _LINE * len(keys)
    y += _AIR / 2
    layers += [_layer([{}], "rect", x=0, x2=_INSIDE, y=y, y2=y + 1, color=LIGHT.line)]
    source = [*_lines(picture.source), *textwrap.wrap(picture.link, _ADDRESS)]
    layers += [_text([{}], x=0, y=y + _LINE, text=source)]
    return layers, y + _LINE * len(source)


def _samples(legend: Sequence[tuple[str, str]], y: float) -> tuple[list[dict[str, Any]], float]:
    """Where each colour of the legend stands, side by side, and y pixels below the last line."""
    samples, x = [], 0.0
    y += _LINE - 6
    for colour, label in legend:
        wide = _SWATCH + 6 + text_width(label, _SMALL)
        if x and x + wide > _INSIDE:
            x, y = 0.0, y + _LINE
        samples.append({"x": x, "y": y, "colour": colour, "label": label})
        x += wide + _AIR
    return samples, y + _AIR / 2


def _lines(sentences: Sequence[str]) -> list[str]:
    """Sentences in small letters, each beginning a line of its own."""
    return [line for one in sentences for line in filled(one, _INSIDE, _SMALL)]


def _text(rows: list[dict[str, Any]], **mark: Any) -> dict[str, Any]:
    """A layer of small words."""
    words = {"align": "left", "baseline": "alphabetic", "fontSize": _SMALL, "lineHeight": _LINE}
    return _layer(rows, "text", **words, color=LIGHT.muted, **mark)


def _layer(rows: list[dict[str, Any]], mark: str, **options: Any) -> dict[str, Any]:
    """A layer whose marks know their places in pixels, so that it shares no scale."""
    drawn = {"type": mark, "aria": False, **options}
    return {"data": {"values": rows}, "mark": drawn, "encoding": {}}


def _datum(expression: str) -> dict[str, str]:
    return {"expr": f"datum.{expression}"}
