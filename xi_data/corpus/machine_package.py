"""A package of bulletins as a machine read them: the tables of data/, nothing reviewed."""

from collections.abc import Iterable

from xi_data.corpus.bulletin import Bulletin
from xi_data.corpus.figures import excused_of, figures_of
from xi_data.corpus.package import Rows, package_bytes, text_file
from xi_data.corpus.rows import bulletin_row, free_key, line_rows
from xi_data.locale import translator
from xi_data.record.figures import row_of


class NothingReadError(ValueError):
    """No file could be read, and a package holds one bulletin at least."""


def machine_package_bytes(bulletins: Iterable[Bulletin], with_texts: bool = False) -> bytes:
    """The package as a zip file; the same bulletins give the same bytes.

    with_texts: whether the text of each stands in texts/, named by its key. Raises
    NothingReadError.
    """
    rows: Rows = {}
    texts: dict[str, bytes] = {}
    keys: list[str] = []
    for bulletin in bulletins:
        key = free_key(bulletin, keys)
        keys.append(key)
        rows.setdefault("bulletins", []).append(tuple(bulletin_row(bulletin, key).values()))
        rows.setdefault("paragraphs", []).extend(line_rows(bulletin.opened.text, key))
        rows.setdefault("figures", []).extend(map(row_of, figures_of(bulletin, key)))
        rows.setdefault("excused_numerals", []).extend(map(row_of, excused_of(bulletin, key)))
        if with_texts:
            texts |= text_file(key, bulletin.opened.text)
    if not keys:
        raise NothingReadError("no file was read: there is nothing to make a package of")
    t = translator("en")
    return package_bytes(rows, keys, t("Figures read by machine, not reviewed"), texts)
