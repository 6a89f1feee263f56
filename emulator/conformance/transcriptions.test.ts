import { describe, expect, it } from 'vitest'
import { Room } from './helpers/room.ts'
import { bob, codeOf, useStage } from './helpers/stage.ts'

describe('the transcription of a Record', () => {
  const stage = useStage()
  const record = async (attributes: string, seconds = 5, text = 'I can start on Monday') => {
    const sid = await stage().callInto(`<Response><Record action="/done" timeout="3" ${attributes}/></Response>`)
    await stage().deed(sid, 'record', { seconds, text })
    await stage().advance(seconds * 1000 + 10_000)
    return sid
  }

  it('is told to its callback, with what was said', async () => {
    const sid = await record('transcribe="true" transcribeCallback="/text"')
    const [transcription] = await stage().client.transcriptions.list()
    expect(stage().app.at('/text')).toMatchObject([
      {
        CallSid: sid,
        TranscriptionSid: transcription!.sid,
        TranscriptionText: 'I can start on Monday',
        TranscriptionStatus: 'completed',
        RecordingSid: transcription!.recordingSid,
        From: '+14155550111',
        Direction: 'inbound',
      },
    ])
    expect(transcription).toMatchObject({ status: 'completed', duration: '5', type: 'fast', price: -0.05 })
  })

  it('is ordered by the callback alone', async () => {
    await record('transcribeCallback="/text"')
    expect(stage().app.at('/text')).toHaveLength(1)
  })

  it('is not made unless ordered', async () => {
    await record('')
    expect(await stage().client.transcriptions.list()).toEqual([])
  })

  it('takes a while', async () => {
    const sid = await stage().callInto('<Response><Record timeout="3" transcribe="true"/></Response>')
    await stage().deed(sid, 'record', { seconds: 4, text: 'Hello' })
    await stage().advance(7000)
    expect(await stage().client.transcriptions.list()).toMatchObject([{ status: 'in-progress', price: null }])
    await stage().advance(3000)
    expect((await stage().client.transcriptions.list()).at(-1)).toMatchObject({
      status: 'completed',
      transcriptionText: 'Hello',
    })
  })

  it('is made as well when the caller hangs up', async () => {
    const sid = await stage().callInto('<Response><Record transcribeCallback="/text"/></Response>')
    await stage().deed(sid, 'record', { seconds: 4, text: 'Call me back' })
    await stage().advance(4000)
    await stage().deed(sid, 'hangup')
    await stage().advance(5000)
    expect(stage().app.at('/text')).toMatchObject([{ TranscriptionText: 'Call me back', CallStatus: 'completed' }])
  })

  it.each([
    ['too short', 2],
    ['too long', 121],
  ])('fails for what is %s: 13617', async (_why, seconds) => {
    await record('transcribeCallback="/text" maxLength="300"', seconds)
    expect(stage().app.at('/text')).toMatchObject([{ TranscriptionStatus: 'failed', TranscriptionText: '' }])
    expect(await stage().notifications()).toEqual([13617])
  })

  it('is plain text under .txt, to whoever may read it', async () => {
    await record('transcribe="true"')
    const { url, accountSid, authToken } = stage().emulator
    const { recordingSid, sid } = (await stage().client.transcriptions.list())[0]!
    const headers = { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` }
    const account = `${url}/2010-04-01/Accounts/${accountSid}`
    for (const place of [
      `${account}/Transcriptions/${sid}`,
      `${account}/Recordings/${recordingSid}/Transcriptions/${sid}`,
    ]) {
      const answer = await fetch(`${place}.txt`, { headers })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
      expect(await answer.text()).toBe('I can start on Monday')
    }
    expect((await fetch(`${account}/Transcriptions/${sid}.txt`)).status).toBe(401)
    expect((await fetch(`${account}/Transcriptions/TR${'0'.repeat(32)}.txt`, { headers })).status).toBe(404)
  })

  it('has no text under .txt until it is there, nor if it failed', async () => {
    await record('transcribe="true"', 2)
    const { url, accountSid, authToken } = stage().emulator
    const headers = { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` }
    const { sid } = (await stage().client.transcriptions.list())[0]!
    const answer = await fetch(`${url}/2010-04-01/Accounts/${accountSid}/Transcriptions/${sid}.txt`, { headers })
    expect([answer.status, (await answer.json()).code]).toEqual([404, 20404])
  })

  it('is found by its recording, and deleted', async () => {
    await record('transcribe="true"')
    const { recordingSid, sid } = (await stage().client.transcriptions.list())[0]!
    const own = stage().client.recordings(recordingSid).transcriptions
    expect(await own.list()).toMatchObject([{ sid, transcriptionText: 'I can start on Monday' }])
    expect((await own(sid).fetch()).sid).toBe(sid)
    expect((await stage().client.transcriptions(sid).fetch()).recordingSid).toBe(recordingSid)
    expect(await stage().client.transcriptions(sid).remove()).toBe(true)
    expect(await codeOf(own(sid).fetch())).toBe(20404)
    expect(
      await codeOf(
        stage()
          .client.recordings(`RE${'0'.repeat(32)}`)
          .transcriptions.list(),
      ),
    ).toBe(20404)
  })
})

describe('a transcription while one talks', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const begin = (attributes = '', rest = '<Pause length="60"/>') =>
    stage().callInto(
      `<Response><Start><Transcription statusCallbackUrl="/live" ${attributes}/></Start>${rest}</Response>`,
    )
  const events = () =>
    stage()
      .app.at('/live')
      .map((each) => each['TranscriptionEvent'])
  const contents = () =>
    stage()
      .app.at('/live')
      .filter((each) => each['TranscriptionEvent'] === 'transcription-content')
      .map((each) => [each['Track'], each['Final'], JSON.parse(each['TranscriptionData'] ?? '{}').transcript])

  it('tells its beginning, each utterance, and its end with the call', async () => {
    const sid = await begin()
    await room.say(sid, 'I saw your advertisement')
    await stage().deed(sid, 'hangup')
    expect(events()).toEqual(['transcription-started', 'transcription-content', 'transcription-stopped'])
    const [started, content, stopped] = stage().app.at('/live')
    expect(started).toMatchObject({
      CallSid: sid,
      TranscriptionEngine: 'google',
      LanguageCode: 'en-US',
      PartialResults: 'false',
      Track: 'both_tracks',
      SequenceId: '1',
      Timestamp: '2026-03-02T15:00:00.000Z',
    })
    expect(JSON.parse(started!['ProviderConfiguration'] ?? '')).toMatchObject({ speechModel: 'telephony' })
    expect(content).toMatchObject({ Track: 'inbound_track', Final: 'true', SequenceId: '2' })
    expect(JSON.parse(content!['TranscriptionData'] ?? '')).toEqual({
      transcript: 'I saw your advertisement',
      confidence: 0.9,
    })
    expect(stopped!['TranscriptionSid']).toMatch(/^GT[0-9a-f]{32}$/)
  })

  it('hears both sides', async () => {
    const sid = await begin('', '<Say>How can I help?</Say><Pause length="60"/>')
    await room.say(sid, 'I look for work')
    expect(contents()).toEqual([
      ['outbound_track', 'true', 'How can I help?'],
      ['inbound_track', 'true', 'I look for work'],
    ])
  })

  it('hears one side only, if it shall', async () => {
    const sid = await begin('track="inbound_track"', '<Say>How can I help?</Say><Pause length="60"/>')
    await room.say(sid, 'I look for work')
    expect(contents()).toEqual([['inbound_track', 'true', 'I look for work']])
  })

  it('goes on into a Dial', async () => {
    await begin('', `<Dial><Number>${bob}</Number></Dial>`)
    await stage().advance(200)
    const child = await stage().ringingAt(bob)
    await stage().deed(child, 'answer')
    await room.say(child, 'Bob speaking')
    expect(contents()).toEqual([['outbound_track', 'true', 'Bob speaking']])
  })

  it('tells partial results, if asked to', async () => {
    const sid = await begin('partialResults="true"')
    await room.say(sid, 'one two three four')
    expect(contents()).toEqual([
      ['inbound_track', 'false', 'one two'],
      ['inbound_track', 'true', 'one two three four'],
    ])
    const partial = stage().app.at('/live')[1]!
    expect(partial).toHaveProperty('Stability')
    expect(JSON.parse(partial['TranscriptionData'] ?? '')).not.toHaveProperty('confidence')
  })

  it('is stopped by its name', async () => {
    await begin('name="one"', '<Stop><Transcription name="one"/></Stop><Say>Unwritten</Say><Pause length="9"/>')
    expect(events()).toEqual(['transcription-started', 'transcription-stopped'])
  })

  it('cannot be stopped by a wrong name: 12200', async () => {
    await begin('name="one"', '<Stop><Transcription name="two"/></Stop><Pause length="9"/>')
    expect(events()).toEqual(['transcription-started'])
    expect(await stage().notifications()).toEqual([12200])
  })

  it('knows two engines only: 32650', async () => {
    await begin('transcriptionEngine="parrot"')
    expect(events()).toEqual([])
    expect(await stage().notifications()).toEqual([32650])
  })

  it('is started and stopped by REST', async () => {
    const sid = await stage().callInto('<Response><Say>Hello</Say><Pause length="60"/></Response>')
    const { transcriptions } = stage().client.calls(sid)
    const live = await transcriptions.create({
      name: 'notes',
      statusCallbackUrl: stage().app.on('/live', { status: 204 }),
      transcriptionEngine: 'deepgram',
      languageCode: 'de-DE',
    })
    expect(live).toMatchObject({ name: 'notes', status: 'in-progress', callSid: sid })
    await room.say(sid, 'Guten Tag')
    expect((await transcriptions(live.sid).update({ status: 'stopped' })).status).toBe('stopped')
    await room.say(sid, 'Unwritten')
    await stage().quiet()
    expect(events()).toEqual(['transcription-started', 'transcription-content', 'transcription-stopped'])
    expect(stage().app.at('/live')[0]).toMatchObject({ TranscriptionEngine: 'deepgram', LanguageCode: 'de-DE' })
  })

  it('is refused by REST for a call that is over, an unknown one, or a strange track', async () => {
    const sid = await stage().callInto('<Response><Say>Hello</Say><Pause length="60"/></Response>')
    const { transcriptions } = stage().client.calls(sid)
    expect(await codeOf(transcriptions.create({ track: 'some_track' as never }))).toBe(20001)
    expect(await codeOf(transcriptions('GT0').update({ status: 'stopped' }))).toBe(20404)
    await stage().deed(sid, 'hangup')
    expect(await codeOf(transcriptions.create())).toBe(21220)
    expect(await codeOf(stage().client.calls('CA0').transcriptions.create())).toBe(20404)
  })
})

describe('speech in a Gather', () => {
  const stage = useStage()
  const gather = (attributes: string) =>
    stage().callInto(`<Response><Gather input="speech" action="/heard" ${attributes}/></Response>`)

  it('is told in part while it is being said', async () => {
    const sid = await gather('partialResultCallback="/partial"')
    await stage().deed(sid, 'speech', { text: 'one two three four' })
    expect(stage().app.at('/partial')).toMatchObject([
      { CallSid: sid, StableSpeechResult: 'one two', UnstableSpeechResult: 'three four' },
    ])
    expect(stage().app.at('/heard')).toMatchObject([{ SpeechResult: 'one two three four' }])
  })

  it('is cleansed of profanity, unless that is turned off', async () => {
    await stage().deed(await gather(''), 'speech', { text: 'What the fuck, Scunthorpe' })
    await stage().deed(await gather('profanityFilter="false"'), 'speech', { text: 'What the fuck' })
    expect(
      stage()
        .app.at('/heard')
        .map((each) => each['SpeechResult']),
    ).toEqual(['What the f***, Scunthorpe', 'What the fuck'])
  })
})

describe('a verb the emulator does not run', () => {
  const stage = useStage()

  it.each([
    ['Stream', '<Start><Stream url="wss://example.com"/></Start>'],
    ['Siprec', '<Start><Siprec name="x"/></Start>'],
    ['a connected Stream', '<Connect><Stream url="wss://example.com"/></Connect>'],
    ['ConversationRelay', '<Connect><ConversationRelay url="wss://example.com"/></Connect>'],
    ['VirtualAgent', '<Connect><VirtualAgent connectorName="x"/></Connect>'],
    ['Pay', '<Pay/>'],
    ['Leave outside a queue', '<Leave/>'],
  ])('%s is skipped with a warning: 12200', async (_what, twiml) => {
    const sid = await stage().callInto(`<Response>${twiml}<Say>On</Say></Response>`)
    expect(await stage().said(sid)).toEqual(['On'])
    expect(await stage().notifications()).toEqual([12200])
  })
})
