import { describe, expect, it } from 'vitest'
import { codeOf, useStage } from './helpers/stage.ts'

describe('the events of a call', () => {
  const stage = useStage()

  it('are what was asked of the application for it, in order, with what it answered', async () => {
    stage().app.on('/chosen', { status: 500, body: 'broken', type: 'text/plain' })
    const sid = await stage().callInto('<Response><Gather numDigits="1" action="/chosen"/></Response>')
    await stage().deed(sid, 'digits', { digits: '1' })
    await stage().advance(20_000)
    const events = await stage().client.calls(sid).events.list()
    expect(events).toMatchObject([
      {
        request: {
          method: 'POST',
          url: `${stage().app.url}/voice`,
          parameters: { CallSid: sid, CallStatus: 'ringing' },
        },
        response: { response_code: 200, content_type: 'text/xml', date_created: 'Mon, 02 Mar 2026 15:00:00 +0000' },
      },
      {
        request: { url: `${stage().app.url}/chosen`, parameters: { Digits: '1' } },
        response: { response_code: 500, response_body: 'broken' },
      },
    ])
  })

  it('are paged, and unknown for an unknown call', async () => {
    const sid = await stage().callInto('<Response><Redirect>/a</Redirect></Response>')
    await stage().advance(1000)
    expect(await stage().client.calls(sid).events.list({ pageSize: 1, limit: 5 })).toHaveLength(2)
    expect(
      await codeOf(
        stage()
          .client.calls(`CA${'0'.repeat(32)}`)
          .events.list(),
      ),
    ).toBe(20404)
  })
})
