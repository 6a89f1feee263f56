import { mp3File } from '../recordings/mp3.ts'
import { renderRecording } from '../recordings/render.ts'
import { wavFile } from '../recordings/wav.ts'
import type { Recording } from '../recordings/recording.ts'
import { chargesOfRecording } from '../usage/charges-of.ts'
import { dateFilter } from './date-filter.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'
import { recordingView } from './recording-view.ts'

function find({ world, params, path }: RestRequest): Recording {
  const recording = world.account.recordings.get((params['sid'] ?? '').replace(/\.(wav|mp3)$/, ''))
  const callSid = params['callSid']
  if (recording === undefined || (callSid !== undefined && recording.callSid !== callSid))
    throw notFound(`${path}.json`)
  return recording
}

function remove(request: RestRequest): RestAnswer {
  const recording = find(request)
  if (recording.durationSeconds === null) {
    throw new RestError(400, 20_009, 'Cannot delete this resource before it is complete')
  }
  request.world.account.recordings.delete(recording.sid)
  request.world.account.pastCharges.push(...chargesOfRecording(recording))
  return { status: 204 }
}

function serve(request: RestRequest): RestAnswer {
  const recording = find(request)
  if (recording.status !== 'completed') throw notFound(request.path)
  const wanted = request.query.get('RequestedChannels')
  if (wanted === '2' && recording.channels === 1) throw new RestError(400, 16_113, 'The recording has one channel only')
  const channels = wanted === '1' ? 1 : recording.channels
  const seconds = recording.durationSeconds ?? 0
  const voices = () => renderRecording(recording, request.world.programs.speak)
  if (request.path.endsWith('.mp3')) {
    return { status: 200, file: mp3File(seconds, channels, voices), headers: { 'Content-Type': 'audio/mpeg' } }
  }
  const { length, file } = wavFile(seconds, channels, voices)
  return { status: 200, file, headers: { 'Content-Type': 'audio/x-wav', 'Content-Length': String(length) } }
}

function list(request: RestRequest): RestAnswer {
  const { world, query } = request
  const callSid = query.get('CallSid')
  const conferenceSid = query.get('ConferenceSid')
  const created = dateFilter(query, 'DateCreated')
  const items = newestFirst(world.account.recordings.values()).filter(
    (recording) =>
      (callSid === null || recording.callSid === callSid) &&
      (conferenceSid === null || recording.conferenceSid === conferenceSid) &&
      created(recording.createdAt),
  )
  return pageOf(request, 'recordings', items, (recording) => recordingView(world, recording))
}

/** Without `.json` a recording is its sound, open to whoever knows its URL: https://www.twilio.com/docs/voice/api/recording */
export const recordingRoutes: Route[] = [
  { method: 'GET', pattern: '/Recordings', handle: list },
  {
    method: 'GET',
    pattern: '/Recordings/:sid',
    handle: (request) => ({ status: 200, json: recordingView(request.world, find(request)) }),
  },
  { method: 'DELETE', pattern: '/Recordings/:sid', handle: remove },
  { method: 'DELETE', pattern: '/Calls/:callSid/Recordings/:sid', handle: remove },
]

export const recordingMediaRoute: Route = { method: 'GET', pattern: '/Recordings/:sid', handle: serve }
