import type { Transaction } from '@/lib/db/client'
import { toMedia, type KeptMedia } from '@/lib/services/media/to-media'
import type { NewLiveEvent } from '@/shared/schemas/live-event'
import { mediaPath, thumbnailPath } from '@/shared/schemas/media'

/** A row of twilio_media, called `media`, as twilio_messages.media and the screens have it. */
const shown = `jsonb_build_object(
  'id', media.id, 'url', '${mediaPath('')}' || media.id, 'contentType', media.content_type, 'fileName', media.file_name,
  'sizeBytes', media.size_bytes, 'status', media.status, 'reason', media.reason,
  'thumbnailUrl', case when media.thumbnail_key is not null
                  then replace('${thumbnailPath('*')}', '*', media.id::text) end)`

/**
 * Brings what texts say of a file up to its row, in the transaction that changed the row; returns the live events, for the caller to broadcast
 * last. By twilio_message_media_media and primary keys.
 */
export async function showMedia(tx: Transaction, mediaId: string): Promise<NewLiveEvent[]> {
  // Held first, in a statement of its own: files of one text are settled at once, and each must see what the others wrote.
  await tx.client.query({
    name: 'hold-messages-of-media',
    text: `select from twilio_messages where id in (select message_id from twilio_message_media where media_id = $1)
           order by id for update`,
    values: [mediaId],
  })
  const result = await tx.client.query<{ id: string; conversation_id: string; media: KeptMedia[] }>({
    name: 'show-media',
    text: `update twilio_messages message
           set media = (select jsonb_agg(coalesce(kept.shown, item.value) order by item.position)
                        from jsonb_array_elements(message.media) with ordinality item (value, position)
                        left join lateral (select ${shown} as shown from twilio_media media
                                           where media.id = (item.value ->> 'id')::uuid) kept on true)
           where message.id in (select message_id from twilio_message_media where media_id = $1)
           returning id, conversation_id, media`,
    values: [mediaId],
  })
  return result.rows.map((row) => ({
    type: 'message.media_changed',
    data: { id: row.id, conversationId: row.conversation_id, media: row.media.map(toMedia) },
  }))
}
