import type { CallSettings } from '../schemas/call-settings'

/** What a new installation starts with. */
export const defaultCallSettings: CallSettings = {
  retry: { afterMinutes: [15, 120], ends: ['busy', 'no-answer', 'failed'], automatic: true, hours: null },
  dispositions: [
    'Reached',
    'Left voicemail',
    'No answer',
    'Wrong number',
    'Interview booked',
    'Call back later',
    'Not interested',
    'Not available now',
    'Placed',
  ],
}
