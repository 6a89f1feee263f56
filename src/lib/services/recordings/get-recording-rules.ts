import type { Database } from '@/lib/db/client'
import { RecordingRules, type RecordingRulesAnswer } from '@/shared/schemas/recording-rules'
import type { Transaction } from '@/lib/db/client'

const newest = new WeakMap<Database, RecordingRulesAnswer>()
const none = RecordingRules.parse({ rules: [], onDemandNotice: null })

/** The rules in force. Asks for the version each time, so that a change holds on every instance at once; reads them when it is a new one. */
export async function getRecordingRules(
  { database }: { database: Database },
  client: Pick<Transaction['client'], 'query'> = database.pool,
): Promise<RecordingRulesAnswer> {
  const result = await client.query<{ version: number | null }>({
    name: 'recording-rules-version',
    text: 'select max(version) as version from recording_rules',
  })
  const version = result.rows[0]?.version ?? 0
  if (version === 0) return { version, rules: none }
  const known = newest.get(database)
  if (known?.version === version) return known
  const read = await client.query<{ rules: unknown }>({
    name: 'recording-rules',
    text: 'select rules from recording_rules where version = $1',
    values: [version],
  })
  const inForce = { version, rules: RecordingRules.parse(read.rows[0]?.rules) }
  newest.set(database, inForce)
  return inForce
}
