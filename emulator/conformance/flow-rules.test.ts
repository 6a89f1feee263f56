import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ann, own, useStage } from './helpers/stage.ts'

/** Random documents without input or other parties, held against the flow rules worked out by hand: D.1 of what is known of Twilio. */
type Verb =
  | { name: 'say'; text: string }
  | { name: 'pause'; seconds: number }
  | { name: 'keys'; digits: string }
  | { name: 'gather'; timeout: number; text: string }
  | { name: 'hangup' }
  | { name: 'reject'; reason: 'busy' | 'rejected' }
  | { name: 'redirect'; on: number }
  | { name: 'unknown' }

const text = fc.stringMatching(/^[a-z]{1,12}$/)
const verb: fc.Arbitrary<Verb> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ name: fc.constant('say' as const), text }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constant('pause' as const), seconds: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({ name: fc.constant('keys' as const), digits: fc.stringMatching(/^[0-9]{1,4}$/) }),
  },
  { weight: 2, arbitrary: fc.record({ name: fc.constant('gather' as const), timeout: fc.nat(4), text }) },
  { weight: 1, arbitrary: fc.constant({ name: 'hangup' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      name: fc.constant('reject' as const),
      reason: fc.constantFrom('busy' as const, 'rejected' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('redirect' as const), on: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 1, arbitrary: fc.constant({ name: 'unknown' as const }) },
)
const documents = fc.array(fc.array(verb, { maxLength: 5 }), { minLength: 1, maxLength: 4 })

/** A Redirect goes to a later document, so that every run ends. */
function xmlOf(verbs: readonly Verb[], index: number, count: number): string {
  const inside = verbs.map((each) => {
    if (each.name === 'say') return `<Say>${each.text}</Say>`
    if (each.name === 'pause') return `<Pause length="${each.seconds}"/>`
    if (each.name === 'keys') return `<Play digits="${each.digits}"/>`
    if (each.name === 'gather') return `<Gather timeout="${each.timeout}"><Say>${each.text}</Say></Gather>`
    if (each.name === 'reject') return `<Reject reason="${each.reason}"/>`
    if (each.name === 'redirect') return `<Redirect>/document/${Math.min(index + each.on, count)}</Redirect>`
    return each.name === 'hangup' ? '<Hangup/>' : '<Dance/>'
  })
  return `<Response>${inside.join('')}</Response>`
}

type Fate = { status: string; heard: string[]; answeredAfterMs: number | null; endsAfterMs: number }

/** What becomes of the call: one verb after the other; the first answers unless it is Reject or Pause; the end of all hangs up. */
function foretell(all: readonly (readonly Verb[])[]): Fate {
  const fate: Fate = { status: 'completed', heard: [], answeredAfterMs: null, endsAfterMs: 0 }
  const answer = () => (fate.answeredAfterMs ??= fate.endsAfterMs)
  for (let index = 0; ;) {
    const verbs = all[index] ?? []
    const known = verbs.filter(({ name }) => name !== 'unknown')
    let next: number | null = null
    for (const [at, each] of known.entries()) {
      if (at > 0 || (each.name !== 'pause' && each.name !== 'reject')) answer()
      if (each.name === 'say' || each.name === 'gather') fate.heard.push(each.text)
      if (each.name === 'say') fate.endsAfterMs += 60 * each.text.length
      else if (each.name === 'pause') fate.endsAfterMs += 1000 * each.seconds
      else if (each.name === 'keys') fate.endsAfterMs += 250 * each.digits.length
      else if (each.name === 'gather') fate.endsAfterMs += 60 * each.text.length + 1000 * each.timeout
      else if (each.name === 'redirect') next = Math.min(index + each.on, all.length)
      else if (each.name === 'reject' && fate.answeredAfterMs === null) {
        return { ...fate, status: each.reason === 'busy' ? 'busy' : 'no-answer' }
      } else return fate
      if (next !== null) break
    }
    if (next === null) {
      answer()
      return fate
    }
    index = next
  }
}

describe('whatever verbs follow each other', () => {
  const stage = useStage()

  it('the call goes the way of the flow rules, to the second', async () => {
    await stage().configure(own, { voiceUrl: `${stage().app.url}/document/0` })
    await fc.assert(
      fc.asyncProperty(documents, async (all) => {
        for (let index = 0; index <= all.length; index++) {
          stage().app.on(`/document/${index}`, xmlOf(all[index] ?? [], index, all.length))
        }
        const fate = foretell(all)
        const sid = await stage().dial(ann)
        await stage().advance(Math.max(0, fate.endsAfterMs - 1))
        const isEarly = fate.endsAfterMs === 0 || (await stage().call(sid)).durationSeconds === null
        expect(isEarly, 'not over a millisecond before').toBe(true)
        await stage().advance(fate.endsAfterMs > 0 ? 1 : 0)
        const { answeredAfterMs, endsAfterMs } = fate
        const seconds = answeredAfterMs === null ? 0 : Math.round((endsAfterMs - answeredAfterMs) / 1000)
        const call = await stage().call(sid)
        expect([call.status, call.durationSeconds]).toEqual([fate.status, seconds])
        expect(await stage().said(sid)).toEqual(fate.heard)
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
