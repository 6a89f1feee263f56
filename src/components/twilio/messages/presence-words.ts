import type { PresentPerson } from '@/shared/schemas/conversation'

/** 'Maria is writing…', 'Maria and Tom are reading': writers first, because two answers are what it prevents. Empty for nobody. */
export function presenceWords(people: readonly PresentPerson[]): string {
  const writing = people.filter((person) => person.state === 'writing')
  if (writing.length > 0) return `${names(writing)} ${writing.length === 1 ? 'is' : 'are'} writing…`
  return people.length === 0 ? '' : `${names(people)} ${people.length === 1 ? 'is' : 'are'} reading`
}

function names(people: readonly PresentPerson[]) {
  const [first, second, ...rest] = people.map((person) => person.name.split(' ')[0] ?? person.name).toSorted()
  if (second === undefined) return first ?? ''
  return rest.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${rest.length} more`
}
