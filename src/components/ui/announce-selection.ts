const name = 'aria-activedescendant'

/**
 * For a `Command`'s ref: tells screen readers which item is selected. cmdk 1.1.1 keeps naming the one that was selected before the list
 * was narrowed, and none at first (its issue 413).
 */
export function announceSelection(root: HTMLElement | null) {
  if (!root) return undefined
  const tell = () => {
    const selected = root.querySelector('[cmdk-item][aria-selected=true]')?.id ?? null
    for (const element of root.querySelectorAll('[cmdk-input], [cmdk-list]')) {
      if (element.getAttribute(name) === selected) continue
      if (selected === null) element.removeAttribute(name)
      else element.setAttribute(name, selected)
    }
  }
  const observer = new MutationObserver(tell)
  observer.observe(root, { subtree: true, childList: true, attributeFilter: ['aria-selected', name] })
  tell()
  return () => observer.disconnect()
}
