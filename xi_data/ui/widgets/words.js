const CHINESE = /([\u2e80-\u9fff\uf900-\ufaff]+)/

function words(parent, text, lang) {
  // Chinese words in an English page say what language they are in.
  if (lang !== 'en') { parent.append(text); return }
  text.split(CHINESE).forEach((part, at) => {
    if (at % 2 === 0) { parent.append(part); return }
    const span = document.createElement('span')
    span.lang = 'zh'
    span.textContent = part
    parent.append(span)
  })
}

