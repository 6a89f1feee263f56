import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseLiveEvent } from '@/shared/schemas/live-event'
import { ourNumber, sid, startWebhookApp, transferNumber } from '../helpers/start-webhook-app'

let app: Awaited<ReturnType<typeof startWebhookApp>>
const caller = '+14155550111'

beforeAll(async () => {
  app = await startWebhookApp()
})
afterAll(() => app.close())

function call(number: number, more: Record<string, string> = {}) {
  return {
    CallSid: sid('CA', number),
    AccountSid: `AC${'a'.repeat(32)}`,
    From: caller,
    To: ourNumber,
    CallStatus: 'ringing',
    Direction: 'inbound',
    ApiVersion: '2010-04-01',
    ...more,
  }
}

function outbound(number: number, more: Record<string, string> = {}) {
  return call(number, { Direction: 'outbound-api', From: ourNumber, To: caller, CallStatus: 'in-progress', ...more })
}

async function callRow(number: number) {
  const [row] = await app.rows('select * from twilio_call_logs where call_sid = $1', [sid('CA', number)])
  return row
}

async function announced(number: number) {
  const rows = await app.rows(
    `select id::text, type, at, data from twilio_events where data->'call'->>'callSid' = $1 order by id`,
    [sid('CA', number)],
  )
  for (const row of rows) expect(parseLiveEvent({ ...row, at: row.at.toISOString() })).not.toBeNull()
  return rows.map((row) => row.type)
}

const failed = (path: string) => ({
  ErrorCode: '11205',
  ErrorUrl: `https://eva.example.com/api/twilio/webhooks/${path}`,
})

describe('what Twilio asks when an address of ours has failed', () => {
  test('answers a caller of whom we never heard as if they had just come, and tells any other politely', async () => {
    const first = await app.send('voice/fallback', call(900, failed('voice')))
    expect(first.body).toContain(`>${transferNumber}</Number>`)
    expect(await callRow(900)).toMatchObject({ status: 'ringing', error_code: null })
    for (const again of [
      call(900, failed('voice/dialed')),
      outbound(901, failed('voice')),
      call(900, { ErrorUrl: '%' }),
    ]) {
      const answer = await app.send('voice/fallback', again)
      expect(answer).toMatchObject({ status: 200, contentType: 'text/xml' })
      expect(answer.body).toContain('<Say>We are sorry, we cannot take your call right now.')
    }
  })
})

describe('nonsense, signed', () => {
  const none = '01980000-0000-7000-8000-00000000dead'
  const asked = ['', '/whisper', '/taken', '/dialed', '/recorded', '/call-back', '/notice', '/phone', '/fallback']
  const inRooms = ['/join', '/joined', '/left', '/alone', '/keys', '/waiting']
  const queries = [
    '',
    `?room=${none}&participant=${none}`,
    '?room=x&participant=%00',
    `?room=${none}&why=lost`,
    '?digits=%E2%98%8E',
    '?round=9e99&at=-1',
  ]
  const wrong: Record<string, string>[] = [
    {},
    { CallSid: 'CA1' },
    { ...call(910), CallStatus: 'asleep' },
    { ...call(911), Digits: '9'.repeat(50_000) },
    { ...call(912), Digits: '📞1\u0000', From: '📞'.repeat(200), To: '' },
    { ...call(913), ParentCallSid: 'CA', DialCallStatus: 'completed', DialBridged: 'perhaps' },
    { ...outbound(914), ErrorCode: '-1', CallDuration: 'long', Timestamp: 'yesterday' },
  ]

  test('is answered with TwiML at every address for calls, whatever it lacks', async () => {
    for (const path of [...asked, ...inRooms]) {
      const answers = await Promise.all(
        queries.flatMap((query) => wrong.map((parameters) => app.send(`voice${path}${query}`, parameters))),
      )
      for (const answer of answers) {
        expect(answer).toMatchObject({ status: 200, contentType: 'text/xml' })
        expect(answer.body).toContain('<Response')
      }
    }
  })

  test('is answered with TwiML by a flow that does not run, at any step, and by a status honestly', async () => {
    const answers = await Promise.all(
      ['', `?execution=${none}&step=1`, '?execution=x&step=-1', `?execution=${none}&step=99999999999999999999`].flatMap(
        (query) => wrong.map((parameters) => app.send(`/api/twilio/ivr/execute${query}`, parameters)),
      ),
    )
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, contentType: 'text/xml' })
    for (const path of ['call-status', 'recording', 'conference', 'transcription'])
      for (const parameters of wrong) expect((await app.send(path, parameters)).status).toBeLessThan(500)
  })
})

describe('a call to one of our numbers', () => {
  test('is written down, greeted and put through with a whisper', async () => {
    const answer = await app.send('voice', call(1))
    expect(answer).toMatchObject({ status: 200, contentType: 'text/xml' })
    expect(answer.body).toContain('<Say>Thank you for calling. Please hold while we connect you.</Say>')
    expect(answer.body).toMatch(
      /<Dial action="https:\/\/eva\.example\.com\/api\/twilio\/webhooks\/voice\/dialed\?round=1&amp;at=\d+#ct=2000&amp;rt=4500/,
    )
    expect(answer.body).toContain('timeout="20"')
    expect(answer.body).toContain('statusCallbackEvent="initiated ringing answered completed"')
    expect(answer.body).toContain(`>${transferNumber}</Number>`)
    expect(answer.body).toContain('/voice/whisper?number=%2B14155550100#')
    expect(answer.body).not.toContain('callerId')
    expect(await callRow(1)).toMatchObject({
      direction: 'inbound',
      status: 'ringing',
      from_number: caller,
      to_number: ourNumber,
    })
    expect(await announced(1)).toEqual(['call.ringing'])
  })

  test('a retry gets the same document and changes nothing', async () => {
    const [first, second] = await Promise.all([app.send('voice', call(2)), app.send('voice', call(2))])
    expect(second.body).toBe(first.body)
    expect(await announced(2)).toEqual(['call.ringing'])
  })

  test('whoever picks up hears the whisper and is asked for a key', async () => {
    const answer = await app.send('voice/whisper?number=%2B14155550100', call(3, { CallStatus: 'in-progress' }))
    expect(answer.body).toMatch(
      /<Gather action="[^"]*voice\/taken[^"]*"[^>]*><Say>A call for you. Press 1 to take it.<\/Say><\/Gather><Hangup\/>/,
    )
    const taken = await app.send('voice/taken', call(3, { CallStatus: 'in-progress', Digits: '1' }))
    expect(taken.body).toMatch(/<Response\/>/)
    const dropped = await app.send('voice/taken', call(3, { CallStatus: 'in-progress', Digits: '2' }))
    expect(dropped.body).toContain('<Response><Hangup/></Response>')
  })

  test('whoever picks up hears who calls, and no key is asked where the number wants none', async () => {
    const number = '+14155550176'
    const dana = '+14155550175'
    await app.rows(
      `insert into contacts (id, phone_number, name, created_at, updated_at) values (gen_random_uuid(), $1, 'Dana', now(), now())`,
      [dana],
    )
    const leg = call(11, { From: dana, CallStatus: 'in-progress' })
    expect((await app.send('voice/whisper?number=%2B14155550100', leg)).body).toContain(
      '<Say>A call for you from Dana. Press 1 to take it.</Say>',
    )
    await app.rows(
      `insert into twilio_phone_numbers (id, phone_number, friendly_name, answer, created_at, updated_at)
       values (gen_random_uuid(), $1, 'Plain', '{"whisperNeedsKey": false}', now(), now())`,
      [number],
    )
    expect((await app.send(`voice/whisper?number=${encodeURIComponent(number)}`, leg)).body).toContain(
      '<Response><Say>A call for you from Dana.</Say></Response>',
    )
  })

  test('a leg that was picked up and not taken leads to voicemail', async () => {
    const more = { CallStatus: 'in-progress', DialCallStatus: 'completed', DialBridged: 'false' }
    expect((await app.send('voice/dialed', call(12, more))).body).toContain('Please leave a message after the tone.')
  })

  test.each([
    ['completed', '<Response><Say>Thank you. Goodbye.</Say><Hangup/></Response>'],
    ['canceled', '<Response><Hangup/></Response>'],
  ])('after a dialled leg that was %s, ends', async (DialCallStatus, document) => {
    const answer = await app.send('voice/dialed', call(4, { CallStatus: 'in-progress', DialCallStatus }))
    expect(answer.body).toContain(document)
  })

  test.each(['no-answer', 'busy', 'failed'])('after %s, takes a message and says thank you', async (DialCallStatus) => {
    const answer = await app.send('voice/dialed', call(5, { CallStatus: 'in-progress', DialCallStatus }))
    expect(answer.body).toContain('Please leave a message after the tone.')
    expect(answer.body).toContain('/webhooks/voice/recorded#')
    expect(answer.body).toContain('recordingStatusCallbackEvent="in-progress completed absent"')
    const thanks = await app.send('voice/recorded', call(5, { CallStatus: 'in-progress', Digits: '#' }))
    expect(thanks.body).toContain('<Say>Thank you. Your message was recorded. Goodbye.</Say><Hangup/>')
    expect(await callRow(5)).toMatchObject({ status: 'in-progress' })
  })

  test('a number that is its own transfer target does not ring itself without end', async () => {
    const number = '+14155550178'
    await app.rows(
      `insert into twilio_phone_numbers (id, phone_number, friendly_name, answer, created_at, updated_at)
       values (gen_random_uuid(), $1, 'Loop', jsonb_build_object('transferTo', $1::text), now(), now())`,
      [number],
    )
    const answer = await app.send('voice', call(970, { To: number }))
    expect(answer.body).not.toContain('<Dial')
    expect(answer.body).toContain('<Record')
  })

  test('a caller who is the transfer target is not put through to themselves', async () => {
    const answer = await app.send('voice', call(6, { From: transferNumber }))
    expect(answer.body).not.toContain('<Dial')
    expect(answer.body).toContain('<Record')
  })

  test('a withheld number cannot be shown: ours is', async () => {
    const answer = await app.send('voice', call(7, { From: 'anonymous' }))
    expect(answer.body).toContain(`callerId="${ourNumber}"`)
  })

  test('each number is answered as it is set, whatever was written into it', async () => {
    const number = '+14155550177'
    await app.rows(
      `insert into twilio_phone_numbers (id, phone_number, friendly_name, answer, created_at, updated_at)
       values (gen_random_uuid(), $1, 'Berlin', $2, now(), now())`,
      [
        number,
        JSON.stringify({
          greeting: 'Guten Tag & <hallo>\u0001',
          transferTo: '+4930123456',
          ringSeconds: 45,
          whisper: 'Berlin.',
        }),
      ],
    )
    const answer = await app.send('voice', call(8, { To: number }))
    expect(answer.body).toContain('<Say>Guten Tag &amp; &lt;hallo&gt;</Say>')
    expect(answer.body).toContain('timeout="45"')
    expect(answer.body).toContain('>+4930123456</Number>')
    await app.rows(`update twilio_phone_numbers set answer = '{"transferTo": null}' where phone_number = $1`, [number])
    expect((await app.send('voice', call(9, { To: number }))).body).toMatch(/<Response><Say>Nobody can take.*<Record/)
  })
})

describe('a call we placed', () => {
  test('who answers is greeted and connected, with our number shown', async () => {
    const answer = await app.send('voice', outbound(20))
    expect(answer.body).toContain('<Say>Hello. Please hold while we connect you.</Say>')
    expect(answer.body).toContain(`callerId="${ourNumber}"`)
    expect(answer.body).toContain(`>${transferNumber}</Number>`)
    expect(await callRow(20)).toMatchObject({ direction: 'outbound', status: 'in-progress' })
  })

  test('without anybody to connect, or to a machine, it ends', async () => {
    expect((await app.send('voice', outbound(21, { To: transferNumber }))).body).toMatch(
      /<Say>Hello\. Nobody.*<Hangup\/>/,
    )
    expect((await app.send('voice', outbound(22, { AnsweredBy: 'machine_start' }))).body).toContain(
      '<Response><Hangup/>',
    )
    const sorry = await app.send('voice/dialed', outbound(20, { DialCallStatus: 'no-answer' }))
    expect(sorry.body).toContain('We could not connect you.')
  })

  test('any callback with our attempt brings the SID to the row we wrote before', async () => {
    const id = '01980000-0000-7000-8000-000000000001'
    await app.rows(
      `insert into twilio_call_logs (id, direction, status, status_rank, from_number, to_number, started_at, created_at, updated_at, unknown_since)
       values ($1, 'outbound', 'queued', 0, $2, $3, $4, $4, $4, $4)`,
      [id, ourNumber, caller, app.clock.now()],
    )
    await app.send(`call-status?attempt=${id}`, outbound(23, { CallStatus: 'ringing' }))
    expect(await callRow(23)).toMatchObject({ id, status: 'ringing', unknown_since: null })
    expect(await announced(23)).toEqual(['call.ringing'])
  })
})

describe('call status callbacks', () => {
  const progress: Record<string, string>[] = [
    { CallStatus: 'initiated', Timestamp: 'Sun, 22 Nov 2026 09:59:01 +0000', SequenceNumber: '0' },
    { CallStatus: 'ringing', Timestamp: 'Sun, 22 Nov 2026 09:59:02 +0000', SequenceNumber: '1' },
    { CallStatus: 'in-progress', Timestamp: 'Sun, 22 Nov 2026 09:59:07 +0000', SequenceNumber: '2' },
    { CallStatus: 'completed', Timestamp: 'Sun, 22 Nov 2026 09:59:37 +0000', SequenceNumber: '3', CallDuration: '30' },
  ]

  test('a leg belongs to its call and shows that it was answered', async () => {
    await app.send('voice', call(30))
    const leg = { ParentCallSid: sid('CA', 30), Direction: 'outbound-dial', To: transferNumber }
    for (const event of progress) {
      const answer = await app.send('call-status', call(31, { ...leg, ...event }))
      expect(answer).toMatchObject({ status: 204, body: '' })
    }
    expect(await callRow(31)).toMatchObject({
      parent_call_sid: sid('CA', 30),
      direction: 'outbound',
      status: 'completed',
      started_at: new Date('2026-11-22T09:59:01Z'),
      answered_at: new Date('2026-11-22T09:59:07Z'),
      ended_at: new Date('2026-11-22T09:59:37Z'),
      duration_seconds: 30,
    })
    expect(await announced(31)).toEqual(['call.queued', 'call.ringing', 'call.answered', 'call.ended'])
    expect(await callRow(30)).toMatchObject({ status: 'in-progress' })
    expect(await announced(30)).toEqual(['call.ringing', 'call.answered'])
  })

  test('all twenty-four orders of the four leave the same row, each change announced once', async () => {
    const orders = permutations([0, 1, 2, 3])
    expect(orders).toHaveLength(24)
    for (const [index, order] of orders.entries()) {
      for (const position of order) await app.send('call-status', call(100 + index, progress[position]))
    }
    const rows = await app.rows(
      `select distinct status, status_rank, started_at, answered_at, ended_at, duration_seconds
         from twilio_call_logs where call_sid between $1 and $2`,
      [sid('CA', 100), sid('CA', 123)],
    )
    expect(rows).toEqual([
      {
        status: 'completed',
        status_rank: 40,
        started_at: new Date('2026-11-22T09:59:01Z'),
        answered_at: new Date('2026-11-22T09:59:07Z'),
        ended_at: new Date('2026-11-22T09:59:37Z'),
        duration_seconds: 30,
      },
    ])
    for (const [index] of orders.entries()) {
      const types = await announced(100 + index)
      expect(new Set(types).size).toBe(types.length)
      expect(types.at(-1)).toBe('call.ended')
    }
  })
})

describe('recordings, transcriptions and conferences', () => {
  test('a recording is kept with its metadata and announced once, when it is complete', async () => {
    await app.send('voice', call(40, { From: transferNumber }))
    const recording = {
      AccountSid: `AC${'a'.repeat(32)}`,
      CallSid: sid('CA', 40),
      RecordingSid: sid('RE', 40),
      RecordingUrl: 'https://api.twilio.com/2010-04-01/Recordings/RE40',
      RecordingStartTime: 'Sun, 22 Nov 2026 09:59:10 +0000',
      RecordingSource: 'RecordVerb',
      RecordingChannels: '1',
      ErrorCode: '0',
    }
    const completed = { ...recording, RecordingStatus: 'completed', RecordingDuration: '12' }
    for (const parameters of [
      completed,
      { ...recording, RecordingStatus: 'in-progress', RecordingDuration: '0' },
      completed,
    ]) {
      expect((await app.send('recording', parameters)).status).toBe(204)
    }
    expect(await app.rows('select * from twilio_recordings where recording_sid = $1', [sid('RE', 40)])).toMatchObject([
      {
        call_sid: sid('CA', 40),
        status: 'completed',
        source: 'RecordVerb',
        channels: 1,
        duration_seconds: 12,
        error_code: null,
        started_at: new Date('2026-11-22T09:59:10Z'),
      },
    ])
    expect(await app.rows(`select data from twilio_events where type = 'recording.completed'`)).toEqual([
      { data: { recordingSid: sid('RE', 40), callSid: sid('CA', 40), durationSeconds: 12 } },
    ])
    expect(await callRow(40)).toMatchObject({ status: 'in-progress' })
  })

  test('what later work will need is kept as it came', async () => {
    expect(
      (
        await app.send('conference', {
          ConferenceSid: sid('CF', 1),
          StatusCallbackEvent: 'conference-start',
          SequenceNumber: '1',
        })
      ).status,
    ).toBe(204)
    expect(
      (
        await app.send('transcription', {
          TranscriptionSid: sid('GT', 1),
          TranscriptionEvent: 'transcription-started',
          SequenceId: '1',
        })
      ).status,
    ).toBe(204)
    expect(
      await app.rows(
        `select event_key from twilio_webhook_facts where kind in ('conference', 'transcription') order by 1`,
      ),
    ).toEqual([
      { event_key: `${sid('CF', 1)}:conference-start:1:` },
      { event_key: `${sid('GT', 1)}:transcription-started:1` },
    ])
  })
})

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items]
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
}
