export type WordChange = { kind: 'same' | 'gone' | 'new'; text: string }

/** What became of a text, word by word: the longest common words stay, the rest is gone or new. Neighbours of a kind are joined. */
export function wordChanges(before: string, after: string): WordChange[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  const longest = commonLengths(old, now)
  const changes: WordChange[] = []
  const add = (kind: WordChange['kind'], text: string) => {
    const last = changes.at(-1)
    if (last?.kind === kind) last.text += text
    else changes.push({ kind, text })
  }
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const [gone, added] = [old[i], now[j]]
    if (gone !== undefined && gone === added) {
      add('same', gone)
      i += 1
      j += 1
    } else if (gone !== undefined && (added === undefined || at(longest, i + 1, j) >= at(longest, i, j + 1))) {
      add('gone', gone)
      i += 1
    } else if (added !== undefined) {
      add('new', added)
      j += 1
    }
  }
  return changes
}

/** Words, variables as one, and the spaces between them. */
function wordsOf(text: string) {
  return text.match(/\{\{.*?\}\}|\s+|[^\s{]+|\{/g) ?? []
}

/** For each pair of places, how many words the rests have in common. */
function commonLengths(old: readonly string[], now: readonly string[]) {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (!row) continue
      row[j] =
        old[i] === now[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1))
    }
  }
  return lengths
}

function at(lengths: readonly Uint16Array[], i: number, j: number) {
  return lengths[i]?.[j] ?? 0
}
