import { expect, test } from 'vitest'
import { isOwnVariable, missingSentence } from './variable-words'

test('what is missing is said in words, a template’s own variables by their names', () => {
  expect(missingSentence([])).toBeNull()
  expect(missingSentence(['contact.first_name'])).toBe('It would not be sent: the contact’s first name is missing.')
  expect(missingSentence(['user.name', 'day', 'contact.shoe_size'])).toBe(
    'It would not be sent: the sender’s name, “day”, and “contact.shoe_size” are missing.',
  )
})

test('variables of contacts, senders and the firm are none of the template’s own', () => {
  expect(['day', 'contact.name', 'contacts', 'user.first_name', 'firm.name'].filter(isOwnVariable)).toEqual([
    'day',
    'contacts',
  ])
})
