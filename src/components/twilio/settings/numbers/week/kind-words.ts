import type { Period } from '@/shared/calls/day-periods'

/** What a caller meets first, in words, with its look in the timetable. */
export const kindWords = {
  rings: { word: 'Rings somebody', mark: '', look: 'bg-positive-soft text-positive' },
  flow: { word: 'A flow answers', mark: 'F', look: 'bg-info-soft text-info' },
  voicemail: { word: 'Voicemail', mark: 'V', look: 'bg-sunken text-ink-soft' },
  goodbye: { word: 'Goodbye', mark: 'G', look: 'bg-caution-soft text-caution' },
}

export function periodWords({ kind, hours }: Pick<Period, 'kind' | 'hours'>) {
  return hours === 'holiday' ? `${kindWords[kind].word} (holiday)` : kindWords[kind].word
}

/** `09:30`. */
export function clockOf(minute: number) {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
