import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { escapeXml, xmlElement } from './xml-element'
import { xmlText } from './xml-text'

function read(xml: string) {
  const found = { attribute: '', text: '' }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ attributes }) => (found.attribute = attributes.hints ?? ''))
  parser.on('text', (text) => (found.text += text))
  parser.write(xml).close()
  return found
}

test('whatever is said, a parser reads the same words, in an attribute and between the tags', () => {
  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...Array.from('<>&"\'\n\t\r\0]]>\u0085\u2028\uFFFE')),
      fc.string({ unit: 'binary' }),
    ),
  })
  fc.assert(
    fc.property(words, (text) => {
      const { attribute, text: content } = read(xmlElement('Say', { hints: text }, escapeXml(text)))
      expect({ attribute, content }).toEqual({ attribute: xmlText(text), content: xmlText(text) })
    }),
    { numRuns: 500 },
  )
})

test('what XML cannot carry is dropped, half a character is mended, all else stays', () => {
  expect(xmlText('a\0b\u001Fc\rd\n\te\uFFFEf\uD83Dg😀\u0085')).toBe('abcd\n\tef\uFFFDg😀\u0085')
})

test('an attribute without a value is left out, nothing within is a short tag', () => {
  expect(xmlElement('Play', { loop: undefined, digits: 'w1' })).toBe('<Play digits="w1"/>')
})
