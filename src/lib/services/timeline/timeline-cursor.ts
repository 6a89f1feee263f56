import { InvalidError } from '@/shared/errors'
import type { TimelineItem } from '@/shared/schemas/timeline'

export type TimelineKind = TimelineItem['kind']

/** An entry's place: entries of different kinds may share a time and even an id, so the kind is part of it. */
export type TimelineKey = { at: Date; id: string; kind: TimelineKind }

/** Where to go on from an entry, and which way. */
export type TimelineCursor = TimelineKey & { way: 'older' | 'newer' }

const shape =
  /^(older|newer)~(\d{1,13})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~(call|change|message|note|opt_out)$/

export function encodeTimelineCursor({ way, at, id, kind }: TimelineCursor): string {
  return Buffer.from(`${way}~${at.getTime()}~${id}~${kind}`).toString('base64url')
}

/** Throws InvalidError for text that no timeline of ours handed out. */
export function decodeTimelineCursor(cursor: string): TimelineCursor {
  const [, way, time, id, kind] = shape.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (time === undefined || id === undefined || !isKind(kind)) {
    throw new InvalidError('This cursor is not one of ours. Start the timeline again without it.')
  }
  return { way: way === 'newer' ? 'newer' : 'older', at: new Date(Number(time)), id, kind }
}

function isKind(kind: string | undefined): kind is TimelineKind {
  return kind !== undefined && ['call', 'change', 'message', 'note', 'opt_out'].includes(kind)
}
