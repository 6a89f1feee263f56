import type { Database, Transaction } from '@/lib/db/client'
import { defaultCallSettings } from '@/shared/calls/default-call-settings'
import { CallSettings, type CallSettingsAnswer } from '@/shared/schemas/call-settings'

/** The settings in force, by the primary key. */
export async function getCallSettings(
  { database }: { database: Database },
  client: Pick<Transaction['client'], 'query'> = database.pool,
): Promise<CallSettingsAnswer> {
  const { rows } = await client.query<{ version: number; settings: unknown }>({
    name: 'call-settings',
    text: 'select version, settings from call_settings order by version desc limit 1',
  })
  const [row] = rows
  return row
    ? { version: row.version, settings: CallSettings.parse(row.settings) }
    : { version: 0, settings: defaultCallSettings }
}
