import { beforeAll, describe, expect, it } from 'vitest'
import { canRecognize, spokenWav, voiceSaying } from './helpers/spoken-wav.ts'
import { useStage } from './helpers/stage.ts'

const typed = { text: 'typed words', confidence: 0.5 }
const gather = (attributes = '') =>
  `<Response><Gather input="speech" action="/done" ${attributes}/><Say>Nothing heard</Say></Response>`
const transcribed =
  '<Response><Start><Transcription statusCallbackUrl="/live"/></Start><Record transcribeCallback="/text" action="/done"/></Response>'

/** Where speech is neither made nor understood, what must happen is what the documentation says of such a machine. */
let isHeard = false
let sales = spokenWav({ soundMs: 900 })
let question = spokenWav({ soundMs: 3000 })

beforeAll(async () => {
  const voices = [
    await voiceSaying('sales department'),
    await voiceSaying('i would like to speak to the manager about the job this morning', 'slt'),
  ]
  const [first, second] = voices
  if (first == null || second == null) return
  isHeard = await canRecognize()
  sales = first
  question = second
})

describe('real sound from a phone', () => {
  const stage = useStage()
  const told = () => {
    const { TranscriptionData } =
      stage()
        .app.at('/live')
        .find((each) => each['TranscriptionData'] !== undefined) ?? {}
    return JSON.parse(TranscriptionData ?? 'null')
  }

  it('is understood by the hints of a Gather, with how sure that is; else the typed text counts', async () => {
    const sid = await stage().callInto(
      gather('hints="Sales Department, support, Kwiatkowski, $OOV_CLASS_DIGIT_SEQUENCE"'),
    )
    const { spoken } = await stage().control('POST', `/calls/${sid}/speech`, { audio: sales, ...typed })
    const understood = { text: 'Sales Department', confidence: expect.closeTo(0.75, 0.25), recognized: true }
    expect(spoken).toEqual(isHeard ? understood : { ...typed, recognized: false })
    expect(stage().app.at('/done')).toMatchObject([
      { SpeechResult: spoken.text, Confidence: String(spoken.confidence) },
    ])
  })

  it('that is none of the hints is understood all the same', async () => {
    const sid = await stage().callInto(gather('hints="support, yes, no, operator"'))
    const { spoken } = await stage().control('POST', `/calls/${sid}/speech`, { audio: question, ...typed })
    expect(spoken.text).toMatch(isHeard ? /would like to/ : /^typed words$/)
    expect(spoken.recognized).toBe(isHeard)
    expect(stage().app.at('/done')).toMatchObject([
      { SpeechResult: spoken.text, Confidence: String(spoken.confidence) },
    ])
  }, 60_000)

  it('of a voicemail is in its transcript, told live and afterwards, and in its file', async () => {
    const sid = await stage().callInto(transcribed)
    const { spoken } = await stage().control('POST', `/calls/${sid}/record`, { audio: question, text: 'typed words' })
    await stage().advance(20_000)
    expect(spoken.recognized).toBe(isHeard)
    expect(spoken.text).toMatch(isHeard ? /would like to/ : /^typed words$/)
    expect(told()).toEqual({ transcript: spoken.text, confidence: spoken.confidence })
    expect(stage().app.at('/text')).toMatchObject([{ TranscriptionText: spoken.text }])
    const [recording] = await stage().client.recordings.list()
    const file = Buffer.from(await (await fetch(recording!.mediaUrl)).arrayBuffer())
    expect(Number(recording!.duration)).toBeGreaterThan(2)
    expect(file.length).toBe(44 + Number(recording!.duration) * 16_000)
  }, 60_000)

  it('may be sent as the file itself', async () => {
    const sid = await stage().callInto(gather('hints="sales department"'))
    const body = Buffer.from(sales.split(',')[1] ?? '', 'base64')
    const headers = { 'Content-Type': 'audio/wav' }
    const url = `${stage().emulator.url}/emulator/calls/${sid}/speech`
    const { spoken } = await (await fetch(url, { method: 'POST', body, headers })).json()
    expect(spoken).toMatchObject({ text: isHeard ? 'sales department' : '', recognized: isHeard })
  })

  it('that is no WAV file is refused, as is nothing at all', async () => {
    const sid = await stage().callInto(gather())
    for (const body of [{ audio: 'data:audio/wav;base64,QQ==' }, { audio: 'https://example.com/a.wav' }, {}]) {
      await expect(stage().control('POST', `/calls/${sid}/speech`, body)).rejects.toThrow('400 invalid')
    }
    await expect(stage().control('POST', `/calls/${sid}/record`, { text: 'x' })).rejects.toThrow('400 invalid')
  })
})

describe('real sound where there is no recognizer', () => {
  const stage = useStage({ programs: { recognize: '/nowhere/recognizer', speak: '/nowhere/speaker' } })

  it('counts as the text that was typed with it', async () => {
    const sid = await stage().callInto(gather())
    const { spoken } = await stage().control('POST', `/calls/${sid}/speech`, { audio: sales, ...typed })
    expect(spoken).toEqual({ ...typed, recognized: false })
    expect(stage().app.at('/done')).toMatchObject([{ SpeechResult: 'typed words', Confidence: '0.5' }])
  })

  it('without text is no input to a Gather, but a recording to a Record', async () => {
    const sid = await stage().callInto(gather('timeout="3"'))
    await stage().control('POST', `/calls/${sid}/speech`, { audio: sales })
    await stage().advance(3000)
    expect(await stage().said(sid)).toEqual(['Nothing heard'])
    const second = await stage().callInto('<Response><Record action="/done"/></Response>')
    await stage().control('POST', `/calls/${second}/record`, { audio: spokenWav({ soundMs: 4000 }) })
    await stage().advance(20_000)
    expect(stage().app.at('/done')).toMatchObject([{ RecordingDuration: '4' }])
  })

  it('in another language counts as typed, too', async () => {
    const sid = await stage().callInto(gather('language="de-DE" hints="sales department"'))
    const { spoken } = await stage().control('POST', `/calls/${sid}/speech`, { audio: sales, text: 'Vertrieb' })
    expect(spoken).toMatchObject({ text: 'Vertrieb', recognized: false })
  })

  it('is heard by whom the call is connected to', async () => {
    const sid = await stage().callInto('<Response><Dial>+14155550122</Dial></Response>')
    await stage().advance(1000)
    const other = await stage().ringingAt('+14155550122')
    await stage().deed(other, 'answer')
    const { spoken } = await stage().control('POST', `/calls/${sid}/speech`, { audio: sales, text: 'typed words' })
    const { heard } = await stage().call(other)
    expect(heard).toMatchObject([{ verb: 'speech', text: spoken.text, from: sid }])
  })
})
