"""The README of a package, in the reader's language."""

from collections.abc import Iterator, Mapping, Sequence

from xi_data.locale import Translator, translator
from xi_data.publish.descriptors import Resource
from xi_data.publish.download import Context


def readme(about: Mapping[str, str], context: Context, resources: Sequence[Resource]) -> str:
    """Markdown: what the view is, its files with their rows, and what every column means.

    about: as in Download; its first entry, the title, becomes the heading.
    """
    t = translator(context.lang)
    return "\n".join([*_opening(t, about), *_files(t, resources), *_dictionary(t, resources)])


def _opening(t: Translator, about: Mapping[str, str]) -> Iterator[str]:
    (_, title), *facts = about.items()
    yield f"# {title}\n"
    yield from (f"- {t.pair(name, words)}" for name, words in facts if words)
    yield ""


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


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("\n", " ")
