import { isOver } from '../calls/call.ts'
import { recordLeg } from '../recordings/record-leg.ts'
import type { Recording } from '../recordings/recording.ts'
import { readRecordingCallback } from './create-call.ts'
import { newestFirst, pageOf } from './paging.ts'
import { callRecordingView } from './recording-view.ts'
import { steerRecording } from './steer-recording.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

function recordingsOf({ world, params, path }: RestRequest): Recording[] {
  const callSid = params['callSid'] ?? ''
  if (!world.account.calls.has(callSid)) throw notFound(`${path}.json`)
  return newestFirst(world.account.recordings.values()).filter((recording) => recording.callSid === callSid)
}

/** By SID, or the one that runs as `Twilio.CURRENT`. */
function find(request: RestRequest): Recording {
  const sid = request.params['sid']
  const recordings = recordingsOf(request)
  const found =
    sid === 'Twilio.CURRENT'
      ? recordings.find((recording) => recording.durationSeconds === null)
      : recordings.find((recording) => recording.sid === sid)
  if (found === undefined) throw notFound(`${request.path}.json`)
  return found
}

function start(request: RestRequest): RestAnswer {
  const { world, form, params } = request
  recordingsOf(request)
  const leg = world.account.legs.get(params['callSid'] ?? '')
  if (leg === undefined || isOver(leg.call.status) || leg.call.status !== 'in-progress') {
    throw new RestError(400, 21_220, 'Requested resource is not eligible for recording')
  }
  const recording = recordLeg(world, leg, {
    source: 'StartCallRecordingAPI',
    channels: form.text('RecordingChannels') === 'dual' ? 2 : 1,
    track: form.text('RecordingTrack') ?? 'both',
    trims: form.text('Trim') === 'trim-silence',
    callback: readRecordingCallback(form),
  })
  return { status: 201, json: callRecordingView(world, recording) }
}

function update(request: RestRequest): RestAnswer {
  const { world, form } = request
  const recording = find(request)
  steerRecording(world, recording, form)
  return { status: 200, json: callRecordingView(world, recording) }
}

/** https://www.twilio.com/docs/voice/api/recording#create-a-recording; deleting is the same as by /Recordings. */
export const callRecordingRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/Calls/:callSid/Recordings',
    handle: (request) =>
      pageOf(request, 'recordings', recordingsOf(request), (recording) => callRecordingView(request.world, recording)),
  },
  { method: 'POST', pattern: '/Calls/:callSid/Recordings', handle: start },
  {
    method: 'GET',
    pattern: '/Calls/:callSid/Recordings/:sid',
    handle: (request) => ({ status: 200, json: callRecordingView(request.world, find(request)) }),
  },
  { method: 'POST', pattern: '/Calls/:callSid/Recordings/:sid', handle: update },
]
