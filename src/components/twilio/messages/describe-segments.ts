import { countSegments } from '@/shared/messages/count-segments'
import { charactersOf, isWide, wideCharacters } from '@/shared/messages/wide-characters'

/** The line under the composer: characters and billed segments, and which characters make it more or shorter ones. */
export function describeSegments(body: string) {
  if (body === '') return { count: 'Enter sends, Shift Enter starts a new line', warning: null }
  const { segments, encoding } = countSegments(body)
  const characters = body.length === 1 ? '1 character' : `${body.length.toLocaleString('en-US')} characters`
  const count = `${characters} · ${segments === 1 ? '1 segment' : `${segments} segments`}`
  if (encoding === 'GSM-7') return { count, warning: null }
  const wide = wideCharacters(body)
  const shown = wide.slice(0, 3).map((character) => `“${character}”`)
  const names = shown.join(', ') + (wide.length > 3 ? ' and others' : '')
  const verb = wide.length === 1 ? 'makes' : 'make'
  const without = segmentsWithout(body)
  if (without < segments) return { count, warning: `${names} ${verb} this ${segments} segments instead of ${without}` }
  return { count, warning: `${names} ${verb} each segment 70 characters instead of 160 (UCS-2)` }
}

/** How many segments there were if every wide character were a plain one. */
function segmentsWithout(body: string) {
  const plain = charactersOf(body).map((character) => (isWide(character) ? '.' : character))
  return countSegments(plain.join('')).segments
}
