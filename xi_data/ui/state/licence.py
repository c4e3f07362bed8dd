"""Which bulletins have data that we license: those that come with the explorer."""

from collections.abc import Collection

from xi_data.ui.state import brought, workspace


def is_ours(bulletins: Collection[str]) -> bool:
    """Whether the data of any of these bulletins are ours to license: those that visitors brought,
    and those that the host keeps of them, are not."""
    others = {*brought.drafts(), *(one.bulletin_id for one in workspace.packages())}
    return not bulletins or not others.issuperset(bulletins)
