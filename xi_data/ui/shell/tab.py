"""What the tab of a browser does for a page whose session is gone.

A connection that comes back may lead to a new session, of which Streamlit's page learns only at the
next click: a run begins at once instead, which draws everything anew, downloads too, by the address
that the tab has. What a visitor brought is in the tab's own storage, which nobody else reads and
which ends with the tab.
"""

import streamlit as st

from xi_data.ui.review import kept
from xi_data.ui.state import keys

_JS = """
const place = 'what was brought'
let kept = {}, offered = false, connected = true, cameBack = () => {}
try { kept = JSON.parse(sessionStorage.getItem(place)) ?? {} } catch {}  // a frame may have none

const holds = () => [kept.packages, kept.texts].some((one) => one && Object.keys(one).length)

function keep(part) {
  kept = { ...kept, ...part }
  try {
    sessionStorage.removeItem(place)
    if (holds()) sessionStorage.setItem(place, JSON.stringify(kept))
  } catch {}  // too much for it: the page alone holds it
}

new MutationObserver(([{ target }]) => {
  const now = target.dataset.testConnectionState === 'CONNECTED'
  if (now && !connected) cameBack()
  connected = now
}).observe(document.body, {
  subtree: true, attributes: true, attributeFilter: ['data-test-connection-state']
})

export default function ({ data, setTriggerValue }) {
  if (data.keep) keep(data.keep)
  if (!data.listens) return
  const giveBack = () => {
    offered = true
    setTriggerValue('back', { search: location.search, kept: holds() ? kept : {} })
  }
  cameBack = () => {
    if (location.pathname.split('/').pop() === data.stem) giveBack()
    else dispatchEvent(new PopStateEvent('popstate'))  // back to another page, while cut off
  }
  if (data.empty && holds() && !offered) giveBack()
}
"""

_tab = st.components.v2.component("tab", js=_JS)


def tab(stem: str) -> None:
    """A run begins where the connection of the page comes back; the tab keeps what was brought.

    stem: how the path of the page ends. In two elements: packages are long and seldom change, and
    what is as before is not sent again.
    """
    told = None
    if kept.anything():
        told = kept.steps()
        _tab(key=keys.TAB_PACKAGES, data={"keep": kept.packages()})
    _tab(
        key=keys.TAB,
        data={"listens": True, "stem": stem, "empty": not told, "keep": told},
        on_back_change=lambda: kept.give_back(st.session_state[keys.TAB]["back"]),
    )
