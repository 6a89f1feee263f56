/** What stands in place of a number that must not leave. */
const marks = {
  card: '[card number]',
  social: '[social security number]',
  account: '[account number]',
  iban: '[bank account]',
}

/** 13 to 19 digits with single spaces, dots or dashes between; the edges are no digits. */
const digitRun = /(?<![\d])\d(?:[ .\-–]?\d){12,18}(?!\d)/g
const socialWithMarks = /(?<!\d)(?!000|666)\d{3}([ .\-–])(?!00)\d{2}\1(?!0000)\d{4}(?!\d)/g
/** Nine digits without marks are anything, unless the text says what they are. */
const socialNamed =
  /\b(s\.?s\.?n\.?|social(?: security)?(?: (?:number|no\.?|#))?|itin|tax ?id)(\D{0,15}?)(\d(?:[ .\-–]?\d){8})(?!\d)/gi
const accountNamed =
  /\b((?:routing|account|acct|aba|iban|passport|driver'?s? licen[cs]e|dl|license|cvv|cvc|pin)(?: (?:number|no\.?|num|#))?)(\s*(?:is|:|#|-|=)?\s*)([a-z]{0,2}\d[\d -]{2,17}\d|\d{3,4})(?![\d])/gi
const iban = /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\b/gi

/**
 * The text without card numbers (Luhn), US social security and tax numbers, IBANs and what it names itself an account, routing, passport or
 * licence number. What is left may go to a model or into a log.
 */
export function redact(text: string): string {
  return text
    .replaceAll(iban, (found) => (isIban(found) ? marks.iban : found))
    .replaceAll(digitRun, redactCard)
    .replaceAll(socialWithMarks, marks.social)
    .replaceAll(socialNamed, (_found, name: string, between: string) => `${name}${between}${marks.social}`)
    .replaceAll(accountNamed, (_found, name: string, between: string) => `${name}${between}${marks.account}`)
}

/** A card may stand beside other digits: any 13 to 19 in a row that pass are taken out, the longest first. */
function redactCard(run: string): string {
  const digits = run.split('').flatMap((character, at) => (/\d/.test(character) ? [{ character, at }] : []))
  for (let length = digits.length; length >= 13; length -= 1) {
    for (let start = 0; start + length <= digits.length; start += 1) {
      const part = digits.slice(start, start + length)
      if (!passesLuhn(part.map(({ character }) => character))) continue
      const from = part[0]?.at ?? 0
      const to = (part.at(-1)?.at ?? 0) + 1
      return `${run.slice(0, from)}${marks.card}${run.slice(to)}`
    }
  }
  return run
}

export function passesLuhn(digits: readonly string[]): boolean {
  let sum = 0
  digits.toReversed().forEach((digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  })
  return sum % 10 === 0
}

function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '').toUpperCase()
  if (compact.length < 15 || compact.length > 34) return false
  let rest = 0
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = /\d/.test(character) ? character : String(parseInt(character, 36))
    for (const digit of value) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}
