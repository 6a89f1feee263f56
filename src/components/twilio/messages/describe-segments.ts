import { countSegments } from '@/shared/messages/count-segments'

/** The line under the composer: characters and billed segments, and which characters make segments short. */
export function describeSegments(body: string, segments: number, encoding: 'GSM-7' | 'UCS-2') {
  const characters = body.length === 1 ? '1 character' : `${body.length.toLocaleString('en-US')} characters`
  const parts = segments === 1 ? '1 segment' : `${segments} segments`
  const count = body === '' ? 'Enter sends, Shift Enter starts a new line' : `${characters} · ${parts}`
  if (encoding === 'GSM-7') return { count, warning: null }
  const wide = wideCharacters(body)
  const shown = wide.slice(0, 3).map((character) => `“${character}”`)
  const names = shown.join(', ') + (wide.length > 3 ? ' and others' : '')
  const verb = wide.length === 1 ? 'makes' : 'make'
  return { count, warning: `${names} ${verb} each segment 70 characters instead of 160 (UCS-2)` }
}

/** Characters a plain text cannot carry, each once, in order. */
function wideCharacters(body: string) {
  const characters = [...new Intl.Segmenter().segment(body)].map(({ segment }) => segment)
  return [...new Set(characters)].filter((character) => countSegments(character).encoding === 'UCS-2')
}
