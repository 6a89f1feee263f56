import type pg from 'pg'
import { messageSidOf } from './requests.ts'

/** Throws unless all contestants told the screens the same of the same text: who does less is not to be measured against. */
export async function assertSameEvents(all: readonly { name: string; client: pg.Client }[]) {
  let expected: string | undefined
  for (const { name, client } of all) {
    const { rows } = await client.query<{ data: string }>(
      `select data::jsonb::text as data from twilio_events where type = 'message.received' and data -> 'message' ->> 'messageSid' = $1`,
      [messageSidOf('inbound', 0)],
    )
    // Ids and times are everybody's own.
    const told = rows.map((row) => row.data.replaceAll(/"[0-9a-f-]{36}"|"20\d\d-[^"]+Z"/g, '"…"')).join('\n')
    expected ??= told
    if (told === '' || told !== expected) throw new Error(`${name} told ${told}\nnot ${expected}`)
  }
}
