import { describe, expect, test } from 'vitest'
import { messagePreview } from './message-preview'

describe('messagePreview', () => {
  test('is one line', () => expect(messagePreview(' Hi\n\nthere ', 0)).toBe('Hi there'))
  test('says what was attached when there is no text', () => {
    expect(messagePreview('', 1)).toBe('Attachment')
    expect(messagePreview(' ', 3)).toBe('3 attachments')
  })
  test('is cut, never inside an emoji', () => {
    const preview = messagePreview('😀'.repeat(200), 0)
    expect(preview.length).toBeLessThanOrEqual(121)
    expect(preview.isWellFormed()).toBe(true)
  })
})
