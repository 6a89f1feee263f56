/** Drops what XML cannot carry (control characters, halves of surrogate pairs): one would make Twilio hang up on the caller. */
export function xmlText(text: string): string {
  return Array.from(text.toWellFormed())
    .filter((character) => character >= ' ' || character === '\n' || character === '\t')
    .join('')
    .replaceAll('\uFFFE', '')
    .replaceAll('\uFFFF', '')
}
