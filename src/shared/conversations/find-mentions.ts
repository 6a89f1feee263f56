import type { TeamMember } from '../schemas/conversation'

/** A stretch of a note: plain words, or the mention of somebody (with everyone who bears that name). */
export type NotePart = { text: string; people: TeamMember[] }

/**
 * Cuts a note at its mentions, `@Name` with the whole name as the team knows it, whatever its capitals. Of two names that begin alike the
 * longer counts, and a name ends where its letters end. The parts joined are the note again.
 */
export function findMentions(body: string, people: readonly TeamMember[]): NotePart[] {
  const names = Map.groupBy(
    people.filter((person) => person.name.trim() !== ''),
    (person) => person.name.trim().toLowerCase(),
  )
  const longestFirst = [...names.keys()].toSorted((one, other) => other.length - one.length)
  const parts: NotePart[] = []
  let plain = 0
  for (let at = body.indexOf('@'); at !== -1; at = body.indexOf('@', at + 1)) {
    if (at < plain || isLetter(body.slice(0, at), -1)) continue
    const name = longestFirst.find((candidate) => {
      const written = body.slice(at + 1, at + 1 + candidate.length)
      return written.toLowerCase() === candidate && !isLetter(body.slice(at + 1 + candidate.length), 0)
    })
    if (name === undefined) continue
    if (at > plain) parts.push({ text: body.slice(plain, at), people: [] })
    plain = at + 1 + name.length
    parts.push({ text: body.slice(at, plain), people: names.get(name) ?? [] })
  }
  if (plain < body.length) parts.push({ text: body.slice(plain), people: [] })
  return parts
}

/** The ids of everybody a note mentions, each once. */
export function mentionedIn(body: string, people: readonly TeamMember[]): string[] {
  return [...new Set(findMentions(body, people).flatMap((part) => part.people.map((person) => person.id)))]
}

function isLetter(text: string, at: 0 | -1) {
  const character = at === 0 ? Array.from(text.slice(0, 2))[0] : Array.from(text.slice(-2)).at(-1)
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character)
}
