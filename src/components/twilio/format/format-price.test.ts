import { expect, test } from 'vitest'
import { formatPrice } from './format-price'

test.each([
  [0.0125, 'USD', '$0.0125'],
  [0.025, 'USD', '$0.025'],
  [0.1, 'USD', '$0.10'],
  [1.2345, 'USD', '$1.23'],
  [0, 'EUR', '€0.00'],
])('%s %s reads %s', (amount, currency, text) => {
  expect(formatPrice(amount, currency, 'en-US')).toBe(text)
})
