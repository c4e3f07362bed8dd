"""Headline numbers, chart beside card, table, sums, notes, and an empty result."""
