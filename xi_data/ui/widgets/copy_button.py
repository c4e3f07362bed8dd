"""A text with a button that copies it: always in sight, also on a phone, and named in words."""

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.state import keys
from xi_data.ui.widgets.chinese import WORDS

_copyable = st.components.v2.component(
    "copyable",
    css="""
.text { background: var(--st-secondary-background-color); border-radius: var(--st-base-radius);
  padding: .6rem .75rem; margin: 0 0 .35rem; font-size: .875rem; line-height: 1.5;
  white-space: pre-wrap; overflow-wrap: anywhere; user-select: all }
button { font: inherit; font-size: .875rem; min-height: 2rem; padding: .2rem .75rem;
  cursor: pointer; color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius) }
button:hover, button:focus-visible { color: var(--st-primary-color);
  border-color: var(--st-primary-color) }
""",
    html='<p class="text"></p><button type="button">…</button>',
    js=WORDS
    + """
export default function ({ data, parentElement }) {
  const text = parentElement.querySelector('.text')
  const button = parentElement.querySelector('button')
  text.textContent = ''
  words(text, data.text, data.lang)
  button.textContent = data.copy
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.text)
    } catch {  // not over plain http: the text is marked instead, for the reader to copy
      getSelection().selectAllChildren(text)
      if (!document.execCommand('copy')) return
    }
    button.textContent = data.copied
    setTimeout(() => { button.textContent = data.copy }, 2000)
  }
}
""",
)


def copyable(t: Translator, text: str, key: str) -> None:
    """The text and a button that copies it with one click; key: unlike any other's on the page."""
    said = {"text": text, "copy": t("Copy to clipboard"), "copied": t("Copied"), "lang": t.lang}
    _copyable(data=said, key=keys.copy(key))
