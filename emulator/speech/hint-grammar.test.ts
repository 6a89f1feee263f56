import { describe, expect, it } from 'vitest'
import { hintGrammar } from './hint-grammar.ts'

const dictionary = '\nsales S EY L Z\ndepartment D IH P AA R T M AH N T\none W AH N\ntwo T UW\nsales(2) S EY L S\n'

describe('hintGrammar', () => {
  it('listens for any one of the hints', () => {
    expect(hintGrammar(['sales', 'sales department'], dictionary)?.text).toContain('= sales | sales department;')
  })

  it('gives a hint back as it was written', () => {
    const grammar = hintGrammar(['Sales Department', '12'], dictionary)
    expect(grammar?.writtenAs(['sales', 'department'])).toBe('Sales Department')
    expect(grammar?.writtenAs(['one', 'two'])).toBe('12')
    expect(grammar?.writtenAs(['sales'])).toBe('sales')
  })

  it('leaves out what it does not know how to pronounce', () => {
    expect(hintGrammar(['Kwiatkowski', 'sales'], dictionary)?.text).toContain('= sales;')
    expect(hintGrammar(['$OOV_CLASS_DIGIT_SEQUENCE', 'sal', ''], dictionary)).toBeNull()
    expect(hintGrammar(['sales'], '')).toBeNull()
  })

  it('lets nothing into the grammar but words', () => {
    expect(hintGrammar(['sales; public <x> = one', 'one'], dictionary)?.text).toContain('= one;')
  })
})
