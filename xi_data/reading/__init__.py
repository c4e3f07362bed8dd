"""From a bulletin's words to figures. Pure Python, offline."""
