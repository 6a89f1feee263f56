import { describe, expect, it } from 'vitest'
import { ann, codeOf, own, useStage } from './helpers/stage.ts'

describe('a recording started by REST', () => {
  const stage = useStage()

  it('runs until it is stopped, by its name or as the current one', async () => {
    const sid = await stage().callInto('<Response><Say>x</Say><Pause length="60"/></Response>')
    const recordings = stage().client.calls(sid).recordings
    const recordingStatusCallback = stage().app.on('/recording', { status: 204 })
    const begun = await recordings.create({
      recordingChannels: 'dual',
      recordingStatusCallback,
      recordingStatusCallbackEvent: ['in-progress', 'completed'],
    })
    expect(begun).toMatchObject({ status: 'in-progress', source: 'StartCallRecordingAPI', duration: '-1', channels: 2 })
    await stage().advance(3000)
    expect((await recordings(begun.sid).update({ status: 'paused' })).status).toBe('paused')
    expect((await recordings('Twilio.CURRENT').update({ status: 'stopped' })).status).toBe('processing')
    await stage().advance(1000)
    expect(await recordings(begun.sid).fetch()).toMatchObject({ status: 'completed', duration: '3', price: -0.0025 })
    const reported = stage()
      .app.at('/recording')
      .map((each) => [each['RecordingStatus'], each['RecordingDuration']])
    expect(reported).toEqual([
      ['in-progress', undefined],
      ['completed', '3'],
    ])
  })

  it('ends with the call', async () => {
    const sid = await stage().callInto('<Response><Say>x</Say><Pause length="5"/></Response>')
    const { sid: recordingSid } = await stage().client.calls(sid).recordings.create()
    await stage().advance(60_000)
    expect((await stage().client.recordings(recordingSid).fetch()).duration).toBe('5')
  })

  it('of nothing is absent', async () => {
    const sid = await stage().callInto('<Response><Say>x</Say><Pause length="5"/></Response>')
    const { sid: recordingSid } = await stage().client.calls(sid).recordings.create()
    await stage().deed(sid, 'hangup')
    await stage().advance(1000)
    expect(await stage().client.recordings(recordingSid).fetch()).toMatchObject({ status: 'absent', errorCode: 16101 })
  })

  it('is refused for a call that is over or unknown', async () => {
    const sid = await stage().callInto('<Response/>')
    expect(await codeOf(stage().client.calls(sid).recordings.create())).toBe(21220)
    expect(
      await codeOf(
        stage()
          .client.calls(`CA${'0'.repeat(32)}`)
          .recordings.create(),
      ),
    ).toBe(20404)
  })
})

describe('the media of a message', () => {
  const stage = useStage()

  it('is listed, fetched and deleted', async () => {
    const mediaUrl = ['https://example.com/a.png', 'https://example.com/b.pdf']
    const { sid } = await stage().client.messages.create({ from: own, to: ann, mediaUrl })
    const media = await stage().client.messages(sid).media.list()
    expect(media.map((each) => each.contentType)).toEqual(['image/png', 'application/pdf'])
    const first = media[0]!
    expect((await stage().client.messages(sid).media(first.sid).fetch()).parentSid).toBe(sid)
    expect(await stage().client.messages(sid).media(first.sid).remove()).toBe(true)
    expect(await codeOf(stage().client.messages(sid).media(first.sid).fetch())).toBe(20404)
  })
})
