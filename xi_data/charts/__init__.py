"""Rows to charts: each function returns an Altair chart; alt text is made from the same rows."""
