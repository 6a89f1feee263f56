/** Control characters but tab and line feed, and two that are no characters at all. */
const notXml = /[\p{Cc}--[\n\t\u007F-\u009F]]|[\uFFFE\uFFFF]/gv

/** Drops what XML cannot carry, and mends halves of surrogate pairs: one would make Twilio hang up on the caller. */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(notXml, '')
}
