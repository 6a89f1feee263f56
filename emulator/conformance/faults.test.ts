import { describe, expect, it } from 'vitest'
import { ann, codeOf, own, useStage } from './helpers/stage.ts'

describe('a fault', () => {
  const stage = useStage()
  const set = (...rules: object[]) => stage().control('POST', '/faults', { seed: 7, rules })
  const send = () => {
    const statusCallback = stage().app.on('/status', { status: 204 })
    return stage().client.messages.create({ from: own, to: ann, body: 'x', statusCallback })
  }
  const statuses = () =>
    stage()
      .app.at('/status')
      .map((each) => each['MessageStatus'])

  it('drops callbacks', async () => {
    await set({ on: 'callback', kind: 'message-status', action: 'drop' })
    await send()
    await stage().advance(10_000)
    expect(statuses()).toEqual([])
  })

  it('sends callbacks twice', async () => {
    await set({ on: 'callback', action: 'duplicate' })
    await send()
    await stage().advance(10_000)
    expect(statuses()).toEqual(['sent', 'sent', 'delivered', 'delivered'])
  })

  it('delays callbacks', async () => {
    await set({ on: 'callback', action: 'delay', delayMs: 60_000 })
    await send()
    await stage().advance(60_499)
    expect(statuses()).toEqual([])
    await stage().advance(501)
    expect(statuses()).toEqual(['sent', 'delivered'])
  })

  it('lets a callback arrive after the next one', async () => {
    await set({ on: 'callback', action: 'reorder', times: 1 })
    await send()
    await stage().advance(10_000)
    expect(statuses()).toEqual(['delivered', 'sent'])
  })

  it('lets a callback that no other follows arrive in the end', async () => {
    await set({ on: 'callback', kind: 'call-status', action: 'reorder' })
    const statusCallback = stage().app.on('/status', { status: 204 })
    await stage().client.calls.create({ from: own, to: ann, twiml: '<Response/>', statusCallback, timeout: 5 })
    await stage().advance(60_000)
    expect(stage().app.at('/status')).toHaveLength(1)
  })

  it('leaves other kinds of callbacks alone', async () => {
    await set({ on: 'callback', kind: 'call-status', action: 'drop' })
    await send()
    await stage().advance(10_000)
    expect(statuses()).toEqual(['sent', 'delivered'])
  })

  it('strikes by chance, and the same way for the same seed', async () => {
    const runs = []
    for (let run = 0; run < 2; run++) {
      await stage().control('POST', '/reset')
      await set({ on: 'callback', action: 'drop', probability: 0.5 })
      const before = statuses().length
      for (let count = 0; count < 10; count++) await send()
      await stage().advance(10_000)
      runs.push(statuses().slice(before))
    }
    expect(runs[0]!.length).toBeGreaterThan(3)
    expect(runs[0]!.length).toBeLessThan(17)
    expect(runs[1]).toEqual(runs[0])
  })

  it.each([
    [429, undefined, 20429],
    [503, undefined, 20503],
    [500, undefined, 20500],
    [400, 21611, 21611],
  ])('fails an API request with %i', async (status, code, expected) => {
    await set({ on: 'request', method: 'POST', path: '/Messages', action: 'fail', status, ...(code ? { code } : {}) })
    await expect(send()).rejects.toMatchObject({ status, code: expected })
    expect(await stage().client.messages.list()).toEqual([])
  })

  it('strikes as often as it shall', async () => {
    await set({ on: 'request', action: 'fail', status: 429, times: 1 })
    expect(await codeOf(send())).toBe(20429)
    expect((await send()).status).toBe('queued')
  })

  it.each([
    ['reset-before', 0],
    ['reset-after', 1],
  ])('breaks off the connection: %s leaves %i messages', async (action, messages) => {
    await set({ on: 'request', path: '/Messages', action, times: 1 })
    await expect(send()).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(await stage().client.messages.list()).toHaveLength(messages)
  })

  it.each([
    ['timeout', 0],
    ['timeout-after', 1],
  ])('never answers: %s leaves %i messages', async (action, messages) => {
    await set({ on: 'request', path: '/Messages', action, times: 1 })
    const { accountSid, authToken, url } = stage().emulator
    const sending = fetch(`${url}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      body: new URLSearchParams({ From: own, To: ann, Body: 'x' }),
      signal: AbortSignal.timeout(50),
    })
    await expect(sending).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(await stage().client.messages.list()).toHaveLength(messages)
  })

  it('is told and forgotten', async () => {
    const rule = { on: 'number', phoneNumber: ann, errorCode: 30005, probability: 1 }
    await set(rule)
    expect(await stage().control('GET', '/faults')).toEqual({ seed: 7, rules: [rule] })
    await stage().control('DELETE', '/faults')
    expect(await stage().control('GET', '/faults')).toEqual({ seed: 1, rules: [] })
  })
})
