"""What the page itself holds while it is open, so that it outlives the session.

A connection that comes back may lead to a new session, of which Streamlit's page learns only at the
next click: a run begins at once instead, which draws everything anew.
"""

import streamlit as st

from xi_data.ui.state import keys

_JS = """
let cameBack = () => {}, connected = true
new MutationObserver(([{ target }]) => {
  const now = target.dataset.testConnectionState === 'CONNECTED'
  if (now && !connected) cameBack()
  connected = now
}).observe(document.body, {
  subtree: true, attributes: true, attributeFilter: ['data-test-connection-state']
})
export default function ({ setTriggerValue }) {
  cameBack = () => {
    setTriggerValue('back', true)
    // Streamlit's page takes this for Back: the run begins with the address as it stands.
    dispatchEvent(new PopStateEvent('popstate'))
  }
}
"""

_tab = st.components.v2.component("tab", js=_JS)


def tab() -> None:
    """A run begins where the connection of the page comes back."""
    _tab(key=keys.TAB, on_back_change=lambda: None)
