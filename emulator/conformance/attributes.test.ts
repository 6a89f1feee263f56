import { describe, expect, it } from 'vitest'
import { useStage } from './helpers/stage.ts'

const inDial = (noun: string) => `<Dial timeout="1">${noun}</Dial>`
const inGather = (attributes: string) => `<Gather timeout="1" ${attributes}/>`

describe('a value that Twilio does not take', () => {
  const stage = useStage({ timing: { playUnknown: 100 } })
  const complaintsAbout = async (verbs: string) => {
    const sid = await stage().callInto(`<Response>${verbs}</Response>`)
    await stage().advance(20_000)
    const notifications = await stage().client.calls(sid).notifications.list()
    return notifications.map((each) => [Number(each.errorCode), each.log === '0' ? 'error' : 'warning'])
  }

  it.each([
    [13210, '<Dial method="PUT" timeout="1">+14155550122</Dial>'],
    [13212, '<Dial timeout="soon">+14155550122</Dial>'],
    [13213, '<Dial timeout="1" hangupOnStar="maybe">+14155550122</Dial>'],
    [13216, '<Dial timeout="1" timeLimit="0">+14155550122</Dial>'],
    [13217, '<Dial timeout="1" record="always">+14155550122</Dial>'],
    [13218, '<Dial timeout="1" sequential="yes">+14155550122</Dial>'],
    [13219, '<Dial timeout="1" answerOnBridge="1">+14155550122</Dial>'],
    [13220, '<Dial timeout="1" ringTone="loud">+14155550122</Dial>'],
    [13221, inDial('<Number url="/whisper" method="FETCH">+14155550122</Number>')],
    [13222, inDial('<Number sendDigits="12x">+14155550122</Number>')],
    [13230, inDial('<Conference muted="no">Room</Conference>')],
    [13232, inDial('<Conference startConferenceOnEnter="later">Room</Conference>')],
    [13234, inDial('<Conference waitMethod="PUT">Room</Conference>')],
    [13235, inDial('<Conference beep="loud">Room</Conference>')],
    [13241, inDial('<Sip method="PUT">sip:frank@example.com</Sip>')],
    [13310, inGather('finishOnKey="ab"')],
    [13312, inGather('method="PUT"')],
    [13313, '<Gather timeout="-3"/>'],
    [13314, inGather('numDigits="0"')],
    [13321, '<Gather timeout="1"><Say voice="robot">Hi</Say></Gather>'],
    [13322, '<Gather timeout="1"><Say loop="often">Hi</Say></Gather>'],
    [13326, inGather('input="voice"')],
    [13327, inGather('input="speech" speechTimeout="never"')],
    [13328, inGather('input="speech" maxSpeechTime="x"')],
    [13329, inGather('input="speech" partialResultCallbackMethod="PUT"')],
    [13330, inGather(`input="speech" hints="${'a,'.repeat(500)}b"`)],
    [13331, inGather('input="speech" language="English!"')],
    [13332, inGather('bargeIn="x"')],
    [13333, inGather('input="speech" profanityFilter="x"')],
    [13334, inGather('input="speech" speechModel="mine"')],
    [13335, inGather('input="speech" speechTimeout="auto" speechModel="default"')],
    [13410, '<Play loop="x">https://example.com/a.mp3</Play>'],
    [13430, '<Play digits="12y"/>'],
    [13510, '<Say loop="-1">Hi</Say>'],
    [13511, '<Say voice="robot">Hi</Say>'],
    [13512, '<Say language="English!">Hi</Say>'],
    [13610, '<Record action="/end" method="PUT" timeout="1"/>'],
    [13611, '<Record action="/end" timeout="x"/>'],
    [13612, '<Record action="/end" maxLength="0" timeout="1"/>'],
    [13613, '<Record action="/end" finishOnKey="abc" timeout="1"/>'],
    [13614, '<Record action="/end" transcribe="maybe" timeout="1"/>'],
    [13615, '<Record action="/end" transcribe="true" maxLength="300" timeout="1"/>'],
    [13616, '<Record action="/end" playBeep="loud" timeout="1"/>'],
    [13699, '<Record action="/end" trim="a-little" timeout="1"/>'],
    [13710, '<Redirect method="PUT">/next</Redirect>'],
    [13910, '<Pause length="long"/>'],
    [12200, inDial('<Number colour="red">+14155550122</Number>')],
  ])('is a warning, %i, for %s, and the call goes on', async (code, verb) => {
    expect(await complaintsAbout(`<Say>Hi</Say>${verb}`)).toEqual([[code, 'warning']])
  })

  it.each([
    [13231, inDial('<Conference endConferenceOnExit="later">Room</Conference>')],
    [13239, inDial('<Conference trim="a-little">Room</Conference>')],
    [13338, inGather('actionOnEmptyResult="x"')],
    [14201, '<Enqueue method="PUT" waitUrl="">Line</Enqueue>'],
    [14206, '<Enqueue waitUrlMethod="PUT" waitUrl="">Line</Enqueue>'],
    [14210, inDial('<Queue method="PUT">Line</Queue>')],
  ])('is an error, %i, for %s', async (code, verb) => {
    expect(await complaintsAbout(`<Say>Hi</Say>${verb}`)).toEqual([[code, 'error']])
  })

  it('of a Reject is 13810', async () => {
    expect(await complaintsAbout('<Reject reason="tired"/>')).toEqual([[13810, 'warning']])
  })

  it('counts as if it were absent', async () => {
    const sid = await stage().callInto('<Response><Gather timeout="soon" numDigits="0"/><Say>Late</Say></Response>')
    await stage().advance(4999)
    expect(await stage().said(sid)).toEqual([])
    await stage().advance(1)
    expect(await stage().said(sid)).toEqual(['Late'])
  })

  it('is none of what the documentation shows', async () => {
    const documents = [
      '<Say voice="Polly.Joanna-Neural" language="en-US" loop="2">Hi</Say>',
      '<Say voice="woman" language="fr">Bonjour</Say>',
      '<Play loop="10" digits="wwww1928"/>',
      '<Gather input="speech dtmf" timeout="1" numDigits="1" speechTimeout="auto" speechModel="googlev2_telephony" language="en-GB"/>',
      '<Record action="/end" timeout="0" maxLength="1" finishOnKey="*" playBeep="false" trim="do-not-trim"/>',
      '<Dial answerOnBridge="true" timeout="1" record="record-from-ringing-dual" ringTone="us" hangupOnStar="true" timeLimit="14400">+14155550122</Dial>',
      inDial(
        '<Conference beep="onEnter" muted="true" startConferenceOnEnter="false" endConferenceOnExit="true" waitUrl="" maxParticipants="5" region="us1" jitterBufferSize="small">Room</Conference>',
      ),
    ]
    for (const verbs of documents) expect(await complaintsAbout(`<Say>Hi</Say>${verbs}`)).toEqual([])
  })
})
