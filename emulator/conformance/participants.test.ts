import { describe, expect, it } from 'vitest'
import { allEvents, carol, Room } from './helpers/room.ts'
import { ann, bob, codeOf, own, useStage } from './helpers/stage.ts'

type Creation = Parameters<ReturnType<ReturnType<typeof useStage>>['client']['calls']['create']>[0]

describe('a participant added by REST', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const add = (to: string, input: object = {}, name = 'Room') =>
    stage()
      .client.conferences(name)
      .participants.create({ from: own, to, ...input })
  const answer = async (callSid: string) => {
    await stage().advance(300)
    await stage().deed(callSid, 'answer')
  }

  it('makes the room by its name, and is queued at first', async () => {
    const participant = await add(ann, { label: 'candidate' })
    const conference = await room.conference()
    expect(conference).toMatchObject({ friendlyName: 'Room', status: 'init' })
    expect(participant).toMatchObject({
      conferenceSid: conference.sid,
      status: 'queued',
      label: 'candidate',
      muted: false,
      hold: false,
      coaching: false,
      startConferenceOnEnter: true,
      endConferenceOnExit: false,
    })
  })

  it('rings, is connected on answer, and is then in the room', async () => {
    const { callSid, conferenceSid } = await add(ann)
    const status = async () => (await stage().client.conferences(conferenceSid).participants(callSid).fetch()).status
    await stage().advance(300)
    expect(await status()).toBe('ringing')
    await stage().deed(callSid, 'answer')
    expect(await status()).toBe('connected')
    expect(await stage().client.calls(callSid).fetch()).toMatchObject({ direction: 'outbound-api', to: ann, from: own })
  })

  it('talks with who dialled in', async () => {
    const inbound = await room.enter(bob)
    const { callSid } = await add(ann)
    await answer(callSid)
    await room.say(callSid, 'Hello')
    expect(await room.overheard(inbound)).toEqual(['Hello'])
    expect((await room.conference()).status).toBe('in-progress')
  })

  it('leaves a room that was to be made when nobody answers', async () => {
    const { callSid } = await add(ann, {
      timeout: 10,
      conferenceStatusCallback: `${stage().app.url}/events`,
      conferenceStatusCallbackEvent: ['leave', 'end'],
    })
    await stage().advance(20_000)
    expect((await stage().call(callSid)).status).toBe('no-answer')
    expect(room.events()).toEqual(['participant-leave', 'conference-end'])
    expect(stage().app.at('/events')[0]).toMatchObject({
      ReasonParticipantLeft: 'participant_add_failed',
      ParticipantCallStatus: 'no-answer',
    })
    expect((await room.conference()).status).toBe('completed')
  })

  it('reports its call and the conference apart', async () => {
    const { callSid } = await add(ann, {
      statusCallback: stage().app.on('/call', { status: 204 }),
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      conferenceStatusCallback: stage().app.on('/events', { status: 204 }),
      conferenceStatusCallbackEvent: ['join', 'leave'],
    })
    await answer(callSid)
    await stage().deed(callSid, 'hangup')
    expect(
      stage()
        .app.at('/call')
        .map((each) => each['CallStatus']),
    ).toEqual(['initiated', 'ringing', 'in-progress', 'completed'])
    expect(room.events()).toEqual(['participant-join', 'participant-leave'])
  })

  it('is hung up when the conference is over', async () => {
    const host = await room.enter(bob, 'endConferenceOnExit="true"')
    const { callSid } = await add(ann)
    await answer(callSid)
    await stage().deed(host, 'hangup')
    expect((await stage().call(callSid)).status).toBe('completed')
  })

  it('is called off when the conference ends while it rings', async () => {
    const host = await room.enter(bob, 'endConferenceOnExit="true"')
    const { callSid } = await add(ann)
    await stage().advance(300)
    await stage().deed(host, 'hangup')
    expect((await stage().call(callSid)).status).toBe('canceled')
  })

  it('waits with its own document', async () => {
    const waitUrl = stage().app.on('/wait', '<Response><Say>One moment</Say></Response>')
    const { callSid } = await add(ann, { waitUrl })
    await answer(callSid)
    expect(await stage().said(callSid)).toEqual(['One moment'])
  })

  it('may be muted, start nothing and end all', async () => {
    const { callSid, conferenceSid } = await add(ann, {
      muted: true,
      startConferenceOnEnter: false,
      endConferenceOnExit: true,
      beep: 'false',
    })
    await answer(callSid)
    expect(await stage().client.conferences(conferenceSid).participants(callSid).fetch()).toMatchObject({
      muted: true,
      startConferenceOnEnter: false,
      endConferenceOnExit: true,
    })
  })

  it('may coach someone who is in the room', async () => {
    const candidate = await room.enter(ann)
    const agent = await room.enter(bob)
    const { callSid } = await add(carol, { coaching: true, callSidToCoach: agent })
    await answer(callSid)
    await room.say(callSid, 'Slower')
    expect(await room.overheard(agent)).toEqual(['Slower'])
    expect(await room.overheard(candidate)).toEqual([])
  })

  it('can be a client or a SIP address', async () => {
    const client = await add('client:erin', { from: 'client:desk' })
    const sip = await add('sip:frank@example.com', { from: 'desk' })
    expect((await stage().call(client.callSid)).to).toBe('client:erin')
    expect((await stage().call(sip.callSid)).to).toBe('sip:frank@example.com')
    await answer(client.callSid)
    expect((await stage().call(client.callSid)).status).toBe('in-progress')
  })

  it('may have its call and its conference recorded', async () => {
    const { callSid, conferenceSid } = await add(ann, {
      record: true,
      conferenceRecord: 'record-from-start',
      conferenceRecordingStatusCallback: stage().app.on('/recording', { status: 204 }),
    })
    await answer(callSid)
    await room.enter(bob)
    await stage().advance(7000)
    await stage().client.conferences(conferenceSid).update({ status: 'completed' })
    await stage().advance(1000)
    const sources = (await stage().client.recordings.list()).map((each) => each.source)
    expect(sources.toSorted()).toEqual(['Conference', 'OutboundAPI'])
    expect(stage().app.at('/recording')).toMatchObject([{ ConferenceSid: conferenceSid, RecordingDuration: '7' }])
  })

  it('may be told from a machine', async () => {
    await stage().control('POST', '/phones', { phoneNumber: ann, onCall: 'voicemail' })
    const { callSid } = await add(ann, {
      machineDetection: 'Enable',
      amdStatusCallback: stage().app.on('/amd', { status: 204 }),
    })
    await stage().advance(10_000)
    expect(stage().app.at('/amd')).toMatchObject([{ CallSid: callSid, AnsweredBy: 'machine_start' }])
  })

  it.each<[string, object, number]>([
    ['without a number to call', { to: '' }, 21201],
    ['from a number that is not ours', { from: bob }, 21210],
    ['with a label that has a slash', { label: 'a/b' }, 16024],
    ['to coach nobody', { coaching: true }, 13240],
    ['to coach who is not there', { callSidToCoach: `CA${'0'.repeat(32)}` }, 16028],
    ['for too short a time', { timeout: 1 }, 21208],
    ['to a room for one', { maxParticipants: 1 }, 16002],
    [
      'with an unknown event',
      { conferenceStatusCallback: 'https://a.example', conferenceStatusCallbackEvent: ['x'] },
      16002,
    ],
  ])('is refused %s', async (_why, input, code) => {
    expect(await codeOf(add(ann, input as Partial<Creation>))).toBe(code)
    expect(await stage().client.conferences.list()).toEqual([])
  })

  it('is refused where its label is in use', async () => {
    await add(ann, { label: 'guest' })
    expect(await codeOf(add(bob, { label: 'guest' }))).toBe(16026)
  })

  it('is refused where the room is full', async () => {
    await add(ann)
    await add(bob)
    expect(await codeOf(add(carol, { maxParticipants: 2 }))).toBe(16020)
  })

  it('is refused for a conference that is over or unknown', async () => {
    await stage().deed(await room.enter(ann), 'hangup')
    const { sid } = await room.conference()
    expect(await codeOf(add(bob, {}, sid))).toBe(16022)
    expect(await codeOf(add(bob, {}, `CF${'0'.repeat(32)}`))).toBe(16022)
  })
})

describe('the participants of a conference', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const participants = async () => stage().client.conferences((await room.conference()).sid).participants

  it('are listed, also by what they are', async () => {
    const first = await room.enter(ann, 'muted="true"')
    await room.enter(bob)
    const list = await participants()
    expect(await list.list()).toHaveLength(2)
    expect(await list.list({ muted: true })).toMatchObject([{ callSid: first, status: 'connected' }])
    expect(await list.list({ hold: true })).toEqual([])
    expect(await list.list({ coaching: false })).toHaveLength(2)
  })

  it('are known by their label too', async () => {
    const call = await room.enter(ann, 'participantLabel="host"')
    expect(await (await participants())('host').fetch()).toMatchObject({ callSid: call, label: 'host' })
  })

  it('are none once it is over', async () => {
    const call = await room.enter(ann)
    await stage().deed(call, 'hangup')
    const list = await participants()
    expect(await list.list()).toEqual([])
    expect(await codeOf(list(call).fetch())).toBe(20404)
  })

  it('are muted and unmuted', async () => {
    const first = await room.enter(ann, allEvents)
    const second = await room.enter(bob)
    const participant = (await participants())(first)
    expect((await participant.update({ muted: true })).muted).toBe(true)
    await room.say(first, 'Unheard')
    await participant.update({ muted: true })
    await participant.update({ muted: false })
    await room.say(first, 'Heard')
    expect(await room.overheard(second)).toEqual(['Heard'])
    expect(room.events().filter((each) => each.includes('mute'))).toEqual(['participant-mute', 'participant-unmute'])
  })

  it('on hold hear their music and nothing else, and are not heard', async () => {
    const first = await room.enter(ann, allEvents)
    const second = await room.enter(bob)
    const holdUrl = stage().app.on('/hold', '<Response><Say>Back soon</Say></Response>')
    const participant = (await participants())(first)
    expect((await participant.update({ hold: true, holdUrl })).hold).toBe(true)
    await stage().quiet()
    await room.say(second, 'About Ann')
    await room.say(first, 'Hello?')
    expect(await stage().said(first)).toEqual(['Back soon'])
    expect(await room.overheard(second)).toEqual([])
    expect(stage().app.requests.find((each) => each.path.startsWith('/hold'))).toMatchObject({ method: 'GET' })
    expect((await participant.update({ hold: false })).hold).toBe(false)
    await room.say(second, 'Here again')
    expect(await room.overheard(first)).toEqual(['Here again'])
    expect(room.events().filter((each) => each.includes('hold'))).toEqual(['participant-hold', 'participant-unhold'])
  })

  it('on hold hear Twilio’s music by default', async () => {
    const first = await room.enter(ann, 'waitUrl=""')
    await room.enter(bob, 'beep="false"')
    await (await participants())(first).update({ hold: true })
    expect((await stage().call(first)).heard).toMatchObject([{ verb: 'play' }])
  })

  it('hear an announcement of their own, also on hold', async () => {
    const first = await room.enter(ann, allEvents)
    const second = await room.enter(bob)
    const announceUrl = stage().app.on('/announce', '<Response><Say>Your turn</Say></Response>')
    const participant = (await participants())(first)
    await participant.update({ hold: true })
    await participant.update({ announceUrl })
    await stage().advance(5000)
    expect(await stage().said(first)).toEqual(['Your turn'])
    expect(await stage().said(second)).toEqual([])
    expect(stage().app.at('/events').at(-1)).toMatchObject({ StatusCallbackEvent: 'announcement-end', CallSid: first })
  })

  it('become coaches and cease to be', async () => {
    const candidate = await room.enter(ann, allEvents)
    const agent = await room.enter(bob)
    const coach = await room.enter(carol)
    const participant = (await participants())(coach)
    expect(await participant.update({ coaching: true, callSidToCoach: agent })).toMatchObject({
      coaching: true,
      callSidToCoach: agent,
    })
    await room.say(coach, 'Between us')
    expect((await participant.update({ coaching: false })).callSidToCoach).toBeNull()
    await room.say(coach, 'To all')
    expect(await room.overheard(candidate)).toEqual(['To all'])
    expect(await room.overheard(agent)).toEqual(['Between us', 'To all'])
    expect(room.events().filter((each) => each === 'participant-modify')).toHaveLength(2)
  })

  it('cannot coach who is not there', async () => {
    const first = await room.enter(ann)
    const coaching = (await participants())(first).update({ coaching: true, callSidToCoach: `CA${'0'.repeat(32)}` })
    expect(await codeOf(coaching)).toBe(16028)
  })

  it('may be made to end the conference as they leave', async () => {
    const first = await room.enter(ann)
    const second = await room.enter(bob)
    await (await participants())(first).update({ endConferenceOnExit: true })
    await stage().deed(first, 'hangup')
    expect((await stage().call(second)).status).toBe('completed')
  })

  it('may be made to beep as they leave', async () => {
    const first = await room.enter(ann, 'beep="false"')
    const second = await room.enter(bob, 'beep="false"')
    await (await participants())(first).update({ beepOnExit: true })
    await stage().deed(first, 'hangup')
    expect((await stage().call(second)).heard.filter((each) => each.verb === 'beep')).toHaveLength(1)
  })

  it('are removed, and go on with their document', async () => {
    const first = await room.enter(ann, allEvents, { after: '<Say>Removed</Say>' })
    await room.enter(bob)
    expect(await (await participants())(first).remove()).toBe(true)
    await stage().quiet()
    expect(await stage().said(first)).toEqual(['Removed'])
    expect(stage().app.at('/events').at(-1)).toMatchObject({
      ReasonParticipantLeft: 'participant_updated_via_api',
    })
  })

  it('end the conference as “kicked” when the last or a moderator is removed', async () => {
    const first = await room.enter(ann)
    await (await participants())(first).remove()
    expect((await room.conference()).reasonConferenceEnded).toBe('last-participant-kicked')
    const second = await room.enter(bob, 'endConferenceOnExit="true"')
    await room.enter(carol)
    await (await participants())(second).remove()
    expect((await room.conference()).reasonConferenceEnded).toBe('participant-with-end-conference-on-exit-kicked')
  })

  it('are called off when removed while they ring', async () => {
    const { callSid, conferenceSid } = await stage()
      .client.conferences('Room')
      .participants.create({ from: own, to: ann })
    await stage().advance(300)
    await stage().client.conferences(conferenceSid).participants(callSid).remove()
    expect((await stage().call(callSid)).status).toBe('canceled')
  })

  it('are unknown in a conference they are not in', async () => {
    await room.enter(ann)
    expect(await codeOf((await participants())('nobody').update({ muted: true }))).toBe(20404)
    expect(await codeOf((await participants())('nobody').remove())).toBe(20404)
  })
})
