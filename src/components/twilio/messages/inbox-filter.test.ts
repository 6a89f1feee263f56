import { expect, test } from 'vitest'
import { inboxFilter } from './inbox-filter'

test.each([
  [{}, { status: 'open' }],
  [{ view: 'mine' }, { status: 'open', assignedTo: 'me-1' }],
  [{ view: 'unassigned', standing: 'all' }, { assignedTo: 'nobody' }],
  [
    { standing: 'snoozed', number: '+14155550100' },
    { status: 'snoozed', ourNumber: '+14155550100' },
  ],
  [{ unread: true }, { unread: true }],
  [
    { unread: true, standing: 'open' },
    { unread: true, status: 'open' },
  ],
  [{ q: ' dana ', view: 'mine', standing: 'done' }, { q: 'dana' }],
  [{ q: ' ' }, { status: 'open' }],
] as const)('%o lists %o', (search, filter) => {
  expect(inboxFilter(search, 'me-1')).toEqual(filter)
})
