"""The README of a package, in the reader's language."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from xi_data.locale import Translator, translator
from xi_data.publish.about_names import about_names
from xi_data.publish.descriptors import Resource
from xi_data.publish.download import Download


def readme(download: Download, resources: Sequence[Resource]) -> str:
    """Markdown: what the view is, its files with their rows, and what every column means."""
    t = translator(download.lang)
    return "\n".join([*_opening(t, download), *_files(t, resources), *_dictionary(t, resources)])


def _opening(t: Translator, download: Download) -> Iterator[str]:
    about = download.about
    yield f"# {_literal(about['title'])}\n"
    for key, name in about_names(t).items():
        if key != "title" and about.get(key):
            yield f"- {t.pair(name, _with_address(about[key], about.get('link', '')))}"
    yield ""


def _with_address(text: str, link: str) -> str:
    """Words as they are; the view's own address in them can be followed."""
    if not link:
        return _literal(text)
    return _address(link).join(map(_literal, text.split(link)))


def _files(t: Translator, resources: Sequence[Resource]) -> Iterator[str]:
    yield f"## {t('Files')}\n"
    yield f"| {t('File')} | {t('Rows')} | {t('What the table contains')} |"
    yield "|---|---|---|"
    for one in resources:
        yield f"| {one.path} | {t.number(one.rows)} | {_cell(one.description)} |"
    others = {
        "datapackage.json": t("The tables, their columns and keys, as a Data Package"),
        "croissant.json": t("The same for machine learning, as Croissant"),
        "CITATION.cff": t("How to cite this view"),
        "query.sql": t("SQL that gives the view’s rows in the DuckDB file on the About page"),
        "version.toml": t("Version, date and schema of the data"),
    }
    for path, meaning in others.items():
        yield f"| {path} | | {meaning} |"
    yield ""


def _dictionary(t: Translator, resources: Sequence[Resource]) -> Iterator[str]:
    yield f"## {t('Dictionary')}\n"
    for one in resources:
        yield f"### {one.path}\n"
        yield f"| {t('Column')} | {t('Type')} | {t('Meaning')} |"
        yield "|---|---|---|"
        yield from (f"| {name} | {kind} | {_cell(said)} |" for name, kind, _, said in one.fields)
        yield ""


_OBEYED = re.compile(
    r"[\\`*_\[\]<>|~&$!#]"  # marks of Markdown, wherever they stand
    r"|(?<=http):|(?<=https):|(?<=ftp):|(?<=www)\.|@",  # an address without any mark
    re.IGNORECASE,
)
"""What makes more of words than words. Source: GitHub Flavored Markdown, sections 2.4 and 6.9."""


def _literal(text: str) -> str:
    """Words from anywhere on one line: no sign of theirs is obeyed."""
    shown = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))
    return _OBEYED.sub(r"\\\g<0>", shown)


def _address(link: str) -> str:
    """An address as a link to itself; nothing in it ends the link or is read as Markdown."""
    return f"<{quote(link, safe=':/?#@&=+,;%.~-', errors='replace')}>"


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")
