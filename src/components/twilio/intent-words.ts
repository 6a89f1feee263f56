import type { Intent } from '@/shared/schemas/suggestion'

/** What somebody writes for, in words, with what such a text may say. */
export const intentWords: Record<Intent, { word: string; example: string }> = {
  interested: { word: 'Interested', example: '“Sounds great, tell me more”' },
  not_interested: { word: 'Not interested', example: '“No thanks, I found a job”' },
  schedule: { word: 'Wants a time', example: '“Tuesday at 10 works”' },
  reschedule: { word: 'Wants another time', example: '“Can we move it to Friday?”' },
  question: { word: 'Asks something', example: '“What is the pay?”' },
  running_late: { word: 'Is late', example: '“Stuck in traffic”' },
  thanks: { word: 'Says thanks', example: '“Thank you!”' },
  wrong_number: { word: 'Wrong number', example: '' },
  opt_out: { word: 'Asks to be left alone', example: '' },
  other: { word: 'Something else', example: '' },
}
