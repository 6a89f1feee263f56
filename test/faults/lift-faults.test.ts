import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmulator } from '../../emulator/start-emulator.ts'
import { onThePhones } from '../helpers/on-the-phones'
import { startGate } from '../helpers/start-gate'
import { askJson, startProgram, type Program } from '../helpers/start-program'
import { createTestDatabase, type TestDatabase } from '../helpers/test-database'

const desk = '+12125558899'
let database: TestDatabase
let client: pg.Client
let emulator: Awaited<ReturnType<typeof startEmulator>>
let program: Program
/** Between the program and Twilio: what we ask of it, and what it tells and asks us. */
let asks: Awaited<ReturnType<typeof startGate>>
let tells: Awaited<ReturnType<typeof startGate>>
let phones: ReturnType<typeof onThePhones>

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  emulator = await startEmulator({ port: 0, clock: { mode: 'virtual', patienceMs: 20_000 } })
  asks = await startGate(async () => emulator.url)
  tells = await startGate(() => program.whenUp().then(() => program.url))
  program = await startProgram({
    databaseUrl: database.url,
    twilio: { ...emulator, url: asks.url },
    publicUrl: tells.url,
  })
  const [ourNumber = ''] = emulator.phoneNumbers
  const control = async (path: string, { method, body }: { method?: string; body?: unknown } = {}) =>
    askJson(`${emulator.url}/emulator${path}`, method, body as object)
  phones = onThePhones(
    {
      control,
      api: async (path, { method, body } = {}) => ({
        status: 200,
        body: await program.api(path, method, body as object),
      }),
      advance: (advanceMs) => control('/clock', { method: 'POST', body: { advanceMs } }),
      ourNumber,
    },
    { desk, firstPhone: 5000 },
  )
  await phones.addPhone(desk)
  const { items } = await program.api('/numbers/sync', 'POST')
  const { id } = items.find(({ phoneNumber }: { phoneNumber: string }) => phoneNumber === ourNumber)
  await program.api(`/numbers/${id}/repair`, 'POST')
  await program.api(`/numbers/${id}`, 'PATCH', { answer: { transferTo: desk } })
})
afterAll(async () => {
  await program.kill()
  await asks.close()
  await tells.close()
  await emulator.close()
  await client.end()
  await database.drop()
})

/** Dies at once, and another comes up when Twilio has not told of what was asked for seconds. */
async function dieAndComeBack() {
  await program.kill()
  await client.query('update twilio_conferences set expect_at = now() where expect_at is not null')
  await program.start()
}

/** Until it has died and come back. */
async function until(died: Promise<void>) {
  let dead = false
  void died.then(() => (dead = true))
  await phones.eventually(async () => expect(dead).toBe(true))
}

test.each([
  ['before', 'the leg is sent into the room', () => asks, /^POST \S+\/Calls\/CA\w+\.json .*<Conference/],
  ['after', 'the leg is sent into the room', () => asks, /^POST \S+\/Calls\/CA\w+\.json .*<Conference/],
  ['before', 'the Dial that they leave asks what follows', () => tells, /\/voice\/dialed/],
  ['after', 'the Dial that they leave asks what follows', () => tells, /\/voice\/dialed/],
  ['before', 'Twilio tells who has come into the room', () => tells, /\/webhooks\/conference .*participant-join/],
  ['before', 'the caller is put on hold', () => asks, /^POST \S+\/Participants\/CA\w+\.json .*Hold=true/],
  ['after', 'the caller is put on hold', () => asks, /^POST \S+\/Participants\/CA\w+\.json .*Hold=true/],
  ['before', 'Twilio tells of the hold', () => tells, /\/webhooks\/conference .*participant-hold/],
] as const)('a process that is killed %s %s drops nobody: the next one goes on', async (when, _step, gate, matches) => {
  const { callSid, deskSid } = await phones.talking()
  const died = gate().next(matches, when, dieAndComeBack)
  await phones.change(callSid, { hold: true }).catch(() => undefined)
  await until(died)
  await phones.shows(callSid, { roomId: expect.any(String), status: 'in-progress' })
  await phones.change(callSid, { hold: true })
  await phones.shows(callSid, { held: true })
  await phones.change(callSid, { hold: false })
  await phones.shows(callSid, { held: false, status: 'in-progress' })
  await phones.stillTalking(callSid, deskSid)
  await phones.act(deskSid, 'hangup')
  await phones.isLeg(callSid, { status: 'completed' })
  expect(await phones.heardOn(callSid)).toMatch(/Thank you\. Goodbye\.$/)
})

test.each(['before', 'after'] as const)(
  'a process that is killed %s a caller is handed over to a number leaves them talking, and with the other where Twilio heard of it',
  async (when) => {
    const { callSid, deskSid } = await phones.talking()
    const other = await phones.newPhone()
    const died = asks.next(/^POST \S+\/Calls\/CA\w+\.json .*<Dial/, when, dieAndComeBack)
    await phones.change(callSid, { transferTo: other }).catch(() => undefined)
    await until(died)
    if (when === 'before') {
      await phones.stillTalking(callSid, deskSid)
      await phones.change(callSid, { transferTo: other })
    }
    const otherSid = await phones.pickUp(other)
    await phones.isLeg(deskSid, { status: 'completed' })
    await phones.shows(callSid, { status: 'in-progress', roomId: null })
    await phones.change(callSid, { hold: true })
    await phones.shows(callSid, { held: true })
    expect(await phones.look(otherSid)).toMatchObject({ status: 'in-progress' })
    await phones.hangUpAll(callSid, otherSid)
  },
)
