import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineFollower } from '@/lib/services/followers/follower'
import { createLog } from '@/lib/utils/log'
import { startServer, type RunningServer } from '@/start-server'
import { startJourney, type Journey } from '../helpers/start-journey'

const patience = { timeout: 10_000 }
const gina = '+14155550111'
let journey: Journey
let workers: RunningServer[] = []

/** Keeps each text's words once more. */
const copier = defineFollower({
  name: 'copier',
  types: ['message.received'],
  async handle(_ctx, tx, events) {
    const bodies = events.map((event) => event.data.message.body)
    await tx.client.query('insert into copies select unnest($1::text[])', [bodies])
    return events.map(({ data }) => ({
      type: 'conversation.read',
      data: { conversationId: data.message.conversationId },
    }))
  },
})

beforeAll(async () => {
  journey = await startJourney({ role: 'web' })
  await journey.rows('create table copies (body text)')
  const { config } = journey.server.installation
  const startWorker = () =>
    startServer(
      { ...config, role: 'worker', port: 0 },
      { clock: journey.clock, log: createLog('silent'), followers: [copier] },
    )
  workers = await Promise.all([startWorker(), startWorker()])
  await journey.control('/phones', { method: 'POST', body: { phoneNumber: gina } })
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.close()))
  await journey.close()
})

const copies = async () => (await journey.rows('select body from copies order by body')).map((row) => row.body)
const text = (body: string) =>
  journey.control(`/phones/${encodeURIComponent(gina)}/messages`, {
    method: 'POST',
    body: { to: journey.ourNumber, body },
  })

test('two workers follow the texts of one log, and each text has its effects once', async () => {
  const bodies = Array.from({ length: 30 }, (_, index) => `Text ${String(index).padStart(2, '0')}`)
  await Promise.all(bodies.map(text))
  await expect.poll(copies, patience).toEqual(bodies)
  const told = await journey.rows(`select count(*)::int as count from twilio_events where type = 'conversation.read'`)
  expect(told).toEqual([{ count: 30 }])
})

test('what came while no worker ran follows when one is back', async () => {
  const [one, other] = workers.splice(0)
  await Promise.all([one?.close(), other?.close()])
  await text('While you were out')
  expect(await copies()).toHaveLength(30)
  workers = [
    await startServer(
      { ...journey.server.installation.config, role: 'worker', port: 0 },
      { clock: journey.clock, log: createLog('silent'), followers: [copier] },
    ),
  ]
  await expect.poll(copies, patience).toContain('While you were out')
  expect(await copies()).toHaveLength(31)
})
