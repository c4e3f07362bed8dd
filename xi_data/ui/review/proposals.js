const made = new WeakMap()
let held = null // the text that has the focus: where Streamlit draws it anew, the new one gets it

function build(root, data) {
  const page = document.createDocumentFragment()
  for (const { number, runs } of data.lines) {
    const p = document.createElement('p')
    p.dataset.line = number
    for (const [start, text, key, said, sign, look] of runs) {
      const run = document.createElement('span')
      run.textContent = text
      run.dataset.start = start
      if (look) run.className = look
      if (key) {
        run.classList.add('mark')
        run.dataset.key = key
        run.dataset.sign = sign
        run.setAttribute('role', 'button')
        run.setAttribute('aria-label', said)
        run.title = said
        run.tabIndex = -1
      }
      p.append(run)
    }
    page.append(p)
  }
  root.replaceChildren(page)
}

function chosenSpan(root) {
  // Half-open, in code points of the text: what the reader has marked in one line of it.
  const selection = root.getRootNode().getSelection?.() || getSelection()
  if (!selection.rangeCount || selection.isCollapsed) return null
  const range = selection.getComposedRanges
    ? selection.getComposedRanges({ shadowRoots: [root.getRootNode()] })[0]
    : selection.getRangeAt(0)
  const place = (node, offset) => {
    const run = node.parentElement?.closest('[data-start]')
    if (node.nodeType !== Node.TEXT_NODE || !run || !root.contains(run)) return null
    return Number(run.dataset.start) + [...node.data.slice(0, offset)].length
  }
  const start = place(range.startContainer, range.startOffset)
  const end = place(range.endContainer, range.endOffset)
  return start !== null && end !== null && start < end ? [start, end] : null
}

function walk(event, root, tell) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const every = [...root.querySelectorAll('.mark')]
  const from = event.target.closest('.mark')
  const at = every.indexOf(from)
  const walked = (marks) => marks.filter((mark) => !mark.classList.contains('dim'))
  const marks = walked(every), behind = walked(every.slice(at + 1)), beyond = made.get(root).data.beyond
  const here = from || root.querySelector('[aria-current]') || marks[0]
  const key = { ArrowDown: 'ArrowRight', ArrowUp: 'ArrowLeft' }[event.key] || event.key
  const inside = { ArrowRight: behind[0], ArrowLeft: walked(every.slice(0, Math.max(at, 0))).at(-1),
    Home: beyond.Home ? null : marks[0], End: beyond.End ? null : marks.at(-1) }
  const to = inside[key]
  const act = { a: 'accept', r: 'reject', o: 'reopen', n: 'next', u: 'undo', y: 'redo',
    Enter: 'show', ' ': 'show' }[event.key]
  if (to) {
    stop(root, to)
    to.focus({ preventScroll: true })
    to.scrollIntoView({ block: 'nearest' })
    clearTimeout(root.walking)
    root.walking = setTimeout(() => tell('show', to.dataset.key), 150)
  } else if (beyond[key]) {
    clearTimeout(root.walking)
    tell('show', beyond[key]) // in another part of the text
  } else if (act && here) {
    clearTimeout(root.walking)
    tell(act, here.dataset.key)
  } else return
  event.preventDefault()
}

function stop(root, at) {
  // One stop of Tab: the mark on show, else the first.
  for (const one of root.querySelectorAll('.mark')) one.tabIndex = one === at ? 0 : -1
}

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector('.text')
  if (!root) {
    root = document.createElement('div')
    root.className = 'text'
    root.setAttribute('role', 'region')
    const add = document.createElement('button')
    add.className = 'add'
    add.type = 'button'
    add.hidden = true
    parentElement.append(root, add)
    document.addEventListener('selectionchange', () => {
      const now = made.get(root)
      if (!root.isConnected || !now) return
      const span = now.data.addable ? chosenSpan(root) : null
      if (span || add.getRootNode().activeElement !== add) {
        root.span = span
        add.hidden = !span
      }
    })
    root.addEventListener('focusin', () => { held = root })
    root.addEventListener('focusout', () => setTimeout(() => {
      const left = root.isConnected && !root.contains(root.getRootNode().activeElement)
      if (held === root && left) held = null
    }))
    root.ondblclick = (event) => event.preventDefault()
  }
  const tell = (act, key) => setTriggerValue('act', { act, key })
  const add = parentElement.querySelector('.add')
  add.textContent = data.add
  add.onclick = () => {
    if (root.span) setTriggerValue('act', { act: 'add', span: root.span })
    add.hidden = true
  }
  root.lang = 'zh'
  root.setAttribute('aria-label', data.name)
  const before = made.get(root) || { data: {} }
  const active = root.getRootNode().activeElement
  const within = root.contains(active) || (held && held !== root)
  if (before.data.key !== data.key) build(root, data)
  for (const mark of root.querySelectorAll('[aria-current]')) mark.removeAttribute('aria-current')
  const marks = [...root.querySelectorAll('.mark')]
  const chosen = marks.find((mark) => mark.dataset.key === data.selected)
  stop(root, chosen || marks[0])
  if (chosen) {
    chosen.setAttribute('aria-current', 'true')
    if (before.data.selected !== data.selected || before.data.key !== data.key) {
      if (within) chosen.focus({ preventScroll: true })
      const box = chosen.getBoundingClientRect(), frame = root.getBoundingClientRect()
      if (box.top < frame.top || box.bottom > frame.bottom) {
        root.scrollTop += box.top - frame.top - root.clientHeight / 2
      }
    }
  }
  root.onclick = (event) => {
    const mark = event.target.closest('.mark')
    if (mark && !chosenSpan(root)) tell('show', mark.dataset.key)
  }
  root.onkeydown = (event) => walk(event, root, tell)
  made.set(root, { data })
}
