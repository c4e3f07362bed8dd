"""The text with its highlights, and bringing a text."""
