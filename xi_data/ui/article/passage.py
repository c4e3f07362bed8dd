"""A text with its figures highlighted: the words as text alone, each figure a link to its page."""

import json
import zlib
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from xi_data.matching.highlight import EXCUSED, FIGURE, UNCOVERED, Run
from xi_data.ui.navigation.browser import GO
from xi_data.ui.state import keys
from xi_data.ui.state.page import Page
from xi_data.ui.widgets.markdown import plain

_passage = st.components.v2.component(
    "passage",
    css="""
.passage { max-height: min(70vh, 44rem); overflow-y: auto; overscroll-behavior: contain;
  font-family: var(--st-font); color: var(--st-text-color); line-height: 1.95;
  border: 1px solid var(--st-border-color); border-radius: var(--st-base-radius);
  padding: .75rem 1rem .75rem 2.6rem; counter-reset: line }
.skip { position: absolute; z-index: 1; clip-path: inset(50%); font: inherit; padding: .3rem .75rem;
  color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius) }
.skip:focus { clip-path: none }
.passage:focus-visible { outline: 2px solid var(--st-primary-color) }
p { margin: 0 0 .55em; position: relative; white-space: pre-wrap; overflow-wrap: anywhere;
  unicode-bidi: isolate; direction: ltr; counter-increment: line; min-height: 1.2em }
p::before { content: counter(line); position: absolute; left: -2.2rem; width: 1.7rem;
  text-align: right; font-size: .7rem; color: var(--st-gray-text-color); user-select: none }
a { color: inherit; text-decoration: none; border-bottom: 2px solid var(--line, currentColor);
  background: var(--ground, transparent); border-radius: .2rem .2rem 0 0; padding: .1em .15em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; unicode-bidi: isolate }
a.other { border-bottom: 1px dotted var(--st-gray-color) }
a:hover { filter: brightness(.95) }
a:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 1px }
a[aria-current] { font-weight: 700; outline: 2px solid var(--st-text-color); outline-offset: 2px }
.excused { border-bottom: 1px dashed var(--st-gray-color) }
.excused::after { content: attr(data-said); font-size: .65rem; margin: 0 .25em;
  color: var(--st-gray-text-color); vertical-align: super; line-height: 0 }
.uncovered { text-decoration: underline wavy var(--st-red-color) 1.5px; font-weight: 700;
  text-underline-offset: .25em }
""",
    js=GO
    + """
const made = new WeakMap()

function build(root, data) {
  const page = document.createDocumentFragment()
  for (const line of data.lines) {
    const p = document.createElement('p')
    for (const run of line) {
      if (typeof run === 'string') { p.append(run); continue }
      const [text, kind, key, colour] = run
      const mark = document.createElement(kind === 'figure' ? 'a' : 'span')
      mark.textContent = text
      mark.className = kind
      if (kind === 'figure') {
        mark.href = `figure?id=${encodeURIComponent(key)}&${data.query}`
        mark.dataset.figure = key
        mark.title = data.said[key] || ''
        if (colour === 'primary') {
          mark.style.setProperty('--line', 'var(--st-primary-color)')
          mark.style.setProperty('--ground',
            'color-mix(in srgb, var(--st-primary-color) 16%, transparent)')
        } else if (/^[a-z]+$/.test(colour)) {
          mark.style.setProperty('--line', `var(--st-${colour}-color)`)
          mark.style.setProperty('--ground', `var(--st-${colour}-background-color)`)
        } else { mark.classList.add('other') }
        mark.onclick = (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          go(mark.href, 'pushState')
          dispatchEvent(new PopStateEvent('popstate'))
        }
      } else if (kind === 'excused') { mark.dataset.said = data.said[key] || '' }
      p.append(mark)
    }
    page.append(p)
  }
  root.replaceChildren(page)
}

function arrive(mark) {
  // What loads above the text moves it: stay with the mark until the reader moves.
  const started = performance.now()
  const ends = ['wheel', 'touchstart', 'keydown', 'mousedown']
  let over = false
  const end = () => { over = true; ends.forEach((one) => removeEventListener(one, end, true)) }
  ends.forEach((one) => addEventListener(one, end, true))
  const stay = () => {
    if (over || !mark.isConnected) return
    mark.scrollIntoView({ block: 'center' })
    if (performance.now() - started < 3000) setTimeout(stay, 150)
    else end()
  }
  mark.focus({ preventScroll: true })
  stay()
}

export default function ({ data, parentElement }) {
  let root = parentElement.querySelector('.passage')
  if (!root) {
    root = document.createElement('div')
    root.className = 'passage'
    root.tabIndex = 0
    root.setAttribute('role', 'region')
    const skip = document.createElement('button')
    const past = document.createElement('span')
    skip.className = 'skip'
    past.tabIndex = -1
    skip.onclick = () => past.focus()
    parentElement.append(skip, root, past)
  }
  parentElement.querySelector('.skip').textContent = data.skip
  root.lang = data.lang
  root.setAttribute('aria-label', data.name)
  const before = made.get(root) || {}
  if (before.key !== data.key) build(root, data)
  for (const mark of root.querySelectorAll('a[aria-current]')) mark.removeAttribute('aria-current')
  const chosen = [...root.querySelectorAll('a')].filter((a) => a.dataset.figure === data.selected)
  for (const mark of chosen) mark.setAttribute('aria-current', 'true')
  if (chosen.length && (before.selected !== data.selected || before.key !== data.key)) {
    if (before.copy !== data.copy) arrive(chosen[0])
    else root.scrollTop += chosen[0].getBoundingClientRect().top
      - root.getBoundingClientRect().top - root.clientHeight / 2
  }
  made.set(root, { key: data.key, copy: data.copy, selected: data.selected })
}
""",
)


def passage(
    page: Page,
    name: str,
    lines: Sequence[Sequence[Run]],
    tooltips: Mapping[str, str],
    colours: Mapping[str, str],
    *,
    copy: int,
    excused: bool,
    selected: str | None,
    lang: str,
) -> None:
    """The text; a click on a figure opens its page.

    said: words about each figure and about each reason of an excused numeral. colours: figure to a
    named colour of the theme; the others stay plain links. copy: a number that no other copy has;
    in a new one the page scrolls to the selected figure. lang: of the text, as HTML names it.
    """
    drawn = [[_drawn(run, colours, excused) for run in line] for line in lines]
    query = urlencode(page.address(), doseq=True)
    content = json.dumps([drawn, tooltips, query], ensure_ascii=False)
    data = {
        "key": zlib.crc32(content.encode("utf-8", "surrogatepass")),
        "copy": copy,
        "lines": drawn,
        "said": tooltips,
        "selected": selected,
        "lang": lang,
        "query": query,
        "name": name,
        "skip": page.t("Skip the text"),
    }
    _passage(data=data, key=keys.PASSAGE)


def _drawn(run: Run, colours: Mapping[str, str], excused: bool) -> Any:
    """A run as the component takes it: words alone, or with kind, key and colour."""
    if run.kind == FIGURE:
        return [run.text, run.kind, run.key, colours.get(run.key, "")]
    if run.kind == UNCOVERED or (run.kind == EXCUSED and excused):
        return [run.text, run.kind, run.key, ""]
    return run.text


def legend(families: Collection[tuple[str, str, str]], *others: str) -> None:
    """What the colours mean: (colour, icon, name) each, then other signs in words."""
    named = [
        f":{colour}-background[:material/{icon}: {plain(name)}]" for colour, icon, name in families
    ]
    st.markdown(" ".join(named) + "".join(f" :small[:gray[{words}]]" for words in others))
