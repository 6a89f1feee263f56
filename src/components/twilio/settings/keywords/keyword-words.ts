import type { KeywordHours, KeywordMatch, KeywordVerdict } from '@/shared/schemas/keyword'

export const matchWords: Record<KeywordMatch, { word: string; hint: string }> = {
  exact: { word: 'is exactly', hint: 'The whole text, whatever its case. One word or phrase per line.' },
  starts_with: { word: 'starts with', hint: 'The first words of the text. One word or phrase per line.' },
  contains: { word: 'contains', hint: 'Whole words anywhere in the text. One word or phrase per line.' },
  pattern: {
    word: 'matches the pattern',
    hint: 'A regular expression, such as ^job #?\\d+$. Upper and lower case are the same.',
  },
  any: { word: 'is any text', hint: '' },
}

export const verdictWords: Record<KeywordVerdict, string> = {
  answers: 'answers',
  behind: 'would answer, but another comes first',
  off: 'is off',
  other_number: 'is for another number',
  other_words: 'waits for other words',
  other_hours: 'is not in its hours',
}

export const dayWords = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/** Such as "Mon–Fri 09:00–17:00, New York". */
export function describeHours(hours: KeywordHours): string {
  const zone = hours.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? hours.timeZone
  const times = hours.from === hours.to ? 'all day' : `${hours.from}–${hours.to}`
  return `${hours.when === 'outside' ? 'outside ' : ''}${describeDays(hours.days)} ${times}, ${zone}`
}

function describeDays(days: readonly number[]): string {
  const sorted = [...new Set(days)].toSorted((one, other) => ((one + 6) % 7) - ((other + 6) % 7))
  if (sorted.length === 7) return 'every day'
  if (sorted.join() === '1,2,3,4,5') return 'Mon–Fri'
  return sorted.map((day) => dayWords[day]).join(', ')
}
