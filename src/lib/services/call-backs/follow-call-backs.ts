import { defineFollower } from '@/lib/services/followers/follower'
import { callBackEvents } from './read-call-backs'

/**
 * Who asked to be called back and was reached needs no call any more: we called and talked with them, or somebody of ours took their call.
 * By call_backs_open_number and twilio_call_logs_children.
 */
export const followCallBacks = defineFollower({
  name: 'call-backs',
  types: ['call.ended'],
  async handle(ctx, tx, events) {
    const calls = events.map(({ data }) => data.call).filter(({ answeredAt }) => answeredAt !== null)
    if (calls.length === 0) return []
    const { rows } = await tx.client.query<{ id: string }>({
      name: 'settle-reached-call-backs',
      text: `update call_backs asked set status = 'done', reached_call_id = call.id, settled_at = $2, settled_by = 'system', updated_at = $2
               from twilio_call_logs call
              where call.id = any($1) and asked.status = 'open' and call.started_at > asked.created_at and call.answered_at is not null
                and asked.their_number = case call.direction when 'inbound' then call.from_number else call.to_number end
                and coalesce(call.answered_by, 'human') !~ '^(machine|fax)'
                and case call.direction
                      when 'inbound' then call.handled_by is not null
                      else call.parent_call_sid is not null
                           or exists (select from twilio_call_logs leg where leg.parent_call_sid = call.call_sid and leg.answered_at is not null)
                    end
             returning asked.id`,
      values: [[...new Set(calls.map(({ id }) => id))], ctx.clock.now()],
    })
    return callBackEvents(
      tx.client,
      rows.map(({ id }) => id),
    )
  },
})
