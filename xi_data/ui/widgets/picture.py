"""A small picture of ours, an image to a reader who cannot see it, and no stop on her way."""

import streamlit as st

_picture = st.components.v2.component(
    "picture",
    css="""
div { line-height: 0 }
svg { font-family: var(--st-font) }
""",
    html='<div class="picture"></div>',
    js="""
export default function ({ data, parentElement }) {
  const box = parentElement.querySelector('.picture')
  box.setAttribute('role', 'img')
  box.setAttribute('aria-label', data.alt)
  box.innerHTML = data.svg
}
""",
)


def picture(svg: str, alt: str, key: str) -> None:
    """Draw an SVG as wide as its place. svg: made by charts, no words of others unescaped in it.

    alt: what it shows, in words. key: of this picture on the page.
    """
    _picture(data={"svg": svg, "alt": alt}, key=key)
