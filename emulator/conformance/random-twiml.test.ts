import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ann, own, useStage } from './helpers/stage.ts'

const names = [
  'Say',
  'Play',
  'Pause',
  'Gather',
  'Record',
  'Dial',
  'Number',
  'Redirect',
  'Reject',
  'Hangup',
  'Message',
  'Nonsense',
]
const attributes = [
  'action',
  'timeout',
  'numDigits',
  'finishOnKey',
  'length',
  'loop',
  'url',
  'digits',
  'maxLength',
  'input',
]
const values = ['', '0', '1', '2', '-1', '99999999', 'true', 'dtmf speech', '/voice', 'http://[', '#', 'w', '𝄞', '&lt;']

const attribute = fc.tuple(fc.constantFrom(...attributes), fc.constantFrom(...values))
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...names),
      fc.uniqueArray(attribute, { maxLength: 4, selector: ([name]) => name }),
      fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('', 'hello', '+14155550122', '/voice', '12'),
        fc.array(tie('element'), { maxLength: 3 }).map((each) => each.join('')),
      ),
    )
    .map(
      ([name, pairs, inside]) =>
        `<${name}${pairs.map(([key, value]) => ` ${key}="${value}"`).join('')}>${inside}</${name}>`,
    ),
}))
const document = fc.oneof(
  { weight: 5, arbitrary: fc.array(element, { maxLength: 4 }).map((each) => `<Response>${each.join('')}</Response>`) },
  { weight: 1, arbitrary: fc.string() },
)

describe('whatever an application answers', () => {
  const stage = useStage({ timing: { playUnknown: 100 } })

  it('the call comes to an end, and the emulator lives on', async () => {
    await stage().configure(own, { voiceUrl: `${stage().app.url}/voice`, smsUrl: `${stage().app.url}/voice` })
    await fc.assert(
      fc.asyncProperty(document, fc.constantFrom('hangup', 'digits', 'nothing'), async (twiml, deed) => {
        await stage().control('POST', '/reset')
        await stage().control('POST', '/phones', { phoneNumber: '+14155550122', onCall: 'answer' })
        stage().app.on('/voice', twiml, '<Response/>')
        const sid = await stage().dial(ann)
        await stage().advance(3000)
        const isLive = (await stage().call(sid)).status === 'in-progress'
        if (isLive && deed !== 'nothing') await stage().deed(sid, deed, { digits: '1#' })
        await stage().advance(60_000)
        if (!['completed', 'canceled', 'busy', 'no-answer', 'failed'].includes((await stage().call(sid)).status)) {
          await stage().deed(sid, 'hangup')
        }
        expect((await stage().client.calls(sid).fetch()).status).toMatch(/completed|canceled|busy|no-answer|failed/)
        stage().app.on('/voice', twiml, '<Response/>')
        await stage().text(ann, 'hi')
        expect(await stage().notifications()).not.toContain(12400)
      }),
      { numRuns: 80 },
    )
  }, 60_000)
})
