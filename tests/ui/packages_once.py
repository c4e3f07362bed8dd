"""Streamlit reads what every installed package says of itself at each app that is started.

Hundreds of apps are started by the tests, and that took longer than their pages.
"""

from functools import cache

from streamlit.components.v2 import manifest_scanner


def remember() -> None:
    """Read it once in this process."""
    once = cache(manifest_scanner.scan_component_manifests)
    manifest_scanner.scan_component_manifests = once
