import { expect, test } from 'vitest'
import { createLog } from '@/lib/utils/log'
import { realTimers } from '@/shared/timers'
import { createTestDatabase } from '../../../../test/helpers/test-database'
import { currentCursor } from './current-cursor'
import { openLogConnection } from './log-connection'
import { readEvents } from './read-events'

test('plans made while the log is empty find its end by the primary key, not by reading all of it', async () => {
  const database = await createTestDatabase()
  const connection = await openLogConnection({
    connectionString: database.url,
    log: createLog('silent'),
    timers: realTimers,
    random: Math.random,
    onOpen: () => undefined,
    onNotify: () => undefined,
  })
  const client = connection.current()
  if (!client) throw new Error('there is no connection')
  await currentCursor(client)
  await readEvents(client, 0n, 500)
  for (const prepared of ['"current-cursor"', '"read-events"(0, 500)']) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain execute ${prepared}`)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('twilio_events_pkey')
    expect(plan).not.toContain('Seq Scan on twilio_events')
  }
  await connection.stop()
  await database.drop()
})
