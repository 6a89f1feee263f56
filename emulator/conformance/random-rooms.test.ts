import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ann, bob, own, useStage } from './helpers/stage.ts'

const verbs = ['Dial', 'Enqueue', 'Start', 'Stop', 'Refer', 'Leave', 'Say', 'Gather', 'Redirect']
const nouns = ['Conference', 'Queue', 'Client', 'Sip', 'Application', 'Number', 'Recording', 'Transcription', 'Task']
const attributes = [
  'action',
  'waitUrl',
  'url',
  'statusCallback',
  'statusCallbackEvent',
  'coach',
  'maxParticipants',
  'participantLabel',
  'record',
  'timeout',
  'timeLimit',
  'hangupOnStar',
  'sequential',
  'sendDigits',
  'statusCallbackUrl',
  'endConferenceOnExit',
  'startConferenceOnEnter',
]
const values = [
  '',
  '0',
  '2',
  '-1',
  'true',
  'false',
  '/voice',
  'http://[',
  'join leave speaker',
  'record-from-start',
  '𝄞',
]
const texts = ['', 'Room', 'client', 'sip:a@b.c', '+14155550122', '/voice', '{}', 'constructor', '__proto__']

const attribute = fc.tuple(fc.constantFrom(...attributes), fc.constantFrom(...values))
const element = (name: fc.Arbitrary<string>, inside: fc.Arbitrary<string>) =>
  fc
    .tuple(name, fc.uniqueArray(attribute, { maxLength: 5, selector: ([key]) => key }), inside)
    .map(
      ([tag, pairs, text]) => `<${tag}${pairs.map(([key, value]) => ` ${key}="${value}"`).join('')}>${text}</${tag}>`,
    )
const noun = element(fc.constantFrom(...nouns), fc.constantFrom(...texts))
const verb = element(fc.constantFrom(...verbs), fc.oneof(fc.constantFrom(...texts), noun, noun))
const document = fc.array(verb, { minLength: 1, maxLength: 4 }).map((each) => `<Response>${each.join('')}</Response>`)

describe('whatever two callers are told about rooms, queues and others', () => {
  const stage = useStage({ timing: { playUnknown: 100 } })

  it('their calls end when they hang up, and nobody stays in a room or a queue', async () => {
    await stage().configure(own, { voiceUrl: `${stage().app.url}/voice` })
    await stage().control('POST', '/phones', { phoneNumber: bob, onCall: 'answer' })
    await fc.assert(
      fc.asyncProperty(document, document, async (first, second) => {
        let asked = 0
        stage().app.on('/voice', () => (asked++ > 20 ? '<Response/>' : asked % 2 === 0 ? first : second))
        const calls = [await stage().dial(ann), await stage().dial('+14155550133')]
        await stage().advance(7000)
        for (const sid of calls) {
          if ((await stage().call(sid)).status === 'in-progress') {
            await stage().deed(sid, 'speech', { text: 'Hello' })
          }
          if (!['completed', 'failed', 'busy', 'no-answer'].includes((await stage().call(sid)).status)) {
            await stage().deed(sid, 'hangup')
          }
        }
        await stage().advance(120_000)
        const { client } = stage()
        const open = (await client.calls.list()).filter((call) => ['ringing', 'in-progress'].includes(call.status))
        expect(open.map((call) => call.direction)).toEqual([])
        const live = (await client.conferences.list()).filter((conference) => conference.status !== 'completed')
        expect(live).toEqual([])
        expect((await client.queues.list()).filter((queue) => queue.currentSize > 0)).toEqual([])
        expect(await stage().notifications()).not.toContain(12400)
        await stage().control('POST', '/reset')
        await stage().configure(own, { voiceUrl: `${stage().app.url}/voice` })
        await stage().control('POST', '/phones', { phoneNumber: bob, onCall: 'answer' })
      }),
      { numRuns: 60, seed: 20_260_302 },
    )
  }, 60_000)
})
