import { describe, expect, it } from 'vitest'
import { allEvents, carol, Room } from './helpers/room.ts'
import { ann, bob, codeOf, useStage } from './helpers/stage.ts'

describe('a conference', () => {
  const stage = useStage()
  const room = new Room(() => stage())

  it('is made by the first to enter, and waits for a second', async () => {
    await room.enter(ann)
    expect(await room.conference()).toMatchObject({ friendlyName: 'Room', status: 'init', reasonConferenceEnded: null })
  })

  it('begins with the second to enter', async () => {
    await room.enter(ann)
    await room.enter(bob)
    expect((await room.conference()).status).toBe('in-progress')
  })

  it('waits for someone who may start it', async () => {
    await room.enter(ann, 'startConferenceOnEnter="false"')
    await room.enter(bob, 'startConferenceOnEnter="false"')
    expect((await room.conference()).status).toBe('init')
    await room.enter(carol)
    expect((await room.conference()).status).toBe('in-progress')
  })

  it('is over when the last one leaves, and its name makes another one', async () => {
    const first = await room.enter(ann)
    await stage().deed(first, 'hangup')
    expect(await room.conference()).toMatchObject({
      status: 'completed',
      reasonConferenceEnded: 'last-participant-left',
      callSidEndingConference: first,
    })
    await room.enter(bob)
    expect(await stage().client.conferences.list()).toHaveLength(2)
    expect((await room.conference()).status).toBe('init')
  })

  it('goes on while one is left', async () => {
    const first = await room.enter(ann)
    await room.enter(bob)
    await stage().deed(first, 'hangup')
    expect((await room.conference()).status).toBe('in-progress')
  })

  it('is over when someone with endConferenceOnExit leaves, and the others go on with their documents', async () => {
    const first = await room.enter(ann, '', { after: '<Say>Bye</Say>' })
    const second = await room.enter(bob, 'endConferenceOnExit="true"')
    await stage().deed(second, 'hangup')
    expect(await stage().said(first)).toEqual(['Bye'])
    expect(await room.conference()).toMatchObject({
      status: 'completed',
      reasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
      callSidEndingConference: second,
    })
  })

  it('lets everybody hear who speaks, but not oneself', async () => {
    const calls = [await room.enter(ann), await room.enter(bob), await room.enter(carol)] as const
    await room.say(calls[0], 'Good morning')
    expect(await Promise.all(calls.map((sid) => room.overheard(sid)))).toEqual([[], ['Good morning'], ['Good morning']])
  })

  it('carries no voice before it begins', async () => {
    const first = await room.enter(ann, 'startConferenceOnEnter="false"')
    const second = await room.enter(bob, 'startConferenceOnEnter="false"')
    await room.say(first, 'Hello?')
    expect(await room.overheard(second)).toEqual([])
  })

  it('keeps rooms apart', async () => {
    const first = await room.enter(ann)
    await room.enter(bob)
    const elsewhere = await room.enter(carol, '', { name: 'Other' })
    await room.say(first, 'Between us')
    expect(await room.overheard(elsewhere)).toEqual([])
  })

  it('does not carry who is muted, who still hears', async () => {
    const first = await room.enter(ann)
    const second = await room.enter(bob, 'muted="true"')
    await room.say(second, 'Can you hear me?')
    await room.say(first, 'Bob?')
    expect(await room.overheard(first)).toEqual([])
    expect(await room.overheard(second)).toEqual(['Bob?'])
  })

  it('lets only the coached hear the coach, who hears all', async () => {
    const candidate = await room.enter(ann)
    const agent = await room.enter(bob)
    const coach = await room.enter(carol, `coach="${agent}"`)
    await room.say(coach, 'Ask about money')
    await room.say(candidate, 'I am interested')
    expect(await room.overheard(agent)).toEqual(['Ask about money', 'I am interested'])
    expect(await room.overheard(candidate)).toEqual([])
    expect(await room.overheard(coach)).toEqual(['I am interested'])
  })

  it('has nobody to coach who is not in it: 13240, and the call goes on', async () => {
    await room.enter(ann)
    await room.enter(bob)
    const coach = await room.enter(carol, `coach="CA${'0'.repeat(32)}"`, { dial: 'action="/dialed"' })
    expect(stage().app.at('/dialed')).toMatchObject([{ CallSid: coach, DialCallStatus: 'failed' }])
    expect(await stage().notifications()).toEqual([13240])
  })

  it('beeps at entry and at exit as asked', async () => {
    const listener = await room.enter(ann, 'beep="false"')
    const beeps = async () => (await stage().call(listener)).heard.filter((each) => each.verb === 'beep').length
    await stage().deed(await room.enter(bob, 'beep="false"'), 'hangup')
    expect(await beeps()).toBe(0)
    await stage().deed(await room.enter(bob, 'beep="onEnter"'), 'hangup')
    expect(await beeps()).toBe(1)
    await stage().deed(await room.enter(bob, 'beep="onExit"'), 'hangup')
    expect(await beeps()).toBe(2)
    await stage().deed(await room.enter(bob, 'beep="true"'), 'hangup')
    expect(await beeps()).toBe(4)
  })

  it('is full with as many as it may hold: 16020', async () => {
    await room.enter(ann)
    await room.enter(bob)
    const third = await room.enter(carol, 'maxParticipants="2"', { after: '<Say>Full</Say>' })
    expect(await stage().said(third)).toEqual(['Full'])
    expect(await stage().notifications()).toEqual([16020])
  })

  it.each([
    ['has a slash', 'a/b'],
    ['is a call’s SID', `CA${'a'.repeat(32)}`],
    ['is too long', 'x'.repeat(129)],
  ])('refuses a label that %s: 16023', async (_why, label) => {
    const call = await room.enter(ann, `participantLabel="${label}"`, { after: '<Say>On</Say>' })
    expect(await stage().said(call)).toEqual(['On'])
    expect(await stage().notifications()).toEqual([16023])
  })

  it('refuses a label that is in use: 16025', async () => {
    await room.enter(ann, 'participantLabel="host"')
    await room.enter(bob, 'participantLabel="host"')
    expect(await stage().notifications()).toEqual([16025])
  })

  it('refuses a name longer than 128 characters: 13237', async () => {
    await room.enter(ann, '', { name: 'x'.repeat(129) })
    expect(await stage().notifications()).toEqual([13237])
  })

  it('cannot be mixed with numbers: 13000', async () => {
    await room.dial(ann, `<Response><Dial><Conference>Room</Conference><Number>${bob}</Number></Dial></Response>`)
    expect(await stage().notifications()).toEqual([13000])
    expect((await room.conference()).friendlyName).toBe('Room')
  })

  it('tells the Dial’s action “answered” when it is over for the caller', async () => {
    const first = await room.enter(ann, '', { dial: 'action="/dialed"' })
    await stage().deed(await room.enter(bob, 'endConferenceOnExit="true"'), 'hangup')
    expect(stage().app.at('/dialed')).toMatchObject([
      { CallSid: first, DialCallStatus: 'answered', CallStatus: 'in-progress' },
    ])
    expect(stage().app.at('/dialed')[0]).not.toHaveProperty('DialCallSid')
  })

  it('tells the Dial’s action “completed” when the caller hung up', async () => {
    const first = await room.enter(ann, '', { dial: 'action="/dialed"' })
    await stage().deed(first, 'hangup')
    expect(stage().app.at('/dialed')).toMatchObject([{ DialCallStatus: 'completed', CallStatus: 'completed' }])
  })

  it('is left with star, if the Dial says so', async () => {
    const first = await room.enter(ann, '', { dial: 'hangupOnStar="true"', after: '<Say>Out</Say>' })
    await stage().deed(first, 'digits', { digits: '1*' })
    expect(await stage().said(first)).toEqual(['Out'])
  })

  it('is left when the Dial’s time limit is up', async () => {
    const first = await room.enter(ann, '', { dial: 'timeLimit="60"', after: '<Say>Out</Say>' })
    await stage().advance(60_000)
    expect(await stage().said(first)).toEqual(['Out'])
  })

  it('is left by a call that gets another document', async () => {
    const first = await room.enter(ann, allEvents)
    await room.enter(bob)
    await stage().client.calls(first).update({ twiml: '<Response><Say>Elsewhere</Say><Pause length="9"/></Response>' })
    await stage().quiet()
    expect(await stage().said(first)).toEqual(['Elsewhere'])
    expect(stage().app.at('/events').at(-1)).toMatchObject({
      StatusCallbackEvent: 'participant-leave',
      ReasonParticipantLeft: 'participant_updated_via_api',
      ParticipantCallStatus: 'in-progress',
    })
  })
})

describe('waiting for a conference', () => {
  const stage = useStage()
  const room = new Room(() => stage())
  const heard = async (sid: string) => (await stage().call(sid)).heard.map((each) => each.text ?? each.url ?? each.verb)

  it('is done with Twilio’s music by default', async () => {
    const [music] = await heard(await room.enter(ann))
    expect(music).toMatch(/^http:\/\/com\.twilio\..*\.mp3$/)
  })

  it('may be silent', async () => {
    expect(await heard(await room.enter(ann, 'waitUrl=""'))).toEqual([])
  })

  it('plays a document of one’s own, by the method given, once', async () => {
    stage().app.on('/wait', '<Response><Say>Please hold</Say></Response>')
    const sid = await room.enter(ann, 'waitUrl="/wait" waitMethod="GET"')
    await stage().advance(60_000)
    expect(await heard(sid)).toEqual(['Please hold'])
    expect(stage().app.requests.filter((each) => each.path.startsWith('/wait'))).toMatchObject([{ method: 'GET' }])
  })

  it('goes round with a Redirect', async () => {
    stage().app.on('/wait', '<Response><Say>Hold</Say><Pause length="9"/><Redirect/></Response>')
    const sid = await room.enter(ann, 'waitUrl="/wait"')
    await stage().advance(20_000)
    expect(await heard(sid)).toEqual(['Hold', 'Hold', 'Hold'])
  })

  it('ends with the beginning', async () => {
    stage().app.on('/wait', '<Response><Pause length="5"/><Say>Still waiting</Say></Response>')
    const first = await room.enter(ann, 'waitUrl="/wait"')
    await room.enter(bob, 'beep="false"')
    await stage().advance(60_000)
    expect(await heard(first)).toEqual([])
  })

  it('does not let in whose waitUrl fails', async () => {
    stage().app.on('/wait', { status: 500 })
    const sid = await room.enter(ann, 'waitUrl="/wait"', { after: '<Say>Not in</Say>' })
    expect(await heard(sid)).toEqual(['Not in'])
    expect(await stage().client.conferences.list()).toEqual([])
  })

  it('runs no other verbs than those for waiting: 13238', async () => {
    stage().app.on('/wait', '<Response><Hangup/><Say>Hold</Say></Response>')
    const sid = await room.enter(ann, 'waitUrl="/wait"')
    expect(await heard(sid)).toEqual(['Hold'])
    expect(await stage().notifications()).toEqual([13238])
  })
})

describe('a conference’s callback', () => {
  const stage = useStage()
  const room = new Room(() => stage())

  it('tells of all that happens, numbered from 1', async () => {
    const first = await room.enter(ann, `${allEvents} participantLabel="host"`)
    const second = await room.enter(bob)
    await stage().deed(second, 'hangup')
    await stage().deed(first, 'hangup')
    expect(room.events()).toEqual([
      'participant-join',
      'participant-join',
      'conference-start',
      'participant-leave',
      'participant-leave',
      'conference-end',
    ])
    const received = stage().app.at('/events')
    expect(received.map((each) => each['SequenceNumber'])).toEqual(['1', '2', '3', '4', '5', '6'])
    const { sid } = await room.conference()
    expect(received[0]).toMatchObject({
      ConferenceSid: sid,
      FriendlyName: 'Room',
      AccountSid: stage().emulator.accountSid,
      CallSid: first,
      ParticipantLabel: 'host',
      Muted: 'false',
      Hold: 'false',
      Coaching: 'false',
      StartConferenceOnEnter: 'true',
      EndConferenceOnExit: 'false',
      Timestamp: 'Mon, 02 Mar 2026 15:00:00 +0000',
    })
    expect(received[3]).toMatchObject({
      CallSid: second,
      ReasonParticipantLeft: 'participant_hung_up',
      ParticipantCallStatus: 'completed',
    })
    expect(received[5]).toMatchObject({
      ReasonConferenceEnded: 'last-participant-left',
      CallSidEndingConference: first,
      ParticipantLabelEndingConference: 'host',
    })
    expect(received[2]).not.toHaveProperty('CallSid')
  })

  it('tells only what was asked for', async () => {
    await room.enter(ann, 'statusCallback="/events" statusCallbackEvent="start leave"')
    await stage().deed(await room.enter(bob), 'hangup')
    expect(room.events()).toEqual(['conference-start', 'participant-leave'])
  })

  it('tells nothing where no event was asked for', async () => {
    await room.enter(ann, 'statusCallback="/events"')
    await room.enter(bob)
    expect(room.events()).toEqual([])
  })

  it('is settled by who makes the room', async () => {
    await room.enter(ann)
    await room.enter(bob, allEvents)
    expect(room.events()).toEqual([])
  })

  it('goes out by GET if asked to', async () => {
    await room.enter(ann, `${allEvents} statusCallbackMethod="GET"`)
    expect(stage().app.requests.at(-1)).toMatchObject({ method: 'GET' })
  })

  it('tells when someone begins and ceases to speak', async () => {
    const first = await room.enter(ann, allEvents)
    await room.enter(bob)
    await room.say(first, 'x'.repeat(50))
    expect(room.events().at(-1)).toBe('participant-speech-start')
    await stage().advance(3000)
    expect(stage().app.at('/events').at(-1)).toMatchObject({
      StatusCallbackEvent: 'participant-speech-stop',
      CallSid: first,
    })
  })

  it('names the moderator’s exit as the others’ reason to leave', async () => {
    const first = await room.enter(ann, allEvents)
    const second = await room.enter(bob, 'endConferenceOnExit="true"')
    await stage().deed(second, 'hangup')
    const left = stage()
      .app.at('/events')
      .filter((each) => each['StatusCallbackEvent'] === 'participant-leave')
    expect(left.map((each) => [each['CallSid'], each['ReasonParticipantLeft']])).toEqual([
      [second, 'participant_hung_up'],
      [first, 'moderator_ended_conference'],
    ])
  })

  it('that fails is noted as 16011', async () => {
    stage().app.on('/events', { status: 500 })
    await room.enter(ann, allEvents)
    expect(await stage().notifications()).toEqual([16011])
  })

  it('can be duplicated by a fault', async () => {
    const rules = [{ on: 'callback', kind: 'conference-status', action: 'duplicate' }]
    await stage().control('POST', '/faults', { rules })
    await room.enter(ann, allEvents)
    await stage().advance(1000)
    expect(room.events()).toEqual(['participant-join', 'participant-join'])
  })
})

describe('conferences over REST', () => {
  const stage = useStage()
  const room = new Room(() => stage())

  it('are listed newest first, by name and by status', async () => {
    await stage().deed(await room.enter(ann), 'hangup')
    await room.enter(bob, '', { name: 'Other' })
    const { conferences } = stage().client
    expect((await conferences.list()).map((each) => each.friendlyName)).toEqual(['Other', 'Room'])
    expect(await conferences.list({ status: 'completed' })).toMatchObject([{ friendlyName: 'Room' }])
    expect(await conferences.list({ friendlyName: 'Other' })).toMatchObject([{ status: 'init' }])
    expect(await conferences.list({ dateCreated: new Date('2026-03-01') })).toEqual([])
  })

  it('are fetched by their SID, and unknown otherwise', async () => {
    await room.enter(ann)
    const { sid } = await room.conference()
    expect((await stage().client.conferences(sid).fetch()).region).toBe('us1')
    expect(
      await codeOf(
        stage()
          .client.conferences(`CF${'0'.repeat(32)}`)
          .fetch(),
      ),
    ).toBe(20404)
  })

  it('are ended for everybody', async () => {
    const first = await room.enter(ann, allEvents, { after: '<Say>Ended</Say>' })
    await room.enter(bob)
    const { sid } = await room.conference()
    const ended = await stage().client.conferences(sid).update({ status: 'completed' })
    await stage().quiet()
    expect(ended).toMatchObject({ status: 'completed', reasonConferenceEnded: 'conference-ended-via-api' })
    expect(await stage().said(first)).toEqual(['Ended'])
    const events = stage().app.at('/events')
    expect(events.at(-1)).toMatchObject({ ReasonConferenceEnded: 'conference-ended-via-api' })
    expect(events.at(-2)).toMatchObject({ ReasonParticipantLeft: 'conference_ended_via_api' })
  })

  it('that are over can be neither ended nor spoken to', async () => {
    await stage().deed(await room.enter(ann), 'hangup')
    const { sid } = await room.conference()
    expect(await codeOf(stage().client.conferences(sid).update({ status: 'completed' }))).toBe(16022)
    expect(
      await codeOf(
        stage()
          .client.conferences(sid)
          .update({ announceUrl: `${stage().app.url}/announce` }),
      ),
    ).toBe(16022)
  })

  it('hear an announcement, all of them', async () => {
    const calls = [await room.enter(ann, allEvents), await room.enter(bob)] as const
    const { sid } = await room.conference()
    const announceUrl = stage().app.on('/announce', '<Response><Say>Ten minutes left</Say></Response>')
    await stage().client.conferences(sid).update({ announceUrl })
    await stage().advance(5000)
    for (const call of calls) expect(await stage().said(call)).toContain('Ten minutes left')
    expect(stage().app.at('/announce')).toMatchObject([{ ConferenceSid: sid, FriendlyName: 'Room' }])
    expect(stage().app.at('/events').at(-1)).toMatchObject({
      StatusCallbackEvent: 'announcement-end',
      AnnounceUrl: announceUrl,
    })
  })

  it('tell why an announcement failed', async () => {
    await room.enter(ann, allEvents)
    await room.enter(bob)
    const { sid } = await room.conference()
    const announceUrl = stage().app.on('/announce', { status: 404 })
    await stage().client.conferences(sid).update({ announceUrl, announceMethod: 'GET' })
    await stage().quiet()
    expect(stage().app.at('/events').at(-1)).toMatchObject({ StatusCallbackEvent: 'announcement-fail' })
    expect(stage().app.at('/events').at(-1)!['ReasonAnnouncementFailed']).toContain('404')
  })

  it('forget all at a reset, without a word', async () => {
    await room.enter(ann, allEvents)
    await room.enter(bob)
    const before = room.events().length
    await stage().control('POST', '/reset')
    await stage().advance(60_000)
    expect(await stage().client.conferences.list()).toEqual([])
    expect(room.events()).toHaveLength(before)
  })
})

describe('the recording of a conference', () => {
  const stage = useStage()
  const room = new Room(() => stage())

  it('runs from when two talk until the end, with what is said but not what is coached', async () => {
    await stage().advance(0)
    const first = await room.enter(
      ann,
      'record="record-from-start" trim="do-not-trim" recordingStatusCallback="/recording"',
    )
    await stage().advance(10_000)
    const second = await room.enter(bob)
    const coach = await room.enter(carol, `coach="${second}"`)
    await room.say(first, 'On the record')
    await room.say(coach, 'Psst')
    await stage().advance(20_000)
    await stage()
      .client.conferences((await room.conference()).sid)
      .update({ status: 'completed' })
    await stage().advance(1000)
    const { sid } = await room.conference()
    const [recording] = await stage().client.conferences(sid).recordings.list()
    expect(recording).toMatchObject({ source: 'Conference', duration: '20', conferenceSid: sid, status: 'completed' })
    expect(stage().app.at('/recording')).toMatchObject([
      { ConferenceSid: sid, RecordingSid: recording!.sid, RecordingSource: 'Conference', RecordingDuration: '20' },
    ])
    expect(stage().app.at('/recording')[0]).not.toHaveProperty('CallSid')
    expect(await stage().client.recordings.list({ conferenceSid: sid })).toHaveLength(1)
  })

  it('is fetched, paused, resumed, stopped and deleted by REST', async () => {
    await room.enter(ann, 'record="record-from-start"')
    await room.enter(bob)
    const { recordings } = stage().client.conferences((await room.conference()).sid)
    await stage().advance(5000)
    const paused = await recordings('Twilio.CURRENT').update({ status: 'paused', pauseBehavior: 'skip' })
    expect(paused.status).toBe('paused')
    await stage().advance(60_000)
    await recordings(paused.sid).update({ status: 'in-progress' })
    await stage().advance(5000)
    await recordings(paused.sid).update({ status: 'stopped' })
    await stage().advance(1000)
    expect((await recordings(paused.sid).fetch()).duration).toBe('10')
    expect(await recordings(paused.sid).remove()).toBe(true)
    expect(await recordings.list()).toEqual([])
  })
})
