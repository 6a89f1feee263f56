/** What a template can ask for without being told, in the words of people. */
export const variableWords: Readonly<Record<string, string>> = {
  'contact.first_name': 'the contact’s first name',
  'contact.name': 'the contact’s name',
  'contact.phone_number': 'the contact’s number',
  'contact.email': 'the contact’s e-mail address',
  'user.name': 'the sender’s name',
  'user.first_name': 'the sender’s first name',
  'firm.name': 'the firm’s name (EVA_FIRM_NAME is not set)',
}

/** A variable of the template’s own, which whoever sends it fills in. */
export function isOwnVariable(name: string) {
  return !/^(?:contact|user|firm)\./.test(name)
}

/** What keeps a text from being sent, as a sentence; null when nothing does. */
export function missingSentence(missing: readonly string[]): string | null {
  if (missing.length === 0) return null
  const names = missing.map((name) => variableWords[name] ?? `“${name}”`)
  return `It would not be sent: ${new Intl.ListFormat('en').format(names)} ${names.length === 1 ? 'is' : 'are'} missing.`
}
