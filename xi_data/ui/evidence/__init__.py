"""The evidence of a figure: its card, its page, its citation."""
