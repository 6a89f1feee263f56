import type pg from 'pg'
import type { CallBack } from '@/shared/schemas/call-back'
import type { NewLiveEvent } from '@/shared/schemas/live-event'

/** A row of call_backs with names, as `callBackColumns` and `callBackJoins` select it. */
export type CallBackRow = {
  id: string
  their_number: string
  our_number: string
  contact_name: string | null
  call_sid: string | null
  wish: string | null
  status: CallBack['status']
  claimed_by: string | null
  claimer_name: string | null
  reached_call_sid: string | null
  due_at: Date | null
  created_by: string | null
  creator_name: string | null
  created_at: Date
  settled_at: Date | null
}

export const callBackColumns = `asked.id, asked.their_number, asked.our_number, contact.name as contact_name, asked.call_sid, asked.wish,
  asked.status, asked.claimed_by, coalesce(claimer.name, host_claimer.name) as claimer_name, reached.call_sid as reached_call_sid,
  asked.due_at, asked.created_by, coalesce(creator.name, host_creator.name) as creator_name, asked.created_at, asked.settled_at`

/** By primary keys and the unique index on contacts.phone_number; people are few. */
export const callBackJoins = `left join contacts contact on contact.phone_number = asked.their_number
  left join users claimer on claimer.id::text = asked.claimed_by
  left join host_people host_claimer on host_claimer.id = asked.claimed_by
  left join users creator on 'operator:' || creator.id = asked.created_by
  left join host_people host_creator on 'operator:' || host_creator.id = asked.created_by
  left join twilio_call_logs reached on reached.id = asked.reached_call_id`

export function toCallBack(row: CallBackRow): CallBack {
  return {
    id: row.id,
    theirNumber: row.their_number,
    ourNumber: row.our_number,
    contactName: row.contact_name,
    callSid: row.call_sid,
    wish: row.wish,
    status: row.status,
    claimedBy: row.claimed_by === null ? null : { id: row.claimed_by, name: row.claimer_name ?? 'Somebody' },
    reachedCallSid: row.reached_call_sid,
    dueAt: row.due_at?.toISOString() ?? null,
    createdBy: creatorOf(row),
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  }
}

function creatorOf({ created_by: actor, creator_name: name }: CallBackRow): CallBack['createdBy'] {
  if (actor === null) return null
  return {
    id: actor.slice(actor.indexOf(':') + 1),
    name: name ?? (actor.startsWith('operator:') ? 'Somebody' : 'A script'),
  }
}

export async function readCallBacks(client: Pick<pg.ClientBase, 'query'>, ids: readonly string[]): Promise<CallBack[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<CallBackRow>({
    name: 'read-call-backs',
    text: `select ${callBackColumns} from call_backs asked ${callBackJoins} where asked.id = any($1)`,
    values: [ids],
  })
  return rows.map((row) => toCallBack(row))
}

/** What the screens are told when these have changed. */
export async function callBackEvents(
  client: Pick<pg.ClientBase, 'query'>,
  ids: readonly string[],
): Promise<NewLiveEvent[]> {
  const callBacks = await readCallBacks(client, ids)
  return callBacks.map((callBack) => ({ type: 'call_back.changed', data: { callBack } }))
}
