import { describe, expect, it } from 'vitest'
import { Room } from './helpers/room.ts'
import { ann, bob, codeOf, own, useStage } from './helpers/stage.ts'

const talk = '<Response><Pause length="1"/><Say>Hello there</Say><Pause length="60"/></Response>'

describe('a recording of a call', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const begin = async (input: object = {}) => {
    const sid = await stage().callInto(talk)
    await stage().advance(1000)
    const recording = await stage().client.calls(sid).recordings.create(input)
    return { sid, recording, recordings: stage().client.calls(sid).recordings }
  }
  const finish = async (sid: string, ms: number) => {
    await stage().advance(ms)
    await stage().deed(sid, 'hangup')
    await stage().advance(1000)
  }
  const download = async (sid: string, ending = '') => {
    const { url, accountSid } = stage().emulator
    const response = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}${ending}`)
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: Buffer.from(await response.arrayBuffer()),
    }
  }

  it('goes on through a pause as silence, by default', async () => {
    const { sid, recording, recordings } = await begin()
    await stage().advance(2000)
    await recordings(recording.sid).update({ status: 'paused' })
    await stage().advance(3000)
    expect((await recordings('Twilio.CURRENT').update({ status: 'in-progress' })).status).toBe('in-progress')
    await finish(sid, 1000)
    expect((await recordings(recording.sid).fetch()).duration).toBe('6')
  })

  it('leaves a pause out, if it shall', async () => {
    const { sid, recording, recordings } = await begin()
    await stage().advance(2000)
    await recordings('Twilio.CURRENT').update({ status: 'paused', pauseBehavior: 'skip' })
    await stage().advance(3000)
    await recordings('Twilio.CURRENT').update({ status: 'in-progress' })
    await finish(sid, 1000)
    expect((await recordings(recording.sid).fetch()).duration).toBe('3')
  })

  it('is the current one until it is stopped', async () => {
    const { recordings } = await begin()
    await stage().advance(1000)
    await recordings('Twilio.CURRENT').update({ status: 'stopped' })
    expect(await codeOf(recordings('Twilio.CURRENT').update({ status: 'stopped' }))).toBe(20404)
  })

  it('refuses what it does not know', async () => {
    const { recordings, recording } = await begin()
    expect(await codeOf(recordings(recording.sid).update({ status: 'completed' }))).toBe(20001)
    expect(await codeOf(recordings(recording.sid).update({ status: 'paused', pauseBehavior: 'music' }))).toBe(20001)
  })

  it('is a WAV file of its true length, PCM at 8 kHz', async () => {
    const { sid, recording } = await begin()
    await finish(sid, 4000)
    const { body, type } = await download(recording.sid)
    expect(type).toBe('audio/x-wav')
    expect(body.toString('latin1', 0, 4)).toBe('RIFF')
    expect([body.readUInt16LE(20), body.readUInt16LE(22), body.readUInt32LE(24)]).toEqual([1, 1, 8000])
    expect(body.readUInt32LE(40)).toBe(4 * 8000 * 2)
    expect(body).toHaveLength(44 + 4 * 8000 * 2)
    expect((await download(recording.sid, '.wav')).body).toEqual(body)
  })

  it('sounds where something was said, and is silent elsewhere', async () => {
    const { sid, recording } = await begin()
    await stage().advance(2000)
    await room.say(sid, 'Yes?')
    await finish(sid, 2000)
    const { body } = await download(recording.sid)
    const loudest = (from: number, to: number) => {
      let most = 0
      for (let at = 44 + from * 16; at < 44 + to * 16; at += 2) most = Math.max(most, Math.abs(body.readInt16LE(at)))
      return most
    }
    expect(loudest(1000, 1900)).toBe(0)
    expect(loudest(2000, 2990)).toBeGreaterThan(500)
    expect(loudest(3000, 4000)).toBe(0)
  })

  it('keeps the caller and what the caller hears on two channels, if dual', async () => {
    const { sid, recording } = await begin({ recordingChannels: 'dual' })
    await room.say(sid, 'Only the caller')
    await finish(sid, 2000)
    const { body } = await download(recording.sid)
    expect(body.readUInt16LE(22)).toBe(2)
    const loudest = (channel: number) => {
      let most = 0
      for (let at = 44 + channel * 2; at < body.length; at += 4) most = Math.max(most, Math.abs(body.readInt16LE(at)))
      return most
    }
    expect(loudest(0)).toBeGreaterThan(500)
    expect(loudest(1)).toBe(0)
    expect((await download(recording.sid, '.wav?RequestedChannels=1')).body.readUInt16LE(22)).toBe(1)
  })

  it('has one channel only unless dual: 16113', async () => {
    const { sid, recording } = await begin()
    await finish(sid, 1000)
    const { status, body } = await download(recording.sid, '.wav?RequestedChannels=2')
    expect([status, JSON.parse(body.toString()).code]).toEqual([400, 16113])
  })

  it('is an MP3 file as well', async () => {
    const { sid, recording } = await begin({ recordingChannels: 'dual' })
    await finish(sid, 3000)
    const { status, type, body } = await download(recording.sid, '.mp3')
    expect([status, type]).toEqual([200, 'audio/mpeg'])
    expect(body.readUInt16BE(0) & 0xffe0).toBe(0xffe0)
    expect(body.length / 4000).toBeGreaterThan(2.5)
    expect(body.length / 4000).toBeLessThan(3.5)
  })

  it('is no file while it runs, nor one that is unknown', async () => {
    const { recording } = await begin()
    expect((await download(recording.sid)).status).toBe(404)
    expect((await download(`RE${'0'.repeat(32)}`, '.mp3')).status).toBe(404)
  })

  it('started by TwiML runs beside the document', async () => {
    const noun =
      '<Recording recordingStatusCallback="/recording" recordingStatusCallbackEvent="in-progress completed"/>'
    const sid = await stage().callInto(
      `<Response><Start>${noun}</Start><Say>Recorded at length</Say><Pause length="5"/></Response>`,
    )
    await stage().advance(60_000)
    expect(
      stage()
        .app.at('/recording')
        .map((each) => each['RecordingStatus']),
    ).toEqual(['in-progress', 'completed'])
    expect(stage().app.at('/recording')[1]).toMatchObject({ CallSid: sid, RecordingChannels: '1' })
  })

  it('started by TwiML with two channels', async () => {
    await stage().callInto('<Response><Start><Recording channels="dual"/></Start><Pause length="5"/></Response>')
    await stage().advance(60_000)
    expect(await stage().client.recordings.list()).toMatchObject([{ channels: 2, duration: '5' }])
  })

  it('of a whole REST call names itself in the last callback', async () => {
    const statusCallback = stage().app.on('/status', { status: 204 })
    const { sid } = await stage().client.calls.create({
      from: own,
      to: ann,
      twiml: talk,
      record: true,
      trim: 'do-not-trim',
      statusCallback,
    })
    await stage().advance(300)
    await stage().deed(sid, 'answer')
    await finish(sid, 7000)
    const [recording] = await stage().client.calls(sid).recordings.list()
    expect(recording).toMatchObject({ source: 'OutboundAPI', duration: '7' })
    expect(stage().app.at('/status')).toMatchObject([{ RecordingSid: recording!.sid, RecordingDuration: '7' }])
  })

  it('of a Dial holds both voices', async () => {
    const parent = await stage().callInto(
      `<Response><Dial record="record-from-answer-dual"><Number>${bob}</Number></Dial></Response>`,
    )
    await stage().advance(200)
    const child = await stage().ringingAt(bob)
    await stage().deed(child, 'answer')
    await room.say(parent, 'From Ann')
    await stage().advance(3000)
    await room.say(child, 'From Bob')
    await stage().advance(3000)
    await stage().deed(child, 'hangup')
    await stage().advance(1000)
    const [recording] = await stage().client.recordings.list()
    const { body } = await download(recording!.sid)
    const sounds = (channel: number, from: number) => {
      for (let at = 44 + from * 32 + channel * 2; at < 44 + (from + 400) * 32; at += 4) {
        if (Math.abs(body.readInt16LE(at)) > 500) return true
      }
      return false
    }
    expect([sounds(0, 0), sounds(1, 0)]).toEqual([true, false])
    expect([sounds(0, 3000), sounds(1, 3000)]).toEqual([false, true])
  })
})
