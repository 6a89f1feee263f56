import { rfc2822 } from '../account/rfc2822.ts'
import { recordingUrl } from '../recordings/recording-url.ts'
import type { Recording } from '../recordings/recording.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'

export function recordingView(world: World, recording: Recording): Record<string, unknown> {
  const uri = `${accountUri(world)}/Recordings/${recording.sid}`
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    call_sid: recording.callSid,
    channels: recording.channels,
    conference_sid: recording.conferenceSid,
    date_created: rfc2822(recording.createdAt),
    date_updated: rfc2822(recording.updatedAt),
    duration: String(recording.durationSeconds ?? -1),
    encryption_details: null,
    error_code: recording.errorCode,
    media_url: recordingUrl(world, recording.sid),
    price: recording.price,
    price_unit: 'USD',
    sid: recording.sid,
    source: recording.source,
    start_time: rfc2822(recording.startedAt),
    status: recording.status,
    subresource_uris: { add_on_results: `${uri}/AddOnResults.json`, transcriptions: `${uri}/Transcriptions.json` },
    uri: `${uri}.json`,
  }
}

/** The same recording as its call shows it: with its track, and the price as a number. */
export function callRecordingView(world: World, recording: Recording): Record<string, unknown> {
  const { media_url: _media, subresource_uris: _uris, ...view } = recordingView(world, recording)
  const uri = `${accountUri(world)}/Calls/${recording.callSid}/Recordings/${recording.sid}.json`
  return { ...view, price: recording.price === null ? null : Number(recording.price), track: recording.track, uri }
}

/** As its conference shows it. */
export function conferenceRecordingView(world: World, recording: Recording): Record<string, unknown> {
  const { media_url: _media, subresource_uris: _uris, ...view } = recordingView(world, recording)
  const uri = `${accountUri(world)}/Conferences/${recording.conferenceSid}/Recordings/${recording.sid}.json`
  return { ...view, uri }
}
