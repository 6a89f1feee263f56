import { defineFollower } from '@/lib/services/followers/follower'

/** Of texts that came with files: a row for each file, and a job that fetches it. The texts themselves have where the files lie with Twilio. */
export const keepMedia = defineFollower({
  name: 'media',
  types: ['message.received'],
  async handle(ctx, tx, events) {
    const texts = events.filter(({ data }) => data.message.media.length > 0).map(({ data }) => data.message.id)
    if (texts.length === 0) return []
    const { rows } = await tx.client.query<{ media_id: string }>({
      name: 'keep-media',
      // A text that was deleted meanwhile brings nothing; one that is asked for again has its rows already.
      text: `with item as materialized (
               select message.id as message_id, item.position, (item.value ->> 'id')::uuid as media_id, item.value
               from twilio_messages message, jsonb_array_elements(message.media) with ordinality item (value, position)
               where message.id = any($1) and item.value ->> 'status' = 'pending'
             ), kept as (
               insert into twilio_media (id, origin, source_url, content_type, status, created_at, updated_at)
               select media_id, 'twilio', value ->> 'sourceUrl', value ->> 'contentType', 'pending', $2, $2 from item
               on conflict do nothing
             ), linked as (
               insert into twilio_message_media (message_id, position, media_id)
               select message_id, position, media_id from item
               on conflict do nothing
             )
             select media_id from item order by media_id`,
      values: [texts, ctx.clock.now()],
    })
    const jobs = rows.map(({ media_id: mediaId }) => ({ payload: { mediaId }, key: `media:${mediaId}` }))
    await ctx.jobs.enqueueAll(tx, 'fetch-media', jobs)
    return []
  },
})
