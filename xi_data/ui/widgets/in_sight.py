"""What was asked for at another place of the page comes in sight, with a way back to there.

It stays still where it is in sight already, after Back and Forward, and on a reload: only what the
reader picks moves the page. It moves at once, without an animation.
"""

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.state import keys

_in_sight = st.components.v2.component(
    "in_sight",
    css="""
.head { scroll-margin-top: 4.75rem }
button { margin-bottom: .6rem; padding: .2rem .75rem; min-height: 2rem;
  font: inherit; font-size: .875rem; cursor: pointer; color: var(--st-text-color);
  background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius) }
button:hover, button:focus-visible { color: var(--st-primary-color);
  border-color: var(--st-primary-color) }
@media print { .head { display: none } }
""",
    html='<div class="head"><button type="button" hidden></button></div>',
    js="""
const BELOW_HEADER = 60, NEEDED = 240  // pixels: what a card has to show of itself
const asked = new Map()

function outwards(element) {
  const found = []
  for (let e = element; e; e = e.parentElement || e.getRootNode().host) found.push(e)
  return found
}

function focused() {
  let found = document.activeElement
  while (found && found.shadowRoot && found.shadowRoot.activeElement) {
    found = found.shadowRoot.activeElement
  }
  return found
}

function arrive(head, button) {
  const { top } = head.getBoundingClientRect()
  button.hidden = true
  if (top >= BELOW_HEADER && top + NEEDED <= innerHeight) return
  const places = outwards(head).filter((e) => e.scrollHeight > e.clientHeight)
    .map((e) => [e, e.scrollTop])
  const from = focused()
  button.hidden = false
  button.onclick = () => {
    button.hidden = true
    for (const [element, at] of places) element.scrollTop = at
    if (from && from.isConnected) from.focus({ preventScroll: true })
  }
  head.scrollIntoView({ block: 'start', behavior: 'instant' })
}

export default function ({ data, parentElement }) {
  const head = parentElement.querySelector('.head')
  const button = parentElement.querySelector('button')
  button.textContent = data.back
  const before = asked.get(data.place)
  asked.set(data.place, data.count)
  if (data.here && before !== undefined && data.count > before) arrive(head, button)
}
""",
)


def in_sight(t: Translator, place: str) -> None:
    """Stands at the head of a place: the page comes here when the session asks for it.

    place: as selection.reveal names it.
    """
    count, last = st.session_state[keys.REVEALED]
    _in_sight(
        data={
            "place": place,
            "count": count,
            "here": place == last,
            "back": t("Back to where you were"),
        },
        key=keys.in_sight(place),
    )
