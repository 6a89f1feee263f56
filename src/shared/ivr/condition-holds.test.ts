import { describe, expect, test } from 'vitest'
import { conditionHolds } from './condition-holds'

describe('conditionHolds', () => {
  test.each([
    ['equal_to', ' Yes ', 'yes', true],
    ['equal_to', 'yes', 'no', false],
    ['not_equal_to', 'yes', 'no', true],
    ['matches_any_of', 'Two', 'one, two', true],
    ['matches_any_of', 'three', 'one, two', false],
    ['does_not_match_any_of', 'three', 'one,two', true],
    ['contains', 'I want a JOB', 'job', true],
    ['does_not_contain', 'I want a job', 'visa', true],
    ['starts_with', '+1415', '+1', true],
    ['does_not_start_with', '+49', '+1', true],
    ['is_blank', '  ', '', true],
    ['is_not_blank', 'x', '', true],
    ['regex', 'order 77', '^order \\d+$', true],
    ['regex', 'order 77', '(', false],
    ['less_than', '9', '10', true],
    ['less_than', '', '10', false],
    ['greater_than', '10', '9', true],
    ['greater_than', 'ten', '9', false],
    ['is_before_date', '2026-11-24', '2026-11-25', true],
    ['is_after_date', '2026-11-24', '2026-11-25', false],
    ['is_before_time', '9:30 am', '13:00', true],
    ['is_after_time', '1:15 pm', '13:00', true],
    ['is_after_time', '12:05 am', '00:10', false],
    ['is_after_time', 'noon', '11:00', false],
  ])('%s: "%s" against "%s" is %s', (type, argument, value, holds) => {
    expect(conditionHolds(type, argument, value)).toBe(holds)
  })

  test('refuses a comparison that does not exist', () => {
    expect(() => conditionHolds('constructor', 'a', 'b')).toThrow('no comparison')
  })
})
