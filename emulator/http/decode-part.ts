/** Percent escapes read, or the text as it is where they are broken. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
