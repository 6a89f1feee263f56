import type { Recovery } from '@/shared/schemas/recovery'

/** How much was recovered: '3 texts', '1 text and 2 calls', '3 texts, 1 call and 1 recording'. */
export function describeRecovery({ texts, calls, recordings }: Pick<Recovery, 'texts' | 'calls' | 'recordings'>) {
  const counts = [
    { count: texts, word: 'text' },
    { count: calls, word: 'call' },
    { count: recordings, word: 'recording' },
  ]
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${count} ${word}${count === 1 ? '' : 's'}`)
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts).replace(', and ', ' and ')
}
