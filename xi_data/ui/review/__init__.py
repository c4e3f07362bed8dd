"""Bulletins of a visitor: bringing them, reviewing what the reading program proposes."""
