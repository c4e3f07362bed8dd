"""Questions in SQL to begin with: two of any table, more of those that are asked most."""

from xi_data.locale import Translator

Example = tuple[str, str]
"""What it asks, in words, and the SQL."""


def examples(t: Translator, table: str) -> list[Example]:
    """Of a table, the telling ones first."""
    return [
        *_telling(t).get(table, []),
        (t("The first rows"), f"FROM {table}\nLIMIT 20"),
        (t("What its columns contain"), f"SUMMARIZE {table}"),
    ]


def _telling(t: Translator) -> dict[str, list[Example]]:
    """Table to its examples; labels are asked for in the reader's language."""
    lang = t.lang
    by_unit = (
        f"SELECT units.label_{lang} AS unit, count(*) AS figures\n"
        "FROM figures\nJOIN units USING (unit)\nGROUP BY ALL\nORDER BY figures DESC"
    )
    by_date = (
        "SELECT as_of, count(*) AS figures\nFROM figures\nWHERE as_of IS NOT NULL\n"
        "GROUP BY as_of\nORDER BY as_of"
    )
    by_topic = (
        f"SELECT topic_label_{lang} AS topic, count(*) AS figures\nFROM described_figures\n"
        "GROUP BY ALL\nORDER BY figures DESC"
    )
    largest = (
        f"SELECT label_{lang} AS label, mention, value, unit_label_{lang} AS unit\n"
        "FROM described_figures\nWHERE value IS NOT NULL\nORDER BY value DESC\nLIMIT 20"
    )
    related = (
        "SELECT relation, basis, count(*) AS pairs\nFROM relations\nGROUP BY ALL\nORDER BY ALL"
    )
    by_paragraph = (
        "SELECT 'paragraph ' || paragraph AS paragraph, figures\nFROM described_paragraphs\n"
        "WHERE figures > 0\nORDER BY described_paragraphs.paragraph"
    )
    return {
        "figures": [(t("Figures by unit"), by_unit), (t("Figures by date"), by_date)],
        "described_figures": [
            (t("Figures by topic"), by_topic),
            (t("The largest numbers"), largest),
        ],
        "relations": [(t("Relations by kind and basis"), related)],
        "described_paragraphs": [(t("Figures by paragraph"), by_paragraph)],
    }
