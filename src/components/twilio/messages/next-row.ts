/** The conversation whose row has the focus, or null. */
export function focusedRow() {
  return document.activeElement?.closest<HTMLElement>('[data-conversation]')?.dataset.conversation ?? null
}

/** The conversation below (or else above) one in the list on screen: where to go on when it leaves the list. */
export function rowAfter(conversationId: string) {
  const ids = [...document.querySelectorAll<HTMLElement>('[data-key-list] [data-conversation]')].map(
    (row) => row.dataset.conversation ?? '',
  )
  const at = ids.indexOf(conversationId)
  return at === -1 ? null : (ids[at + 1] ?? ids[at - 1] ?? null)
}
