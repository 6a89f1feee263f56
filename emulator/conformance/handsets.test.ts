import { describe, expect, it } from 'vitest'
import { ann, bob, own, useStage } from './helpers/stage.ts'

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC'

describe('a handset', () => {
  const stage = useStage()

  it('does not come to be by being looked at', async () => {
    expect(await stage().control('GET', `/phones/${ann}/messages`)).toEqual([])
    expect(await stage().control('GET', `/phones/${ann}/calls`)).toEqual([])
    expect(await stage().control('GET', '/phones')).toEqual([])
    await expect(stage().control('GET', `/phones/${own}/calls`)).rejects.toThrow('400 invalid')
  })

  it('has the time zone of its person', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, timeZone: 'America/Chicago' })
    expect(await stage().control('GET', '/phones')).toMatchObject([{ timeZone: 'America/Chicago' }])
    await expect(stage().control('PATCH', `/phones/${ann}`, { timeZone: 'Mars/Olympus' })).rejects.toThrow('timeZone')
  })

  it('gets pictures where the emulator has their bytes, in a box of their own', async () => {
    await stage().control('POST', `/phones/${ann}/messages`, {
      to: own,
      mediaUrls: [pixel, 'https://example.com/a.pdf'],
    })
    const [text] = await stage().control('GET', `/phones/${ann}/messages`)
    expect(text.media).toEqual([
      { url: expect.stringContaining('/Media/ME'), contentType: 'image/gif', isStored: true },
      { url: 'https://example.com/a.pdf', contentType: 'application/pdf', isStored: false },
    ])
    const picture = await fetch(text.media[0].url)
    expect(picture.headers.get('content-type')).toBe('image/gif')
    expect(picture.headers.get('content-security-policy')).toBe('sandbox')
  })

  it('knows the room it is in, who else is there and who cannot be heard', async () => {
    const sid = await stage().callInto('<Response><Dial><Conference>Interview</Conference></Dial></Response>')
    const other = await stage().dial(bob)
    const { conference } = await stage().control('GET', `/calls/${sid}`)
    expect(conference).toMatchObject({ name: 'Interview', status: 'in-progress' })
    expect(conference.participants).toMatchObject([
      { callSid: sid, phoneNumber: ann, joined: true, muted: false, hold: false, coaching: false },
      { callSid: other, phoneNumber: bob },
    ])
    await stage().client.conferences(conference.conferenceSid).participants(other).update({ muted: true })
    await stage().deed(other, 'speech', { text: 'Can you hear me?' })
    const muted = await stage().control('GET', `/calls/${sid}`)
    expect(muted.conference.participants[1]).toMatchObject({ muted: true })
    expect(await stage().said(sid)).not.toContain('Can you hear me?')
    await stage().deed(sid, 'hangup')
    expect(await stage().control('GET', `/calls/${sid}`)).toMatchObject({ conference: null })
  })

  it('waits for a slow answer of the API', async () => {
    await stage().control('POST', '/clock', { mode: 'real' })
    await stage().control('POST', '/faults', { rules: [{ on: 'request', action: 'slow', delayMs: 300, times: 1 }] })
    const askedAt = performance.now()
    await stage().client.api.accounts(stage().emulator.accountSid).fetch()
    expect(performance.now() - askedAt).toBeGreaterThanOrEqual(299)
  })
})
