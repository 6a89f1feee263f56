import { describe, expect, test } from 'vitest'
import { fillTemplate } from './fill-template'

describe('fillTemplate', () => {
  test('fills what is known', () => {
    expect(
      fillTemplate('Hi {{ contact.first_name }}, see you {{ day }}.', {
        contact: { first_name: 'Dana' },
        day: 'Monday',
      }),
    ).toEqual({
      text: 'Hi Dana, see you Monday.',
      missing: [],
    })
  })

  test.each([
    ['no contact at all', {}],
    ['a contact without the name', { contact: {} }],
    ['a blank name', { contact: { first_name: ' ' } }],
    ['a name that is nothing', { contact: { first_name: null } }],
  ])('names what is missing: %s', (_what, scope) => {
    expect(fillTemplate('Hi {{ contact.first_name }},', scope)).toEqual({
      text: 'Hi [contact.first_name],',
      missing: ['contact.first_name'],
    })
  })

  test('names all that is missing, each once', () => {
    expect(fillTemplate('{{ a }} {{ b.c }} {{ a }} {{ b.d }}', {}).missing).toEqual(['a', 'b.c', 'b.d'])
  })

  test('lets a default and a condition ask for what is not there', () => {
    expect(
      fillTemplate(
        "Hi {{ contact.first_name | default: 'there' }}{% if contact.city %} in {{ contact.city }}{% endif %}",
        {},
      ),
    ).toEqual({
      text: 'Hi there',
      missing: [],
    })
  })

  test('throws on a template that cannot be read', () => {
    expect(() => fillTemplate('Hi {{ name', {})).toThrow('not closed')
  })
})
