import { describe, expect, test } from 'vitest'
import { aMessage } from '../../../../test/helpers/dashboard-fixtures'
import { unconfirmedTexts } from './unconfirmed-texts'
import type { OutgoingText } from './use-outbox'

const outgoing = (key: string, body: string, known: string[] = []): OutgoingText => ({
  key,
  to: '+14155550123',
  mediaUrls: [],
  later: null,
  from: '+14155550100',
  body,
  state: 'handing-over',
  reason: null,
  known: new Set(known),
  lastSeenMessageId: null,
  answered: null,
})

describe('unconfirmedTexts', () => {
  test('a text stands once, whether its event or its answer comes first', () => {
    expect(unconfirmedTexts([outgoing('a', 'text 1')], [aMessage(1)])).toEqual([])
  })

  test('the same words sent before are another text', () => {
    const earlier = aMessage(1)
    expect(unconfirmedTexts([outgoing('a', 'text 1', [earlier.id])], [earlier])).toHaveLength(1)
  })

  test('the same words sent twice at once need two texts in the thread', () => {
    const twice = [outgoing('a', 'text 1'), outgoing('b', 'text 1')]
    expect(unconfirmedTexts(twice, [aMessage(1)]).map((text) => text.key)).toEqual(['b'])
  })

  test('what they wrote is never taken for ours', () => {
    expect(unconfirmedTexts([outgoing('a', 'text 1')], [aMessage(1, { direction: 'inbound' })])).toHaveLength(1)
  })
})
