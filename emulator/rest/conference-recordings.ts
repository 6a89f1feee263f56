import type { Recording } from '../recordings/recording.ts'
import { dateFilter } from './date-filter.ts'
import { requireConference } from './find-conference.ts'
import { newestFirst, pageOf } from './paging.ts'
import { conferenceRecordingView } from './recording-view.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestRequest, Route } from './route.ts'
import { steerRecording } from './steer-recording.ts'

function recordingsOf(request: RestRequest): Recording[] {
  const { sid } = requireConference(request)
  const created = dateFilter(request.query, 'DateCreated')
  return newestFirst(request.world.account.recordings.values()).filter(
    (recording) => recording.conferenceSid === sid && created(recording.createdAt),
  )
}

/** By SID, or the one that runs as `Twilio.CURRENT`. */
function find(request: RestRequest): Recording {
  const sid = request.params['sid']
  const found = recordingsOf(request).find((recording) =>
    sid === 'Twilio.CURRENT' ? recording.durationSeconds === null : recording.sid === sid,
  )
  if (found === undefined) throw notFound(`${request.path}.json`)
  return found
}

/** https://www.twilio.com/docs/voice/api/recording#conference-recordings */
export const conferenceRecordingRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/Conferences/:conference/Recordings',
    handle: (request) =>
      pageOf(request, 'recordings', recordingsOf(request), (each) => conferenceRecordingView(request.world, each)),
  },
  {
    method: 'GET',
    pattern: '/Conferences/:conference/Recordings/:sid',
    handle: (request) => ({ status: 200, json: conferenceRecordingView(request.world, find(request)) }),
  },
  {
    method: 'POST',
    pattern: '/Conferences/:conference/Recordings/:sid',
    handle: (request) => {
      const recording = find(request)
      steerRecording(request.world, recording, request.form)
      return { status: 200, json: conferenceRecordingView(request.world, recording) }
    },
  },
  {
    method: 'DELETE',
    pattern: '/Conferences/:conference/Recordings/:sid',
    handle: (request) => {
      const recording = find(request)
      if (recording.durationSeconds === null) {
        throw new RestError(400, 20_009, 'Cannot delete this resource before it is complete')
      }
      request.world.account.recordings.delete(recording.sid)
      return { status: 204 }
    },
  },
]
