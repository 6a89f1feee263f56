import type { Tone } from '@/components/ui/badge'
import type { CallRetry, CallRetryStatus } from '@/shared/schemas/call-retry'

export const retryStatusWords: Record<CallRetryStatus, { word: string; tone: Tone }> = {
  planned: { word: 'Planned', tone: 'info' },
  placing: { word: 'Calling', tone: 'info' },
  placed: { word: 'Called again', tone: 'positive' },
  canceled: { word: 'Canceled', tone: 'neutral' },
  skipped: { word: 'Not needed', tone: 'neutral' },
  failed: { word: 'Failed', tone: 'negative' },
}

const ends: Readonly<Record<string, string>> = {
  busy: 'was busy',
  'no-answer': 'was not answered',
  failed: 'could not be connected',
}

/** Why it is tried again. */
export function retryCause({ ended, attempt }: Pick<CallRetry, 'ended' | 'attempt'>): string {
  return `${attempt === 1 ? 'The call' : 'The last call'} ${ends[ended] ?? 'reached nobody'}. ${ordinal(attempt)} retry.`
}

function ordinal(attempt: number) {
  return ['First', 'Second', 'Third', 'Fourth', 'Fifth'][attempt - 1] ?? `${attempt}th`
}
