"""The document around every page: its theme, its print, the focus in what opens."""

import streamlit as st

from xi_data.ui.state import keys

# Styles of Streamlit's own elements, the only ones. It has no setting for either:
# - the toolbar of a chart, whose picture loses title and source (streamlit #16512 asks for a way
#   to change it; ours stand under "More formats");
# - what is printed: no controls, nothing cut off, a heading with what it heads.
_CSS = """
[data-testid="stFullScreenFrame"]:has([data-testid="stVegaLiteChart"])
  [data-testid="stElementToolbar"] { display: none }
#theme { color: var(--st-background-color); transition: color 1ms }
@media print {
  [data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stElementToolbar"],
  [data-testid="stButtonGroup"], [data-testid="stSelectbox"], [data-testid="stMultiSelect"],
  [data-testid="stTextInput"], [data-testid="stPageLink"], [data-testid="stPopover"],
  [data-testid="stApp"] :is(button:not(.st-key-_relations *), input, textarea) {
    display: none !important }
  [data-testid="stApp"], [data-testid="stAppViewContainer"], [data-testid="stMain"] {
    position: static !important; overflow: visible !important; height: auto !important }
  [data-testid="stColumn"], [data-testid="stVerticalBlock"], [data-testid="stHorizontalBlock"] {
    overflow: visible !important; max-height: none !important }
  h1, h2, h3 { break-after: avoid; break-inside: avoid }
  [data-testid="stElementContainer"]:has(h2) { break-after: avoid }
  [data-testid="stVegaLiteChart"], [data-testid="stTable"] tr { break-inside: avoid }
}
"""

# Streamlit tells the page which theme it has only at the next run: one begins when the ground
# changes its colour. It leaves the focus on the button of a popover, whose panel is far away at the
# end of the document; a keyboard follows it.
_JS = """
const inside = 'a[href], button, input, textarea, [tabindex="0"]'
const opened = new WeakSet()
const firstIn = (root) => {
  for (const e of root.querySelectorAll('*')) {
    const found = e.matches(inside) ? e : e.shadowRoot && firstIn(e.shadowRoot)
    if (found) return found
  }
}
const enter = (panel, patience) => {  // what it holds comes later, and out of an observer's sight
  const first = firstIn(panel)
  if (!first) {
    if (patience && panel.isConnected) setTimeout(enter, 50, panel, patience - 1)
  } else if (document.activeElement.matches(':focus-visible')) first.focus({ preventScroll: true })
}
const panels = new MutationObserver(() => {
  for (const panel of document.querySelectorAll('[data-testid="stPopoverBody"]')) {
    if (!opened.has(panel)) enter(panel, 200)
    opened.add(panel)
  }
})
panels.observe(document.body, { childList: true, subtree: true })
export default function ({ parentElement, setTriggerValue }) {
  parentElement.querySelector('#theme').ontransitionend = () => setTriggerValue('theme', true)
}
"""

_document = st.components.v2.component(
    "document", css=_CSS, html='<span id="theme"></span>', js=_JS, isolate_styles=False
)


def document() -> None:
    """Give the document what no setting gives it; a run begins where its theme changes."""
    _document(key=keys.DOCUMENT, on_theme_change=lambda: None)
