import { describe, expect, it } from 'vitest'
import { ann, codeOf, own, useStage } from './helpers/stage.ts'

describe('notifications', () => {
  const stage = useStage()
  const failingCall = async () => {
    await stage().configure(own, { voiceUrl: stage().app.on('/voice', { status: 502, body: 'Bad gateway' }) })
    return stage().dial(ann)
  }

  it('tell of a call’s error what was sent and what came back', async () => {
    const callSid = await failingCall()
    const [listed] = await stage().client.notifications.list()
    expect(listed).toMatchObject({ callSid, errorCode: '11200', log: '0', requestUrl: `${stage().app.url}/voice` })
    const fetched = await stage().client.notifications(listed!.sid).fetch()
    expect(fetched).toMatchObject({ requestMethod: 'POST', responseBody: 'Bad gateway' })
    expect(new URLSearchParams(fetched.requestVariables).get('CallSid')).toBe(callSid)
    expect(new URLSearchParams(fetched.messageText).get('ErrorCode')).toBe('11200')
  })

  it('are found under their call', async () => {
    const callSid = await failingCall()
    await stage().configure(own, { smsUrl: stage().app.on('/sms', { status: 500 }) })
    await stage().text(ann, 'Hi')
    expect(await stage().client.notifications.list()).toHaveLength(2)
    const [under] = await stage().client.calls(callSid).notifications.list()
    expect(await stage().client.calls(callSid).notifications(under!.sid).fetch()).toMatchObject({ callSid })
    expect(await stage().client.calls(callSid).notifications.list()).toHaveLength(1)
  })

  it('are told apart as errors and warnings', async () => {
    await failingCall()
    await stage().callInto('<Response><Dance/></Response>')
    const codes = async (log: number) =>
      (await stage().client.notifications.list({ log })).map((each) => each.errorCode)
    expect([await codes(0), await codes(1)]).toEqual([['11200'], ['12200']])
  })

  const count = async (filter: object) => (await stage().client.notifications.list(filter)).length

  it('are found by their day', async () => {
    await failingCall()
    expect(await count({ messageDate: new Date('2026-03-02') })).toBe(1)
    expect(await count({ messageDate: new Date('2026-03-01') })).toBe(0)
    expect(await count({ messageDateAfter: new Date('2026-03-03') })).toBe(0)
    expect(await count({ messageDateBefore: new Date('2026-03-03') })).toBe(1)
  })

  it('that are not there are not found', async () => {
    expect(
      await codeOf(
        stage()
          .client.notifications(`NO${'0'.repeat(32)}`)
          .fetch(),
      ),
    ).toBe(20404)
    expect(
      await codeOf(
        stage()
          .client.calls(`CA${'0'.repeat(32)}`)
          .notifications.list(),
      ),
    ).toBe(20404)
  })

  it('reach the debugger webhook, signed, with their payload', async () => {
    const debuggerUrl = stage().app.on('/debugger', { status: 204 })
    await stage().control('PATCH', '/settings', { debuggerUrl })
    const callSid = await failingCall()
    const [event] = stage().app.at('/debugger')
    expect(event).toMatchObject({
      Level: 'ERROR',
      PayloadType: 'application/json',
      AccountSid: stage().emulator.accountSid,
    })
    expect(event!['Sid']).toMatch(/^NO/)
    expect(JSON.parse(event!['Payload']!)).toMatchObject({
      resource_sid: callSid,
      error_code: '11200',
      webhook: { request: { url: `${stage().app.url}/voice`, method: 'POST' }, response: { status_code: 502 } },
    })
  })

  it('are not made of a debugger webhook that fails', async () => {
    await stage().control('PATCH', '/settings', { debuggerUrl: stage().app.on('/debugger', { status: 500 }) })
    await failingCall()
    expect(await stage().notifications()).toEqual([11200])
  })
})
