"""A table of numbers that lead somewhere: rows and columns with names, each cell a link.

A click stays in the session, as a click in the navigation does; opened in a new tab or copied, the
link is an address like any other. Wider than its column it scrolls below its names.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from xi_data.matching.highlight import visible
from xi_data.ui.navigation.browser import GO

_table = st.components.v2.component(
    "link_table",
    css="""
.frame { overflow-x: auto; font: inherit; color: var(--st-text-color) }
table { border-collapse: collapse; font-size: .875rem }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--st-border-color) }
th { font-weight: 600; text-align: left; background: var(--st-background-color) }
thead th { vertical-align: bottom; text-align: right }
tbody th { position: sticky; left: 0; max-width: 11rem; font-weight: 400 }
td { text-align: right; font-variant-numeric: tabular-nums }
td a { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; padding: 0 .25rem;
  color: var(--st-link-color) }
a:focus-visible { outline: 2px solid var(--st-primary-color) }
""",
    html='<div class="frame" role="region" tabindex="0"><table></table></div>',
    js=GO
    + """
function cell(row, tag, text, scope) {
  const made = row.appendChild(document.createElement(tag))
  if (scope) made.scope = scope
  made.textContent = text
  return made
}

function follow(event) {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  go(event.currentTarget.href, 'pushState')
  dispatchEvent(new PopStateEvent('popstate'))
}

export default function ({ data, parentElement }) {
  parentElement.querySelector('.frame').setAttribute('aria-label', data.label)
  const table = document.createElement('table')
  const head = table.createTHead().insertRow()
  for (const name of data.heads) cell(head, 'th', name, 'col')
  const body = table.createTBody()
  for (const { name, cells } of data.rows) {
    const row = body.insertRow()
    cell(row, 'th', name, 'row')
    for (const { text, address, words } of cells) {
      const place = cell(row, 'td', address ? '' : text)
      if (!address) continue
      const link = place.appendChild(document.createElement('a'))
      Object.assign(link, { href: address, textContent: text, onclick: follow })
      link.setAttribute('aria-label', words)
    }
  }
  parentElement.querySelector('table').replaceWith(table)
}
""",
)


def link_table(
    key: str, label: str, heads: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> None:
    """label: what the table is called. heads: of the columns, first that of the names of rows.

    rows: name, and cells: text, address ("" for none) and words, the link as it is read out.
    """
    seen = [
        {
            "name": visible(row["name"]),
            "cells": [
                {**cell, "text": visible(cell["text"]), "words": visible(cell["words"])}
                for cell in row["cells"]
            ],
        }
        for row in rows
    ]
    _table(data={"label": visible(label), "heads": [*map(visible, heads)], "rows": seen}, key=key)
