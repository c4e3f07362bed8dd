"""A figure as a reader would cite it, in a sentence, as BibTeX and as CSL-JSON; a sum of ours."""

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from xi_data.locale import Translator
from xi_data.record.version import version
from xi_data.sums import Ratio, Total
from xi_data.wording import formula, result

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

    value: with hedge and unit, in words. unreviewed: that no person has read it, in words, or "".
    bulletin: its row, labels in one language; its title is
    ours where the text prints none. accessed: the day on which the link was read.
    """

    figure_id: str
    value: str
    label: str
    mention: str
    paragraph: int
    unreviewed: str
    bulletin: Mapping[str, Any]
    version: str
    link: str
    accessed: datetime.date

    @property
    def key(self) -> str:
        """Key of bulletin and figure: of the bulletin alone where it is not the default one."""
        bulletin_id = self.bulletin["bulletin_id"]
        if bulletin_id == version().bulletin:
            return self.figure_id
        return f"{bulletin_id}:{self.figure_id}"

    @property
    def published(self) -> datetime.date | None:
        """The day of publication, where the bulletin gives one: a date in its text is none."""
        day = self.bulletin["published"]
        return None if pd.isna(day) else day


def source(t: Translator, bulletin: Mapping[str, Any]) -> str:
    """A bulletin as a reader would cite it; of a title that is ours it says so."""
    title = bulletin["title"]
    if bulletin["our_title"]:
        title = t("{title} (our title)", title=title)
    said = dict(title=title, place=bulletin["place"], date=_dated(t, bulletin))
    if not bulletin["publisher_printed"]:
        return t("{title}, {place}, {date}", **said)
    return t(
        "{publisher}: {title}, {place}, {date}", publisher=bulletin["publisher_printed"], **said
    )


def _dated(t: Translator, bulletin: Mapping[str, Any]) -> str:
    """The day of publication; without one that it is undated, and the latest date in the text."""
    if not pd.isna(bulletin["published"]):
        return t.date(bulletin["published"])
    if pd.isna(bulletin["latest_date"]):
        return t("undated")
    return t("undated (latest date in the text: {date})", date=t.date(bulletin["latest_date"]))


def plain(t: Translator, cited: Citation) -> str:
    """A sentence with the figure's words, its place, the version of the data and the address."""
    return t(
        "{source}. {value}: {label} (given as “{mention}”, paragraph {paragraph}; figure "
        "{key}{mark}). Xi County Response Explorer, data version {version}. {link} (accessed "
        "{date})",
        source=source(t, cited.bulletin),
        value=cited.value,
        label=cited.label,
        mention=cited.mention,
        paragraph=cited.paragraph,
        key=cited.key,
        mark=_mark(t, cited.unreviewed),
        version=cited.version,
        link=cited.link,
        date=t.date(cited.accessed),
    )


def of_sum(
    t: Translator,
    bulletin: Mapping[str, Any],
    label: str,
    computed: Total | Ratio,
    *,
    unreviewed: str,
    version: str,
    link: str,
    accessed: datetime.date,
) -> str:
    """A sentence with what we computed, how, and the address of the view that shows its parts.

    unreviewed: that no person has read some of them, in words, or "".
    """
    if isinstance(computed, Ratio):
        how = t("computed from two figures: {formula}", formula=formula(t, computed))
    else:
        how = t(
            "sum of {number} figures: {formula}",
            number=t.number(len(computed.figures)),
            formula=formula(t, computed),
        )
    return t(
        "{source}. Σ {value}: {label} (our calculation, not in the article; {how}{mark}). Xi "
        "County Response Explorer, data version {version}. {link} (accessed {date})",
        source=source(t, bulletin),
        value=result(t, computed),
        label=label,
        how=how,
        mark=_mark(t, unreviewed),
        version=version,
        link=link,
        date=t.date(accessed),
    )


def bibtex(t: Translator, cited: Citation) -> str:
    """An entry @misc whose key is the figure's; BibTeX and BibLaTeX read it."""
    fields = {
        "author": f"{{{_escaped(_author(cited))}}}",
        "title": f"{{{_escaped(_title(t, cited))}}}",
        **({"year": f"{day.year}", "month": f"{day.month}"} if (day := cited.published) else {}),
        "howpublished": _escaped(source(t, cited.bulletin)),
        "note": _escaped(
            t("{app}, data version {version}", app=_app(t), version=cited.version)
            + _mark(t, cited.unreviewed)
        ),
        "language": cited.bulletin["language"],
        "url": re.sub(r"[{}\\]", _percent, cited.link),
        "urldate": cited.accessed.isoformat(),
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
        **({"issued": _date_parts(day)} if (day := cited.published) else {}),
        "accessed": _date_parts(cited.accessed),
        "source": source(t, cited.bulletin),
        "container-title": _app(t),
        "version": cited.version,
        **({"note": cited.unreviewed} if cited.unreviewed else {}),
        "language": cited.bulletin["language"],
        "URL": cited.link,
    }
    return json.dumps([item], ensure_ascii=False, indent=2)


def _mark(t: Translator, unreviewed: str) -> str:
    return unreviewed and t("; {mark}", mark=unreviewed)


def _date_parts(day: datetime.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


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
