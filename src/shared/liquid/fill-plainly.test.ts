import fc from 'fast-check'
import { Liquid } from 'liquidjs'
import { expect, test } from 'vitest'
import { fillPlainly, readPlainly } from './fill-plainly'

const liquid = new Liquid({ ownPropertyOnly: true, lenientIf: true, strictFilters: true })
const name = fc.constantFrom('a', 'b', 'c_1', 'size', 'first', 'true', 'empty', 'constructor', 'toString', 'blank')
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.string(),
    fc.constantFrom<unknown>(null, undefined, 7, true, ['x', 'y'], '', '{{ a }}'),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
})).value
const piece = fc.oneof(
  fc.constantFrom(
    'Hi ',
    '{',
    '}',
    '}}',
    ' { {',
    '%}',
    '<&>',
    '\n',
    '{% if a %}x{% endif %}',
    '{{- a -}}',
    '{{ a | upcase }}',
    "{{ 'q' }}",
  ),
  fc
    .tuple(fc.array(name, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ' ', '  '))
    .map(([path, space]) => `{{${space}${path.join('.')}${space}}}`),
)

test('whatever the template and what is known, it is filled as Liquid would or left to Liquid', () => {
  let filledHere = 0
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), fc.dictionary(name, value), (pieces, scope) => {
      const template = pieces.join('')
      const parts = readPlainly(template)
      const filled = parts && fillPlainly(parts, scope)
      if (filled === null) return
      filledHere += 1
      expect(filled).toBe(liquid.parseAndRenderSync(template, scope))
    }),
    { numRuns: 2_000 },
  )
  expect(filledHere).toBeGreaterThan(100)
})

function fill(template: string) {
  const parts = readPlainly(template)
  return parts && fillPlainly(parts, { contact: { name: 'Dana' } })
}

test('a greeting by name is filled without Liquid; a filter, a condition and a name that is missing are not', () => {
  expect(fill('Hi {{ contact.name }}.')).toBe('Hi Dana.')
  expect(fill('Hi {{ contact.name | upcase }}.')).toBeNull()
  expect(fill('{% if contact %}Hi{% endif %}')).toBeNull()
  expect(fill('Hi {{ contact.surname }}.')).toBeNull()
})
