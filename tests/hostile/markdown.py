"""What of a page's words Streamlit would read as Markdown, and what of that would be obeyed."""

import re
from collections.abc import Iterator
from typing import Any

PLAIN = {
    *("dataframe", "vega_lite_chart", "bidi_component", "code"),  # none of them reads Markdown
    *("selectbox", "multiselect", "text_input", "text_area"),
}
_NO_WORDS = {"alt", "icon", "queryString", "placeholder", "page", "fileName", "mime"}
_OBEYED = re.compile(
    r"!\[|\]\((?!#)|:red\[r\]|:material/(close|home):|\$[xq]|\*\*[bz]\*\*|`c|<img|<b>|&lt;"
    r"|www\.(evil|c)|http://(evil|[ab]\.)|\u202e"
)


def texts(said: Any, key: str = "") -> Iterator[str]:
    """Every string of an element that may be read as Markdown."""
    if isinstance(said, dict):
        for name, one in said.items():
            if name not in _NO_WORDS:
                yield from texts(one, name)
    elif isinstance(said, list):
        for one in said:
            yield from texts(one, key)
    elif isinstance(said, str):
        yield said


def obeyed(shown: list[list[Any]]) -> list[tuple[str, str]]:
    """Kind and text of each element, given with its content, of which a sign would be obeyed."""
    return [
        (kind, text)
        for kind, content in shown
        if kind not in PLAIN
        for text in texts(content)
        if _OBEYED.search(_left(text))
    ]


def _left(markdown: str) -> str:
    """What is left of it for Markdown to obey: what stands behind no backslash or colour."""
    return re.sub(r"\\.", "", re.sub(r":color\[\\?.\]\{\}", "", markdown))
