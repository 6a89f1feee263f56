import { topicOfEvent, type LiveEventType, type LiveTopic } from '@/shared/schemas/live-event'

/** A row of the log, ready to be sent: encoded once, whoever receives it. */
export type StoredEvent = {
  id: bigint
  type: string
  /** null: written by a newer version of the program; nobody here may know who may see it, so nobody is sent it. */
  topic: LiveTopic | null
  /** The whole event `{ id, type, at, data }` as JSON on one line. */
  json: string
}

export type EventRow = { id: string; type: string; at: Date; data: string }

export function storedEventFrom(row: EventRow): StoredEvent {
  // A line break in JSON text can only stand between tokens; in a frame it would end the field.
  const data = row.data.replaceAll(/[\r\n]+/g, ' ')
  return {
    id: BigInt(row.id),
    type: row.type,
    topic: isLiveEventType(row.type) ? topicOfEvent[row.type] : null,
    json: `{"id":"${row.id}","type":${JSON.stringify(row.type)},"at":"${row.at.toISOString()}","data":${data}}`,
  }
}

function isLiveEventType(type: string): type is LiveEventType {
  return Object.hasOwn(topicOfEvent, type)
}
