"""A figure as a reader would cite it: in a sentence, as BibTeX and as CSL-JSON."""

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from xi_data.locale import Translator
from xi_data.record.version import version

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
    """One printed figure, with the bulletin that prints it.

    value: with hedge and unit, in words. bulletin: its row, labels in one language; its title is
    ours where the text prints none.
    """

    figure_id: str
    value: str
    label: str
    mention: str
    paragraph: int
    bulletin: Mapping[str, Any]
    version: str
    link: str

    @property
    def key(self) -> str:
        """Key of bulletin and figure: of the bulletin alone where it is not the default one."""
        bulletin_id = self.bulletin["bulletin_id"]
        if bulletin_id == version().bulletin:
            return self.figure_id
        return f"{bulletin_id}:{self.figure_id}"

    @property
    def month(self) -> datetime.date | None:
        """A day in the month of the latest date that the bulletin prints, if it prints any."""
        day = self.bulletin["latest_date"]
        return None if pd.isna(day) else day


def source(t: Translator, bulletin: Mapping[str, Any]) -> str:
    """A bulletin as a reader would cite it; the title in brackets is ours."""
    said = dict(title=bulletin["title"], place=bulletin["place"])
    if not bulletin["publisher_printed"] or pd.isna(bulletin["latest_date"]):
        return t("{title} (our title), {place}", **said)
    return t(
        "{publisher}: {title} (our title), {place}, {month}",
        publisher=bulletin["publisher_printed"],
        month=t.month(bulletin["latest_date"]),
        **said,
    )


def plain(t: Translator, cited: Citation) -> str:
    """A sentence with the figure's words, its place, the version of the data and the address."""
    return t(
        "{source}. {value}: {label} (given as “{mention}”, paragraph {paragraph}; figure "
        "{key}). Xi County Response Explorer, data version {version}. {link}",
        source=source(t, cited.bulletin),
        value=cited.value,
        label=cited.label,
        mention=cited.mention,
        paragraph=cited.paragraph,
        key=cited.key,
        version=cited.version,
        link=cited.link,
    )


def bibtex(t: Translator, cited: Citation) -> str:
    """An entry @misc whose key is the figure's; BibTeX and BibLaTeX read it."""
    fields = {
        "author": f"{{{_escaped(_author(cited))}}}",
        "title": f"{{{_escaped(_title(t, cited))}}}",
        **({"year": f"{day.year}", "month": f"{day.month}"} if (day := cited.month) else {}),
        "howpublished": _escaped(source(t, cited.bulletin)),
        "note": _escaped(t("{app}, data version {version}", app=_app(t), version=cited.version)),
        "language": cited.bulletin["language"],
        "url": re.sub(r"[{}\\]", _percent, cited.link),
    }
    written = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{cited.key},", *written, "}"])


def csl_json(t: Translator, cited: Citation) -> str:
    """A list of one item of the Citation Style Language, as reference managers import it."""
    item = {
        "id": cited.key,
        "type": "dataset",
        "title": _title(t, cited),
        "author": [{"literal": _author(cited)}],
        **({"issued": {"date-parts": [[day.year, day.month]]}} if (day := cited.month) else {}),
        "source": source(t, cited.bulletin),
        "container-title": _app(t),
        "version": cited.version,
        "language": cited.bulletin["language"],
        "URL": cited.link,
    }
    return json.dumps([item], ensure_ascii=False, indent=2)


def _title(t: Translator, cited: Citation) -> str:
    return t(
        "{value}: {label} (given as “{mention}”, paragraph {paragraph})",
        value=cited.value,
        label=cited.label,
        mention=cited.mention,
        paragraph=cited.paragraph,
    )


def _author(cited: Citation) -> str:
    """The publisher as printed; without one, the bulletin's title."""
    return cited.bulletin["publisher_printed"] or cited.bulletin["title"]


def _app(t: Translator) -> str:
    return t("Xi County Response Explorer")


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(character, character) for character in " ".join(text.split()))


def _percent(sign: re.Match) -> str:
    return f"%{ord(sign[0]):02X}"
