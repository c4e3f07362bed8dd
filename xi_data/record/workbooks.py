"""How every workbook that we write treats its cells."""

OPTIONS = {
    "in_memory": True,
    # A cell is what its type says: text that looks like a formula or a link stays text.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}
"""Options of xlsxwriter.Workbook."""
