import { searchWords } from '@/shared/conversations/search-words'

/** How much of a text stands before its first marked word. */
const before = 32

/** A text cut at the words that begin as those searched for do, begun a little before the first of them. The parts joined are its rest. */
export function markWords(text: string, q: string): { text: string; marked: boolean }[] {
  const wanted = searchWords(q)
  const parts: { text: string; marked: boolean }[] = []
  let plain = 0
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [word] = searchWords(match[0])
    if (word === undefined || !wanted.some((beginning) => word.startsWith(beginning))) continue
    if (parts.length === 0) plain = beginOf(text, match.index)
    if (match.index > plain) parts.push({ text: text.slice(plain, match.index), marked: false })
    plain = match.index + match[0].length
    parts.push({ text: match[0], marked: true })
  }
  if (plain < text.length) parts.push({ text: text.slice(plain), marked: false })
  return parts
}

/** Where a word begins, not too far ahead of the mark. */
function beginOf(text: string, mark: number) {
  if (mark <= before) return 0
  const space = text.indexOf(' ', mark - before)
  return space === -1 || space >= mark ? mark : space + 1
}
