import { describe, expect, it } from 'vitest'
import { ann, own, useStage } from './helpers/stage.ts'

/** The header of a WAV file of two seconds. */
function wav(): string {
  const header = Buffer.alloc(44)
  header.write('RIFF')
  header.write('WAVE', 8)
  header.writeUInt32LE(16_000, 28)
  header.write('data', 36)
  header.writeUInt32LE(32_000, 40)
  return header.toString('latin1')
}

describe('a document', () => {
  const stage = useStage()

  it('runs from top to bottom, and its end hangs up', async () => {
    const sid = await stage().callInto('<Response><Say>One</Say><Say>Two</Say></Response>')
    await stage().advance(5000)
    expect(await stage().said(sid)).toEqual(['One', 'Two'])
    expect((await stage().call(sid)).status).toBe('completed')
  })

  it('that is empty answers and hangs up', async () => {
    const sid = await stage().callInto('<Response/>')
    expect(await stage().client.calls(sid).fetch()).toMatchObject({
      status: 'completed',
      duration: '0',
      price: '-0.00850',
    })
  })

  it('skips a verb it does not know, with a warning', async () => {
    const sid = await stage().callInto('<Response><say>no</say><Dance/><Say colour="red">yes</Say></Response>')
    expect(await stage().said(sid)).toEqual(['yes'])
    expect(await stage().notifications()).toEqual([12200, 12200, 12200])
  })

  it('with Hangup first answers and ends', async () => {
    const sid = await stage().callInto('<Response><Hangup/><Say>never</Say></Response>')
    expect(await stage().call(sid)).toMatchObject({ status: 'completed', heard: [] })
  })

  it.each([
    ['<Reject/>', 'no-answer'],
    ['<Reject reason="rejected"/>', 'no-answer'],
    ['<Reject reason="busy"/>', 'busy'],
  ])('with %s first never answers: %s', async (verb, status) => {
    const sid = await stage().callInto(`<Response>${verb}<Say>never</Say></Response>`)
    expect(await stage().client.calls(sid).fetch()).toMatchObject({ status, price: null, duration: '0' })
  })

  it('with Pause first delays the answer by its length', async () => {
    const sid = await stage().callInto('<Response><Pause length="4"/><Say>Hi</Say></Response>')
    await stage().advance(3999)
    expect((await stage().call(sid)).status).toBe('ringing')
    await stage().advance(1)
    expect((await stage().call(sid)).status).toBe('in-progress')
  })

  it('is left for good by Redirect', async () => {
    stage().app.on('/next', '<Response><Say>Second</Say></Response>')
    const sid = await stage().callInto(
      '<Response><Redirect method="GET">/next?a=1</Redirect><Say>never</Say></Response>',
    )
    await stage().advance(5000)
    expect(await stage().said(sid)).toEqual(['Second'])
    expect(stage().app.requests[1]).toMatchObject({
      method: 'GET',
      params: { a: '1', CallSid: sid, CallStatus: 'in-progress' },
    })
  })
})

describe('Say', () => {
  const stage = useStage()

  it('speaks its text without the mark-up', async () => {
    const sid = await stage().callInto(
      '<Response><Say>Dear <emphasis>Ann</emphasis>,<break time="1s"/> your <sub alias="curriculum vitae">CV</sub>\n came.</Say></Response>',
    )
    expect(await stage().said(sid)).toEqual(['Dear Ann, your curriculum vitae came.'])
  })

  it('takes time by its length, and again for each loop', async () => {
    const sid = await stage().callInto('<Response><Say loop="3">0123456789</Say><Say>done</Say></Response>')
    await stage().advance(1799)
    expect(await stage().said(sid)).toEqual(['0123456789'])
    await stage().advance(1)
    expect(await stage().said(sid)).toEqual(['0123456789', 'done'])
  })

  it('of nothing is a warning', async () => {
    await stage().callInto('<Response><Say> </Say></Response>')
    expect(await stage().notifications()).toEqual([13520])
  })
})

describe('Play', () => {
  const stage = useStage()

  it('plays a file as long as its header says', async () => {
    const url = stage().app.on('/audio.wav', { type: 'audio/wav', body: wav() })
    const sid = await stage().callInto(`<Response><Play>${url}</Play><Say>after</Say></Response>`)
    expect((await stage().call(sid)).heard).toMatchObject([{ verb: 'play', url }])
    await stage().advance(2000)
    expect(await stage().said(sid)).toEqual(['after'])
  })

  it('fetches its file by GET and without any parameters', async () => {
    stage().app.on('/audio.wav', { type: 'audio/wav', body: wav() })
    await stage().callInto('<Response><Play>audio.wav</Play></Response>')
    expect(stage().app.requests[1]).toMatchObject({ method: 'GET', path: '/audio.wav', params: {} })
  })

  it.each([
    ['is not audio', { type: 'text/html', body: '<html/>' }, 13420],
    ['is missing', { status: 404 }, 11200],
  ])('goes on with a warning if its file %s', async (_name, answer, code) => {
    stage().app.on('/audio', answer)
    const sid = await stage().callInto('<Response><Play>/audio</Play><Say>on</Say></Response>')
    expect(await stage().said(sid)).toEqual(['on'])
    expect(await stage().notifications()).toEqual([code])
  })

  it('plays digits', async () => {
    const sid = await stage().callInto('<Response><Play digits="1w2"/></Response>')
    expect((await stage().call(sid)).heard).toMatchObject([{ verb: 'play', digits: '1w2' }])
  })
})

describe('Gather', () => {
  const stage = useStage()
  const gathering = (attributes: string, inside = '', after = '<Say>no input</Say>') =>
    stage().callInto(`<Response><Gather action="/done" ${attributes}>${inside}</Gather>${after}</Response>`)
  const press = (sid: string, digits: string) => stage().deed(sid, 'digits', { digits })
  const results = () => stage().app.at('/done')

  it('tells that it waits', async () => {
    const sid = await gathering('')
    expect((await stage().call(sid)).waitingFor).toBe('gather')
  })

  it('is done as soon as it has all its digits', async () => {
    await press(await gathering('numDigits="3"'), '1234')
    expect(results()).toMatchObject([{ Digits: '123', FinishedOnKey: '' }])
  })

  it('is done by its finishing key, which is not among the digits', async () => {
    await press(await gathering(''), '12#')
    expect(results()).toMatchObject([{ Digits: '12', FinishedOnKey: '#' }])
  })

  it('may be finished by another key', async () => {
    await press(await gathering('finishOnKey="*"'), '1#2*')
    expect(results()).toMatchObject([{ Digits: '1#2', FinishedOnKey: '*' }])
  })

  it('may have no finishing key', async () => {
    const sid = await gathering('finishOnKey="" timeout="2"')
    await press(sid, '1#')
    await stage().advance(2000)
    expect(results()).toMatchObject([{ Digits: '1#' }])
  })

  it('is done by silence after the last digit', async () => {
    const sid = await gathering('timeout="3"')
    await press(sid, '1')
    await stage().advance(2999)
    await press(sid, '2')
    await stage().advance(2999)
    expect(results()).toEqual([])
    await stage().advance(1)
    expect(results()).toMatchObject([{ Digits: '12' }])
  })

  it('without input falls through to the next verb, its timeout beginning after its prompts', async () => {
    const sid = await gathering('timeout="3"', '<Say>0123456789</Say><Pause length="2"/>')
    await stage().advance(5599)
    expect(await stage().said(sid)).toEqual(['0123456789'])
    await stage().advance(1)
    expect(await stage().said(sid)).toEqual(['0123456789', 'no input'])
    expect(results()).toEqual([])
  })

  it('without input asks its action all the same if it shall', async () => {
    await gathering('actionOnEmptyResult="true" timeout="1"')
    await stage().advance(1000)
    expect(results()).toMatchObject([{ Digits: '' }])
  })

  it('takes a lone finishing key for no input', async () => {
    const sid = await gathering('')
    await press(sid, '#')
    expect(await stage().said(sid)).toEqual(['no input'])
  })

  it('stops its prompts at the first key', async () => {
    const sid = await gathering('numDigits="1"', '<Say>Press one</Say><Say>or two</Say>')
    await press(sid, '1')
    await stage().advance(10_000)
    expect(await stage().said(sid)).toEqual(['Press one'])
    expect(results()).toHaveLength(1)
  })

  it('hears speech where it listens for it', async () => {
    const sid = await gathering('input="dtmf speech"')
    await stage().deed(sid, 'speech', { text: 'Yes please', confidence: 0.87 })
    expect(results()).toMatchObject([{ SpeechResult: 'Yes please', Confidence: '0.87' }])
    expect(results()[0]).not.toHaveProperty('Digits')
  })

  it('does not hear speech where it wants keys', async () => {
    const sid = await gathering('timeout="1"')
    await stage().deed(sid, 'speech', { text: 'Yes' })
    await stage().advance(1000)
    expect(await stage().said(sid)).toEqual(['no input'])
  })

  it('without an action asks the document’s own URL', async () => {
    await stage().configure(own, {
      voiceUrl: stage().app.on(
        '/own',
        '<Response><Gather numDigits="1"/></Response>',
        '<Response><Say>Got it</Say></Response>',
      ),
    })
    const sid = await stage().dial(ann)
    await press(sid, '5')
    expect(stage().app.at('/own')[1]).toMatchObject({ Digits: '5', CallStatus: 'in-progress' })
    expect(await stage().said(sid)).toEqual(['Got it'])
  })

  it('does not ask its action when the caller hangs up', async () => {
    const sid = await gathering('actionOnEmptyResult="true"')
    await stage().deed(sid, 'hangup')
    await stage().advance(10_000)
    expect(results()).toEqual([])
  })

  it('loses keys pressed while nothing listens', async () => {
    const sid = await stage().callInto(
      '<Response><Say>0123456789</Say><Gather action="/done" numDigits="1"/></Response>',
    )
    await press(sid, '1')
    await stage().advance(600)
    expect((await stage().call(sid)).waitingFor).toBe('gather')
    expect(results()).toEqual([])
  })
})

describe('Record', () => {
  const stage = useStage()
  const recording = (attributes = '') =>
    stage().callInto(
      `<Response><Record action="/recorded" recordingStatusCallback="/status" ${attributes}/></Response>`,
    )
  const results = () => stage().app.at('/recorded')

  it('beeps and waits', async () => {
    const sid = await recording()
    expect(await stage().call(sid)).toMatchObject({ waitingFor: 'record', heard: [{ verb: 'beep' }] })
  })

  it('ends after the silence that follows what was said', async () => {
    const sid = await recording('timeout="4"')
    await stage().deed(sid, 'record', { seconds: 7, text: 'My name is Ann' })
    await stage().advance(10_999)
    expect(results()).toEqual([])
    await stage().advance(1)
    expect(results()).toMatchObject([{ RecordingDuration: '7', Digits: '' }])
  })

  it('ends by a key', async () => {
    const sid = await recording('finishOnKey="9#"')
    await stage().deed(sid, 'record', { seconds: 30 })
    await stage().advance(3000)
    await stage().deed(sid, 'digits', { digits: '19' })
    expect(results()).toMatchObject([{ RecordingDuration: '3', Digits: '9' }])
  })

  it('ends at its longest length', async () => {
    const sid = await recording('maxLength="10"')
    await stage().deed(sid, 'record', { seconds: 30 })
    await stage().advance(10_000)
    expect(results()).toMatchObject([{ RecordingDuration: '10' }])
  })

  it('asks its action with the word hangup when the caller is gone', async () => {
    const sid = await recording()
    await stage().deed(sid, 'record', { seconds: 5 })
    await stage().advance(2000)
    await stage().deed(sid, 'hangup')
    expect(results()).toMatchObject([{ Digits: 'hangup', RecordingDuration: '2', CallStatus: 'completed' }])
  })

  it('reports the finished recording, whose file is a WAV of that length', async () => {
    const sid = await recording()
    await stage().deed(sid, 'record', { seconds: 2 })
    await stage().advance(10_000)
    const [report] = stage().app.at('/status')
    expect(report).toMatchObject({
      CallSid: sid,
      RecordingStatus: 'completed',
      RecordingDuration: '2',
      RecordingSource: 'RecordVerb',
    })
    expect(report).toMatchObject({ RecordingChannels: '1', RecordingTrack: 'both', ErrorCode: '0' })
    for (const extension of ['', '.wav']) {
      const file = Buffer.from(await (await fetch(`${report!['RecordingUrl']}${extension}`)).arrayBuffer())
      expect(file.toString('latin1', 0, 4)).toBe('RIFF')
      expect(file.length).toBe(44 + 2 * 16_000)
    }
  })

  it('is listed, fetched and deleted by REST', async () => {
    const sid = await recording()
    await stage().deed(sid, 'record', { seconds: 2 })
    await stage().advance(10_000)
    const [found] = await stage().client.recordings.list({ callSid: sid })
    expect(await stage().client.recordings(found!.sid).fetch()).toMatchObject({
      status: 'completed',
      duration: '2',
      callSid: sid,
    })
    expect(await stage().client.recordings(found!.sid).remove()).toBe(true)
    expect(await stage().client.calls(sid).recordings.list()).toEqual([])
  })
})
