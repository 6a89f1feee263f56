import { describe, expect, it } from 'vitest'
import { spokenWav } from './helpers/spoken-wav.ts'
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

  it('counts the texts and calls that its person has not seen', async () => {
    const unseen = async () => (await stage().control('GET', '/phones'))[0].unseen
    await stage().control('POST', '/phones', { phoneNumber: ann })
    await stage().client.messages.create({ from: own, to: ann, body: 'One' })
    await stage().client.messages.create({ from: own, to: ann, body: 'Two' })
    await stage().client.calls.create({ from: own, to: ann, twiml: '<Response/>', timeout: 20 })
    await stage().advance(60_000)
    await stage().client.calls.create({ from: own, to: ann, twiml: '<Response/>', timeout: 20 })
    await stage().advance(1000)
    expect(await unseen()).toEqual({ messages: 2, missedCalls: 1, voicemails: 0 })
    await stage().control('POST', `/phones/${ann}/seen`, { messages: true })
    expect(await unseen()).toEqual({ messages: 0, missedCalls: 1, voicemails: 0 })
    await stage().control('POST', `/phones/${ann}/seen`, { calls: true })
    expect(await unseen()).toEqual({ messages: 0, missedCalls: 0, voicemails: 0 })
    await stage().advance(60_000)
    expect(await unseen(), 'the call that rang while the list was looked at').toMatchObject({ missedCalls: 1 })
    const [phone] = await stage().control('GET', '/phones')
    expect(phone.lastActivityAt).toBe('2026-03-02T15:01:20.300Z')
  })

  it('keeps what its voicemail took', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, onCall: 'voicemail' })
    const twiml = '<Response><Pause length="8"/><Say>Please call us back.</Say></Response>'
    await stage().client.calls.create({ from: own, to: ann, twiml })
    await stage().advance(60_000)
    const [phone] = await stage().control('GET', '/phones')
    expect(phone.unseen).toEqual({ messages: 0, missedCalls: 0, voicemails: 1 })
    const [call] = await stage().control('GET', `/phones/${ann}/calls`)
    expect(call).toMatchObject({ status: 'completed', missed: true, voicemail: true })
    expect(await stage().said(call.callSid)).toEqual(['Please call us back.'])
  })

  it('hears the sound that a Play of this machine has, byte for byte', async () => {
    const wav = Buffer.from(spokenWav({ soundMs: 500 }).split(',')[1] ?? '', 'base64')
    const body = wav.toString('latin1')
    const url = stage().app.on('/hello.mp3', { type: 'audio/mpeg', body })
    const sid = await stage().callInto(
      `<Response><Play>${url}</Play><Play>https://example.com/b.mp3</Play><Pause length="9"/></Response>`,
    )
    await stage().advance(7000)
    const { heard } = await stage().control('GET', `/calls/${sid}`)
    expect(heard[0]).toMatchObject({ url, soundUrl: `/emulator/sounds?url=${encodeURIComponent(url)}` })
    expect(heard[1], 'which is not on this machine').not.toHaveProperty('soundUrl')
    const sound = await fetch(stage().emulator.url + heard[0].soundUrl)
    expect(sound.headers.get('content-type')).toBe('audio/mpeg')
    expect(Buffer.from(await sound.arrayBuffer())).toEqual(Buffer.from(body, 'utf8'))
    await expect(stage().control('GET', '/sounds?url=http://127.0.0.1/etc')).rejects.toThrow('404 not_found')
  })

  it('reaches no other handset, as Twilio carries nothing between two people', async () => {
    await stage().control('POST', '/phones', { phoneNumber: bob })
    await expect(stage().text(ann, 'Hi', bob)).rejects.toThrow(`400 invalid: ${bob} is a handset too`)
    await expect(stage().dial(ann, bob)).rejects.toThrow(`400 invalid: ${bob} is a handset too`)
    await expect(stage().dial(ann, '+14155550199')).rejects.toThrow('is no number or application of the account')
  })

  it('waits for a slow answer of the API', async () => {
    await stage().control('POST', '/clock', { mode: 'real' })
    await stage().control('POST', '/faults', { rules: [{ on: 'request', action: 'slow', delayMs: 300, times: 1 }] })
    const askedAt = performance.now()
    await stage().client.api.accounts(stage().emulator.accountSid).fetch()
    expect(performance.now() - askedAt).toBeGreaterThanOrEqual(299)
  })
})
