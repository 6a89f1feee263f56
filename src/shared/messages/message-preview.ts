const previewLength = 120

/** One line for the list of conversations: the text's beginning, or what was attached when it has none. */
export function messagePreview(body: string, numMedia: number) {
  const line = body
    .slice(0, previewLength * 2)
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (line === '') return numMedia === 0 ? '' : numMedia === 1 ? 'Attachment' : `${numMedia} attachments`
  // Cutting may halve an emoji; a lone surrogate must not reach the database.
  return line.length > previewLength ? `${line.slice(0, previewLength - 1).toWellFormed()}…` : line.toWellFormed()
}
