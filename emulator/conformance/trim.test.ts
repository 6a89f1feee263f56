import { describe, expect, it } from 'vitest'
import { Room } from './helpers/room.ts'
import { ann, bob, own, useStage } from './helpers/stage.ts'
import { spokenWav } from './helpers/spoken-wav.ts'

/** Three seconds of silence, a word of half a second (60 ms a character), five seconds of silence. */
const talk = '<Pause length="3"/><Say>Hello there</Say><Pause length="5"/>'

describe('silence at the ends of a recording', () => {
  const stage = useStage({ programs: { recognize: '/nowhere/recognizer' } })
  const room = new Room(() => stage())
  const durations = async () => (await stage().client.recordings.list()).map((each) => each.duration)
  const fileLength = async () => {
    const [recording] = await stage().client.recordings.list()
    return (await (await fetch(recording!.mediaUrl)).arrayBuffer()).byteLength
  }
  const call = async (settings: object, twiml = `<Response>${talk}</Response>`) => {
    const { sid } = await stage().client.calls.create({ from: own, to: ann, twiml, ...settings })
    await stage().advance(300)
    await stage().deed(sid, 'answer')
    await stage().advance(60_000)
    return sid
  }

  it('is cut off a REST call by default, in the file as in the duration', async () => {
    await call({ record: true })
    expect(await durations()).toEqual(['1'])
    expect(await fileLength()).toBe(44 + 16_000)
  })

  it('stays in a REST call with do-not-trim', async () => {
    await call({ record: true, trim: 'do-not-trim' })
    expect(await durations()).toEqual(['9'])
    expect(await fileLength()).toBe(44 + 9 * 16_000)
  })

  it('stays where nothing at all was heard', async () => {
    await call({ record: true }, '<Response><Pause length="4"/></Response>')
    expect(await durations()).toEqual(['4'])
  })

  it('stays in the recording of a Dial, and is cut off with trim-silence', async () => {
    await stage().control('POST', '/phones', { phoneNumber: bob, onCall: 'answer' })
    for (const [trim, seconds] of [
      ['', '10'],
      ['trim="trim-silence"', '2'],
    ]) {
      const dial = `<Dial record="record-from-answer" ${trim}>${bob}</Dial>`
      const sid = await room.dial(ann, `<Response>${dial}</Response>`)
      await stage().advance(4000)
      await room.say(sid, 'I have been waiting for ten years')
      await stage().advance(7200)
      await stage().deed(sid, 'hangup')
      await stage().advance(1000)
      expect((await durations())[0]).toBe(seconds)
    }
  })

  it('stays in a recording started by REST, and is cut off with trim-silence', async () => {
    for (const [settings, seconds] of [
      [{}, '9'],
      [{ trim: 'trim-silence' }, '1'],
    ] as const) {
      const sid = await stage().callInto(`<Response><Say>Hi</Say>${talk}</Response>`)
      await stage().client.calls(sid).recordings.create(settings)
      await stage().advance(60_000)
      expect((await durations())[0]).toBe(seconds)
    }
  })

  it('is cut off one started by TwiML by default, not with do-not-trim', async () => {
    for (const [trim, seconds] of [
      ['', '1'],
      ['trim="do-not-trim"', '9'],
    ]) {
      await stage().callInto(`<Response><Start><Recording ${trim}/></Start>${talk}</Response>`)
      await stage().advance(60_000)
      expect((await durations())[0]).toBe(seconds)
    }
  })

  it('is cut off a conference by default, not with do-not-trim', async () => {
    for (const [trim, seconds] of [
      ['', '2'],
      ['trim="do-not-trim"', '20'],
    ]) {
      const first = await room.enter(ann, `record="record-from-start" beep="false" ${trim}`, {
        name: `Room ${seconds}`,
      })
      const second = await room.enter(bob, 'beep="false"', { name: `Room ${seconds}` })
      await stage().advance(8000)
      await room.say(first, 'I have been waiting for ten years')
      await stage().advance(12_000)
      for (const sid of [second, first]) await stage().deed(sid, 'hangup')
      await stage().advance(1000)
      expect((await durations())[0]).toBe(seconds)
    }
  })

  it('is cut off a Record at both ends by default, not with do-not-trim', async () => {
    for (const [trim, seconds] of [
      ['', '7'],
      ['trim="do-not-trim"', '14'],
    ]) {
      const sid = await room.dial(ann, `<Response><Record ${trim} timeout="4" action="/done"/></Response>`)
      await stage().advance(3000)
      await stage().deed(sid, 'record', { seconds: 7 })
      await stage().advance(20_000)
      expect(stage().app.at('/done').at(-1)).toMatchObject({ RecordingDuration: seconds })
    }
  })

  it('is found in real audio as well', async () => {
    const sid = await room.dial(ann, '<Response><Record timeout="4" action="/done"/></Response>')
    await stage().deed(sid, 'record', { audio: spokenWav({ silentMs: 2000, soundMs: 3000, thenSilentMs: 1500 }) })
    await stage().advance(20_000)
    expect(stage().app.at('/done')).toMatchObject([{ RecordingDuration: '3' }])
    const [recording] = await stage().client.recordings.list()
    const file = Buffer.from(await (await fetch(recording!.mediaUrl)).arrayBuffer())
    expect(file.length).toBe(44 + 3 * 16_000)
    expect(Math.abs(file.readInt16LE(44)), 'it begins with sound').toBeGreaterThan(3000)
  })
})
