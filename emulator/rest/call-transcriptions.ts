import { rfc2822 } from '../account/rfc2822.ts'
import { startLiveTranscription } from '../transcriptions/live-transcription.ts'
import type { LivePlan, LiveTranscription } from '../transcriptions/live-transcription.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import type { Form } from './form.ts'
import { notFound, RestError } from './rest-error.ts'
import type { RestAnswer, RestRequest, Route } from './route.ts'

function view(world: World, live: LiveTranscription): Record<string, unknown> {
  return {
    account_sid: world.account.sid,
    call_sid: live.callSid,
    date_updated: rfc2822(live.updatedAt),
    name: live.name,
    sid: live.sid,
    status: live.status,
    uri: `${accountUri(world)}/Calls/${live.callSid}/Transcriptions/${live.sid}.json`,
  }
}

function readPlan(form: Form): LivePlan {
  const track = form.text('Track') ?? 'both_tracks'
  const engine = form.text('TranscriptionEngine') ?? 'google'
  if (track !== 'inbound_track' && track !== 'outbound_track' && track !== 'both_tracks') {
    throw new RestError(400, 20_001, `Track is not one of the tracks: ${track}`)
  }
  if (engine !== 'google' && engine !== 'deepgram') {
    throw new RestError(400, 32_650, `TranscriptionEngine must be google or deepgram: ${engine}`)
  }
  const url = form.url('StatusCallbackUrl', 21_609)
  return {
    name: form.text('Name') ?? '',
    track,
    engine,
    callback: url === null || url === '' ? null : { url, method: form.method('StatusCallbackMethod') ?? 'POST' },
    labels: { inbound: form.text('InboundTrackLabel') ?? '', outbound: form.text('OutboundTrackLabel') ?? '' },
    partialResults: form.bool('PartialResults', false),
    languageCode: form.text('LanguageCode') ?? 'en-US',
    configuration: { speechModel: form.text('SpeechModel') ?? 'telephony' },
  }
}

function start({ world, params, form, path }: RestRequest): RestAnswer {
  const callSid = params['callSid'] ?? ''
  if (!world.account.calls.has(callSid)) throw notFound(`${path}.json`)
  const leg = world.account.legs.get(callSid)
  if (leg?.call.status !== 'in-progress') throw new RestError(400, 21_220, 'The call is not in-progress')
  return { status: 200, json: view(world, startLiveTranscription(world, leg, readPlan(form))) }
}

/** By its SID or its name. */
function stop({ world, params, form, path }: RestRequest): RestAnswer {
  const live = [...world.account.liveTranscriptions.values()].findLast(
    (each) => each.callSid === params['callSid'] && (each.sid === params['sid'] || each.name === params['sid']),
  )
  if (live === undefined) throw notFound(`${path}.json`)
  if (form.text('Status') !== 'stopped') throw new RestError(400, 20_001, 'Status must be stopped')
  live.stop()
  return { status: 200, json: view(world, live) }
}

/** https://www.twilio.com/docs/voice/api/realtime-transcription-resource */
export const callTranscriptionRoutes: Route[] = [
  { method: 'POST', pattern: '/Calls/:callSid/Transcriptions', handle: start },
  { method: 'POST', pattern: '/Calls/:callSid/Transcriptions/:sid', handle: stop },
]
