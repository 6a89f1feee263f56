/** Moves the focus to the next (1) or previous (-1) row of the page's list; from outside, to the current row or the first. */
export function moveFocus(step: 1 | -1) {
  const list = document.querySelector('[data-key-list]')
  if (!list) return
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
  const focused = rows.findIndex((row) => row === document.activeElement)
  const current = rows.findIndex((row) => row.getAttribute('aria-current') !== null)
  const from = focused === -1 ? current : focused
  const next = from === -1 ? rows[0] : rows[from + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Puts the cursor into the page's search box; false: it has none, and the key may be somebody else's. */
export function focusPageSearch() {
  const search = document.querySelector<HTMLInputElement>('[data-page-search]')
  search?.focus()
  return search !== null
}
