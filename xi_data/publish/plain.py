"""Words of a page without the signs of Markdown that set them there."""

import re

_badge = re.compile(r":[a-z-]+\[([^\]]*)\]")


def unmarked(text: str) -> str:
    """The words alone: badges as what they hold, nothing bold."""
    return _badge.sub(r"\1", text).replace("**", "")
