"""What the browser itself must be told of a page: its language, its address, that it is another."""

from collections.abc import Mapping

import streamlit as st

from xi_data.locale import Translator
from xi_data.ui.state import keys

GO = """
function go(address, write) {
  // Streamlit's own router takes it from here, as it does after Back: the session stays.
  const to = new URL(address, document.baseURI)
  const said = new Set(to.searchParams.keys())
  for (const [key, value] of new URLSearchParams(location.search)) {
    if (key.startsWith('embed') && !said.has(key)) to.searchParams.append(key, value)
  }
  history[write]({}, '', to)
}
"""
"""JavaScript: go(address, 'pushState') makes a step of Back, go(address, 'replaceState') none."""

_browser = st.components.v2.component(
    "browser",
    js=GO
    + """
let page, mended, closing, opened, safe

function closeDrawer() {
  // On a narrow window it would cover the page that was chosen in it.
  if (!matchMedia('(max-width: 768px)').matches) return
  const open = '[data-testid=stSidebarCollapseButton] button[aria-expanded=true]'
  document.querySelector(open)?.click()
}

document.addEventListener('click', (event) => {
  if (event.target.closest(`[class*='st-key-${safe}'] button`)) window.onbeforeunload = null
  // Also of the page on show; where Streamlit closes it by itself, it has by then.
  if (event.target.closest('[data-testid=stSidebarNavLink]')) {
    opened = false
    closing = setTimeout(closeDrawer, 200)
  }
  // Who opens it anew means it.
  if (event.target.closest('[data-testid=stExpandSidebarButton]')) {
    opened = true
    clearTimeout(closing)
  }
})

function moved(to) {
  // By a click that was perhaps made before the listener above was here.
  if (page) return page !== to
  const [loaded] = performance.getEntriesByType('navigation')
  return new URL(loaded.name).pathname !== location.pathname
}

export default function ({ data, parentElement }) {
  document.documentElement.lang = data.lang
  safe = data.safe
  // What a visitor has decided is in this session alone, which ends with the page.
  window.onbeforeunload = data.unsaved ? (event) => event.preventDefault() : null
  if (!opened && moved(data.page)) closeDrawer()
  if (page && page !== data.page) {  // Streamlit leaves another page where the last one was
    for (let e = parentElement; e; e = e.parentElement || e.getRootNode().host) e.scrollTop = 0
  }
  page = data.page
  if (!data.mend.query || data.mend.name === mended) return
  mended = data.mend.name
  if (location.pathname.split('/').pop() !== data.stem) return  // another page by now
  go(`${location.pathname}?${data.mend.query}${location.hash}`, 'replaceState')
}
""",
)

_to_the_root = st.components.v2.component(
    "to_the_root",
    js=GO
    + """
export default function () {
  go(location.pathname.replace(/[^/]*$/, '') + location.search, 'replaceState')
  dispatchEvent(new PopStateEvent('popstate'))
}
""",
)


def tell(t: Translator, page: str, stem: str, mend: Mapping[str, str], unsaved: bool) -> None:
    """Last element of a page.

    stem: how its path ends. mend: query to put into the address. unsaved: whether the browser is to
    ask before it leaves, as long as nobody has downloaded all since.
    """
    lang = {"en": "en", "zh": "zh-CN"}[t.lang]
    told = {"lang": lang, "page": page, "stem": stem, "mend": dict(mend)}
    _browser(data=told | {"unsaved": unsaved, "safe": keys.WHOLE}, key=keys.BROWSER)


def to_the_root() -> None:
    """The whole page at the first view's stem, /overview: on to where that view lives."""
    _to_the_root(key=keys.WAY)
