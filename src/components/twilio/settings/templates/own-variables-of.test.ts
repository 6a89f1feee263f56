import { expect, test } from 'vitest'
import { ownVariablesOf } from './own-variables-of'

test('a template’s own variables are those it prints that nobody else fills', () => {
  const body =
    'Hi {{ contact.first_name }}, {{day}} at {{- time | default: "noon" }}, {{ day }}. {{ "text" }} {{ firm.name }}'
  expect(ownVariablesOf(body)).toEqual(['day', 'time'])
})
