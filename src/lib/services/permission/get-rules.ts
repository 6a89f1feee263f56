import type { Database, Transaction } from '@/lib/db/client'
import { defaultPermissionRules } from '@/shared/permission/default-rules'
import { PermissionRules } from '@/shared/schemas/permission-rules'

/** The rules in force. Version 0: the careful defaults, nobody has decided anything yet. */
export type RulesInForce = { version: number; rules: PermissionRules }

const newest = new WeakMap<Database, RulesInForce>()

/** Asks for the version each time, so that a change holds on every instance at once; reads and checks the rules when it is a new one. */
export async function getRules(
  { database }: { database: Database },
  client: Pick<Transaction['client'], 'query'> = database.pool,
): Promise<RulesInForce> {
  const result = await client.query<{ version: number | null }>({
    name: 'rules-version',
    text: 'select max(version) as version from permission_rules',
  })
  const version = result.rows[0]?.version ?? 0
  const known = newest.get(database)
  if (known?.version === version) return known
  const inForce = { version, rules: version === 0 ? defaultPermissionRules : await readRules(client, version) }
  newest.set(database, inForce)
  return inForce
}

/** What an older version did not know of is as in the defaults. */
async function readRules(client: Pick<Transaction['client'], 'query'>, version: number): Promise<PermissionRules> {
  const result = await client.query<{ rules: Partial<PermissionRules> }>(
    'select rules from permission_rules where version = $1',
    [version],
  )
  const rules = result.rows[0]?.rules ?? {}
  return PermissionRules.parse({
    ...defaultPermissionRules,
    ...rules,
    consent: { ...defaultPermissionRules.consent, ...rules.consent },
    spend: { ...defaultPermissionRules.spend, ...rules.spend },
  })
}
