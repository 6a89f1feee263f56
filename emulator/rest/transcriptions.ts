import { rfc2822 } from '../account/rfc2822.ts'
import type { Transcription } from '../transcriptions/transcription.ts'
import type { World } from '../world.ts'
import { Readable } from 'node:stream'
import { accountUri } from './account-uri.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

const pricePerMinute = 0.05

function view(world: World, transcription: Transcription, base: string): Record<string, unknown> {
  const { sid, status, durationSeconds } = transcription
  const price = -pricePerMinute * Math.max(1, Math.ceil(durationSeconds / 60))
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    date_created: rfc2822(transcription.createdAt),
    date_updated: rfc2822(transcription.updatedAt),
    duration: String(durationSeconds),
    price: status === 'completed' ? Number(price.toFixed(5)) : null,
    price_unit: 'USD',
    recording_sid: transcription.recordingSid,
    sid,
    status,
    transcription_text: transcription.text,
    type: 'fast',
    uri: `${base}/${sid}.json`,
  }
}

function baseOf({ world, params }: RestRequest): string {
  const recordingSid = params['recording']
  const parent = recordingSid === undefined ? '' : `/Recordings/${recordingSid}`
  return `${accountUri(world)}${parent}/Transcriptions`
}

function transcriptionsOf({ world, params, path }: RestRequest): Transcription[] {
  const { recordings, transcriptions } = world.account
  const recordingSid = params['recording']
  if (recordingSid !== undefined && !recordings.has(recordingSid)) throw notFound(`${path}.json`)
  return newestFirst(transcriptions.values()).filter(
    (each) => recordingSid === undefined || each.recordingSid === recordingSid,
  )
}

function find(request: RestRequest): Transcription {
  const found = transcriptionsOf(request).find((each) => each.sid === request.params['sid']?.replace(/\.txt$/, ''))
  if (found === undefined) throw notFound(`${request.path}.json`)
  return found
}

/** The text alone, once there is one. */
function serveText(request: RestRequest): RestAnswer {
  const { status, text } = find(request)
  if (status !== 'completed') throw notFound(request.path)
  const length = Buffer.byteLength(text)
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': String(length) }
  return { status: 200, file: Readable.from([text]), headers }
}

function remove(request: RestRequest): RestAnswer {
  const transcription = find(request)
  if (transcription.status === 'in-progress') {
    throw new RestError(400, 20_009, 'Cannot delete this resource before it is complete')
  }
  request.world.account.transcriptions.delete(transcription.sid)
  return { status: 204 }
}

/** https://www.twilio.com/docs/voice/api/recording-transcription, of one recording and of all of them. */
export const transcriptionRoutes: Route[] = ['/Transcriptions', '/Recordings/:recording/Transcriptions'].flatMap(
  (pattern): Route[] => [
    {
      method: 'GET',
      pattern,
      handle: (request) =>
        pageOf(request, 'transcriptions', transcriptionsOf(request), (each) =>
          view(request.world, each, baseOf(request)),
        ),
    },
    {
      method: 'GET',
      pattern: `${pattern}/:sid`,
      handle: (request) =>
        request.params['sid']?.endsWith('.txt')
          ? serveText(request)
          : { status: 200, json: view(request.world, find(request), baseOf(request)) },
    },
    { method: 'DELETE', pattern: `${pattern}/:sid`, handle: remove },
  ],
)
