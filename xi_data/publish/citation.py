"""A figure as a reader would cite it: in a sentence, as BibTeX and as CSL-JSON."""

import datetime
import json
import re
from dataclasses import dataclass

from xi_data.locale import Translator

_BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {sign: rf"\{sign}" for sign in "&%$#_"}
"""Signs that mean something to BibTeX, and how each is written."""


@dataclass(frozen=True)
class Citation:
    """One printed figure, with the article that prints it.

    value: with hedge and unit, in words. title and place are ours, for the article prints none;
    month: a day in the month of the latest date that it prints. language: of the article.
    """

    figure_id: str
    value: str
    label: str
    mention: str
    paragraph: int
    publisher: str
    title: str
    place: str
    month: datetime.date
    language: str
    version: str
    link: str


def source(t: Translator, publisher: str, title: str, place: str, month: datetime.date) -> str:
    """The article as a reader would cite it; the title in brackets is ours, for it prints none."""
    return t(
        "{publisher}: [{title}], {place}, {month}",
        publisher=publisher,
        title=title,
        place=place,
        month=t.month(month),
    )


def plain(t: Translator, cited: Citation) -> str:
    """A sentence with the figure's words, its place, the version of the data and the address."""
    return t(
        "{source}. {value}: {label} (printed “{mention}”, paragraph {paragraph}; figure {key}). "
        "Xi County Response Explorer, data version {version}. {link}",
        source=source(t, cited.publisher, cited.title, cited.place, cited.month),
        value=cited.value,
        label=cited.label,
        mention=cited.mention,
        paragraph=cited.paragraph,
        key=cited.figure_id,
        version=cited.version,
        link=cited.link,
    )


def bibtex(t: Translator, cited: Citation) -> str:
    """An entry @misc whose key is the figure's; BibTeX and BibLaTeX read it."""
    fields = {
        "author": f"{{{_escaped(cited.publisher)}}}",
        "title": f"{{{_escaped(_title(t, cited))}}}",
        "year": str(cited.month.year),
        "month": str(cited.month.month),
        "howpublished": _escaped(_source(t, cited)),
        "note": _escaped(t("{app}, data version {version}", app=_app(t), version=cited.version)),
        "language": cited.language,
        "url": re.sub(r"[{}\\]", _percent, cited.link),
    }
    written = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{cited.figure_id},", *written, "}"])


def csl_json(t: Translator, cited: Citation) -> str:
    """A list of one item of the Citation Style Language, as reference managers import it."""
    item = {
        "id": cited.figure_id,
        "type": "dataset",
        "title": _title(t, cited),
        "author": [{"literal": cited.publisher}],
        "issued": {"date-parts": [[cited.month.year, cited.month.month]]},
        "source": _source(t, cited),
        "container-title": _app(t),
        "version": cited.version,
        "language": cited.language,
        "URL": cited.link,
    }
    return json.dumps([item], ensure_ascii=False, indent=2)


def _title(t: Translator, cited: Citation) -> str:
    return t(
        "{value}: {label} (printed “{mention}”, paragraph {paragraph})",
        value=cited.value,
        label=cited.label,
        mention=cited.mention,
        paragraph=cited.paragraph,
    )


def _source(t: Translator, cited: Citation) -> str:
    return source(t, cited.publisher, cited.title, cited.place, cited.month)


def _app(t: Translator) -> str:
    return t("Xi County Response Explorer")


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(character, character) for character in " ".join(text.split()))


def _percent(sign: re.Match) -> str:
    return f"%{ord(sign[0]):02X}"
