/** Text as PostgreSQL can keep it: NUL characters and halves of surrogate pairs become U+FFFD, all else stays as it is. */
export function storable(text: string) {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed()
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '\uFFFD') : wellFormed
}
