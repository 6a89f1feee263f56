const longestDraft = 320

/** Addresses as people and programs write them, with or without a scheme. */
const link =
  /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>"']+|\b(?:[a-z0-9-]+\.)+(?:[a-z]{2,12})(?:\/[^\s<>"']*)?(?![\w@])/gi
const mail = /[\w.+-]+@[\w-]+\.[\w.]+/
const phone = /\+?\d[\d ().-]{7,}\d/

/** Every link in a text, as written. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(link)].map(([found]) => found.replace(/[.,!?)\]]+$/, ''))
}

/**
 * What a model wrote, as a text that may be shown for sending: one plain line, short. Null when it leads somewhere that no text of ours
 * does (a link, an address, a phone number): the candidate's words may have asked for that.
 */
export function safeDraft(draft: string, ourTexts: readonly string[]): string | null {
  const plain = draft.replaceAll(/[\p{C}\s]+/gu, ' ').trim()
  const ours = new Set(ourTexts.flatMap(linksIn).map((one) => one.toLowerCase()))
  const links = linksIn(plain).filter((one) => !ours.has(one.toLowerCase()))
  if (links.length > 0 || mail.test(plain) || phone.test(plain)) return null
  return plain.length <= longestDraft ? plain : null
}
