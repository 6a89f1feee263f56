import { defineFollower } from '@/lib/services/followers/follower'

/** Twilio's word for a number that is no mobile. 30006 is not one: it may be a carrier that is out of reach for a day. */
const notMobile = 21_614

/** Remembers of a number what Twilio's refusal of a text has taught us: by the primary keys of texts and of lookups. */
export const followLineTypes = defineFollower({
  name: 'line-types',
  types: ['message.status_changed'],
  async handle(ctx, tx, events) {
    const ids = events.filter((event) => event.data.errorCode === notMobile).map((event) => event.data.id)
    if (ids.length === 0) return []
    await tx.client.query({
      name: 'learn-line-types',
      text: `insert into phone_lookups (phone_number, line_type, source, looked_up_at)
             select distinct to_number, 'landline', 'delivery', $2::timestamptz from twilio_messages
              where id = any($1::uuid[]) and direction = 'outbound'
             on conflict (phone_number) do update
               set line_type = excluded.line_type, source = excluded.source, looked_up_at = excluded.looked_up_at`,
      values: [ids, ctx.clock.now()],
    })
    return []
  },
})
