"""Chinese words in an English page, which say what language they are in: for a screen reader."""

from pathlib import Path

WORDS = Path(__file__).with_name("words.js").read_text(encoding="utf-8")
"""JavaScript of words(parent, text, lang), which appends a text to an element."""
