import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMentions, mentionedIn } from './find-mentions'

const ann = { id: '1', name: 'Ann' }
const annLee = { id: '2', name: 'Ann Lee' }
const jose = { id: '3', name: 'José Núñez' }
const otherAnn = { id: '4', name: 'ann' }

describe('mentions in a note', () => {
  test.each([
    ['@Ann can you call?', ['1']],
    ['@ann lee, please', ['2']],
    ['ask @José Núñez and @Ann Lee.', ['3', '2']],
    ['@Anna is nobody of ours', []],
    ['mail ann@Ann is an address', []],
    ['@Ann @Ann @Ann', ['1']],
    ['no mention @ all', []],
    ['(@Ann)', ['1']],
  ])('%s', (body, ids) => {
    expect(mentionedIn(body, [ann, annLee, jose])).toEqual(ids)
  })

  test('two people of one name are both mentioned', () => {
    expect(mentionedIn('@Ann?', [ann, otherAnn])).toEqual(['1', '4'])
  })

  test('the parts joined are the note, whatever is in it', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('@Ann', '@Ann Lee', '@', ' ', '@José Núñez'),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const body = pieces.join('')
        expect(
          findMentions(body, [ann, annLee, jose])
            .map((part) => part.text)
            .join(''),
        ).toBe(body)
      }),
      { seed: 20_260_301 },
    )
  })
})
