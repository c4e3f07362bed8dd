"""What the parts are called of what a file says of itself."""

from collections.abc import Collection

from xi_data.locale import Translator
from xi_data.record.licence import is_ours


def about_names(t: Translator) -> dict[str, str]:
    """Key of a part to its name, in the order in which they stand."""
    return {
        "title": t("Title"),
        "definition": t("Definition"),
        "headline_numbers": t("Headline numbers"),
        "notes": t("How to read these numbers"),
        "filters": t("Filters"),
        "elsewhere": t("Our sums on other pages"),
        "link": t("Link"),
        "date": t("Date"),
        "source": t("Source article"),
        "source_date": t("Date of the source article"),
        "licence": t("Licence"),
        "version": t("Data version"),
        "citation": t("Citation"),
    }


def licence(t: Translator, bulletins: Collection[str]) -> str:
    """Who may do what with a file about these bulletins."""
    if is_ours(bulletins):
        return t("Data CC BY 4.0; the article’s text belongs to its publisher.")
    return t("The text belongs to its publisher.")
