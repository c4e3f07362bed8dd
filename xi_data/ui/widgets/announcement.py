"""What a filter has changed, said to a reader who cannot see the rows go."""

import streamlit as st

_announcement = st.components.v2.component(
    "announcement",
    css="""
p { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap }
""",
    html='<p role="status"></p>',
    js="""
export default function ({ data, parentElement }) {
  const said = parentElement.querySelector('[role="status"]')
  if (said.textContent !== data.status) said.textContent = data.status
}
""",
)


def announce(words: str) -> None:
    """Say these words aloud where they differ from the last ones; one call a page."""
    _announcement(data={"status": words}, key="announcement")
