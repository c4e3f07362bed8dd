"""Words of the article, in its language and its script: plain text whatever they hold."""

import streamlit as st

from xi_data.matching.highlight import visible

_quotation = st.components.v2.component(
    "quotation",
    css="""
p { margin: 0; font-weight: 600; line-height: 1.6; overflow-wrap: anywhere;
  font-family: var(--st-font) }
.noun, .behind { color: var(--st-gray-text-color) }
mark { border-radius: .25rem; padding: .1em .3em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone }
""",
    html='<p lang="zh"><span class="noun"></span> <mark></mark><span class="behind"></span></p>',
    js="""
export default function ({ data, parentElement }) {
  const mark = parentElement.querySelector('mark')
  parentElement.querySelector('.noun').textContent = data.noun
  mark.textContent = data.mention
  parentElement.querySelector('.behind').textContent = data.behind
  const ground = data.colour === 'primary'  // the one colour without a ground of its own
    ? 'color-mix(in srgb, var(--st-primary-color) 16%, transparent)'
    : `var(--st-${data.colour}-background-color)`
  mark.style.background = ground
  mark.style.color = 'inherit'
}
""",
)


def quotation(noun: str, mention: str, colour: str, key: str, behind: str = "") -> None:
    """The noun that is counted and the mention, marked in a named colour of the theme.

    key: of this quotation on the page. behind: what follows the mention.
    """
    words = {"noun": noun, "mention": mention, "behind": behind}
    _quotation(data={key: visible(one) for key, one in words.items()} | {"colour": colour}, key=key)
