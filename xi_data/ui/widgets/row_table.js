const made = new WeakMap()
const COLOUR = /^[a-z]+$/

function fill(cell, content, lang) {
  if (typeof content === 'string') { words(cell, content, lang); return }
  let place = cell
  if (content.badge && COLOUR.test(content.badge)) {
    place = document.createElement('span')
    place.className = 'badge'
    place.style.background = `var(--st-${content.badge}-background-color)`
    place.style.color = `var(--st-${content.badge}-text-color)`
    cell.append(place)
  }
  words(place, content.text, lang)
  if (typeof content.bar === 'number') {
    const bar = document.createElement('span')
    bar.className = 'bar'
    bar.append(document.createElement('i'))
    bar.firstChild.style.width = `${100 * content.bar}%`
    cell.append(bar)
  }
}

function spread({ shares, first, last, alt }) {
  const whole = document.createElement('span')
  whole.className = 'spread'
  whole.setAttribute('role', 'img')
  whole.setAttribute('aria-label', alt)
  whole.title = alt
  for (const share of shares) {
    const one = document.createElement('i')
    // What is rare is seen too.
    one.style.height = share ? `max(2px, ${100 * share}%)` : 0
    whole.append(one)
  }
  whole.dataset.first = first
  whole.dataset.last = last
  return whole
}

function heading(column, tell) {
  const th = document.createElement('th')
  th.scope = 'col'
  // Else the spread would be read out with every cell.
  if (column.spread) th.setAttribute('aria-label', column.name)
  if (!column.sorts) {
    th.append(document.createElement('div'))
    th.firstChild.textContent = column.name
    if (column.number) th.firstChild.className = 'number'
    if (column.spread) th.append(spread(column.spread))
    return th
  }
  th.setAttribute('aria-sort', { up: 'ascending', down: 'descending' }[column.sorted] || 'none')
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.textContent = column.name
  button.dataset.at = `heading ${column.key}`
  if (column.number) button.className = 'number'
  button.onclick = () => tell('sorted', column.key)
  th.append(button)
  if (column.spread) th.append(spread(column.spread))
  return th
}

function line(data, [key, ...cells], tell) {
  const tr = document.createElement('tr')
  tr.tabIndex = -1
  tr.dataset.at = `row ${key}`
  tr.dataset.key = key
  cells.forEach((content, at) => {
    const cell = document.createElement(at ? 'td' : 'th')
    if (!at) cell.scope = 'row'
    if (data.columns[at].number) cell.className = 'number'
    fill(cell, content, data.lang)
    tr.append(cell)
  })
  if (data.pickable) {
    tr.onclick = (event) => {
      // The second click of two, and the end of marking words, pick nothing.
      if (event.detail < 2 && getSelection().isCollapsed) tell('picked', key)
    }
  }
  return tr
}

function walk(event, root, tell) {
  const rows = [...root.querySelectorAll('tbody tr')]
  const headings = [...root.querySelectorAll('thead button')]
  const from = event.target.closest('tr, button')
  const row = rows.indexOf(from), column = headings.indexOf(from)
  if (row < 0 && column < 0) return
  const to = row >= 0
    ? { ArrowDown: rows[row + 1], ArrowUp: rows[row - 1] || headings[0], Home: rows[0],
        End: rows.at(-1), PageDown: rows[Math.min(row + 10, rows.length - 1)],
        PageUp: rows[Math.max(row - 10, 0)] }[event.key]
    : { ArrowRight: headings[column + 1], ArrowLeft: headings[column - 1], ArrowDown: rows[0],
        Home: headings[0], End: headings.at(-1) }[event.key]
  if (to) {
    stop(root, to)
    to.focus({ preventScroll: true })
    to.scrollIntoView({ block: 'nearest' })
  } else if (row >= 0 && (event.key === 'Enter' || event.key === ' ')) {
    if (from.onclick) tell('picked', from.dataset.key)
  } else return
  event.preventDefault()
}

function stop(root, at) {
  // One stop of Tab: where the reader was last, else the row on show, else the first.
  for (const one of root.querySelectorAll('[data-at]')) one.tabIndex = one === at ? 0 : -1
}

function build(root, data, tell) {
  const table = document.createElement('table')
  table.setAttribute('role', 'grid')
  const head = document.createElement('tr')
  head.append(...data.columns.map((column) => heading(column, tell)))
  table.createTHead().append(head)
  const body = document.createElement('tbody')
  body.append(...data.rows.map((row) => line(data, row, tell)))
  table.append(body)
  const frame = root.querySelector('.frame')
  frame.replaceChildren(table)
  frame.classList.toggle('pickable', data.pickable)
  const pages = root.querySelector('.pages')
  pages.replaceChildren()
  for (const way of data.pages ? ['before', 'after'] : []) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = data.pages[way]
    button.onclick = () => tell('turned', way)
    if (data.pages[way]) pages.append(button)
  }
  if (data.pages) pages.prepend(data.pages.said)
}

function mark(root, data, moved) {
  for (const tr of root.querySelectorAll('tbody tr')) {
    const key = tr.dataset.key
    if (data.pickable) tr.setAttribute('aria-selected', String(key === data.picked))
    if (key !== data.shown) { tr.removeAttribute('aria-current'); continue }
    tr.setAttribute('aria-current', 'true')
    if (!moved) continue
    const frame = root.querySelector('.frame')
    const top = root.querySelector('thead').offsetHeight
    if (tr.offsetTop - top < frame.scrollTop) frame.scrollTop = tr.offsetTop - top
    const over = tr.offsetTop + tr.offsetHeight - frame.clientHeight
    if (over > frame.scrollTop) frame.scrollTop = over
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector('.rows')
  if (!root) {
    root = document.createElement('div')
    root.className = 'rows'
    for (const name of ['frame', 'pages']) {
      const part = document.createElement('div')
      part.className = name
      root.append(part)
    }
    parentElement.append(root)
  }
  const before = made.get(root) || {}
  if (before.key !== data.key) {
    const focused = root.getRootNode().activeElement
    const at = root.contains(focused) && focused.dataset.at
    build(root, data, setTriggerValue)
    const again = [...root.querySelectorAll('[data-at]')]
    const found = at && again.find((one) => one.dataset.at === at)
    stop(root, found || again.find((one) => one.dataset.key === data.shown)
      || root.querySelector('tbody tr'))
    if (found) found.focus({ preventScroll: true })
  }
  root.querySelector('table').setAttribute('aria-label', data.name)
  mark(root, data, before.shown !== data.shown || before.key !== data.key)
  root.onkeydown = (event) => walk(event, root, setTriggerValue)
  made.set(root, { key: data.key, shown: data.shown })
}
