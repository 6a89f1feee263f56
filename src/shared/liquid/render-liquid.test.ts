import { describe, expect, test } from 'vitest'
import { liquidVariables, renderLiquid } from './render-liquid'

describe('renderLiquid', () => {
  test('fills variables and applies filters', () => {
    expect(renderLiquid('Hi {{ contact.name | upcase }}, {{ n | plus: 1 }}', { contact: { name: 'Dana' }, n: 1 })).toBe(
      'Hi DANA, 2',
    )
  })

  test('leaves what is not defined empty', () => {
    expect(renderLiquid('Hi {{ contact.name }}.', {})).toBe('Hi .')
  })

  test('reaches no prototype', () => {
    expect(renderLiquid('{{ a.constructor.name }}{{ a.__proto__ }}{{ a.toString }}', { a: { b: 1 } })).toBe('')
  })

  test.each([
    ['a broken template', '{{ a', /not closed/],
    ['an unknown filter', '{{ a | launch }}', /undefined filter/],
    ['a file', '{% include "secrets" %}', /ENOENT|not found/i],
    ['a loop without end', '{% for i in (1..10000000) %}{{ i }}{% endfor %}', /limit/],
    ['an empty loop without end', '{% for i in (1..10000000) %}{% endfor %}', /limit/],
    ['a template of 20 thousand characters', `{{ a }}${'x'.repeat(20_000)}`, /limit/],
  ])('refuses %s', (_what, template, message) => {
    expect(() => renderLiquid(template, { a: 'a' })).toThrow(message)
  })
})

describe('liquidVariables', () => {
  test('names what a template asks for from outside', () => {
    expect(
      liquidVariables(
        '{{ contact.name }} {% assign x = 1 %}{{ x }}{% if trigger.call.From %}{{ contact.name }}{% endif %}',
      ),
    ).toEqual(['contact.name', 'trigger.call.From'])
  })
})
