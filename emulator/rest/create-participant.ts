import type { DocumentPlace } from '../calls/document-place.ts'
import type { CallbackPlan } from '../calls/call.ts'
import { startOutboundCall } from '../calls/start-outbound-call.ts'
import { subscriptionWords } from '../conferences/conference-callback.ts'
import type { Conference, Participant, ParticipantPlan, RoomPlan } from '../conferences/conference.ts'
import { addParticipant, isLabel, isLabelTaken, openRoom } from '../conferences/open-conference.ts'
import { leave } from '../conferences/take-part.ts'
import { mostParticipants, readBeep } from '../twiml/conference-plan.ts'
import {
  checkCaller,
  readCallback,
  readLimits,
  readParties,
  readRecording,
  readRecordingCallback,
} from './create-call.ts'
import type { Form } from './form.ts'
import { requireCoached } from './find-conference.ts'
import { readDetection } from './read-detection.ts'
import { RestError } from './rest-error.ts'
import type { RestRequest } from './route.ts'

type Plan = ParticipantPlan & RoomPlan

/** Rings someone for a conference: https://www.twilio.com/docs/voice/api/conference-participant-resource. Throws RestError. */
export function createParticipant(
  { world, form }: RestRequest,
  name: string,
  known: Conference | undefined,
): { conference: Conference; participant: Participant } {
  const parties = readParties(form)
  checkCaller(world, parties)
  const plan = readPlan(form, name)
  const limits = { ...readLimits(form), timeoutSeconds: form.int('Timeout', 60, { low: 5, high: 600, code: 21_208 }) }
  const detection = readDetection(form, 'AmdStatusCallback')
  const callback = readCallback(form)
  const recording = readRecording(form)
  check(known, plan)
  const first = documentFor(plan)
  const leg = startOutboundCall(world, {
    ...parties,
    ...limits,
    first,
    fallback: null,
    callback,
    sendDigits: '',
    detection,
    recording,
  })
  const conference = openRoom(world, plan)
  const participant = addParticipant(world, conference, leg, plan)
  void leg.whenEnded.then(() => {
    if (!participant.joined) leave(world, conference, participant, 'participant_add_failed')
  })
  return { conference, participant }
}

function check(known: Conference | undefined, plan: Plan): void {
  if (plan.name.length > 128) throw new RestError(400, 16_003, 'The name of the conference is too long')
  if (plan.label !== null && !isLabel(plan.label)) throw new RestError(400, 16_024, `Invalid label: ${plan.label}`)
  if (plan.label !== null && isLabelTaken(known, plan.label)) {
    throw new RestError(400, 16_026, 'Participant label is in use by another participant')
  }
  if (plan.coaching) requireCoached(known, plan.callSidToCoach)
  if ((known?.participants.size ?? 0) >= plan.maxParticipants) throw new RestError(400, 16_020, 'Conference is full')
}

function readPlan(form: Form, name: string): Plan {
  const callSidToCoach = form.text('CallSidToCoach') || null
  const waitUrl = form.url('WaitUrl', 21_205)
  return {
    name,
    label: form.text('Label') || null,
    muted: form.bool('Muted', false),
    coaching: form.bool('Coaching', callSidToCoach !== null),
    callSidToCoach,
    startOnEnter: form.bool('StartConferenceOnEnter', true),
    endOnExit: form.bool('EndConferenceOnExit', false),
    beep: readBeep(form.text('Beep') ?? undefined),
    wait:
      waitUrl === null
        ? 'default'
        : waitUrl === ''
          ? 'silence'
          : { url: waitUrl, method: form.method('WaitMethod') ?? 'POST' },
    maxParticipants: form.int('MaxParticipants', mostParticipants, { low: 2, high: mostParticipants, code: 16_002 }),
    region: form.text('Region') || null,
    record: /^(true|record-from-start)$/.test(form.text('ConferenceRecord') ?? ''),
    trim: form.text('ConferenceTrim') !== 'do-not-trim',
    recordingCallback: readRecordingCallback(form, 'Conference'),
    callback: readConferenceCallback(form),
  }
}

function readConferenceCallback(form: Form): CallbackPlan | null {
  const url = form.url('ConferenceStatusCallback', 21_609)
  if (url === null || url === '') return null
  const events = form.all('ConferenceStatusCallbackEvent').flatMap((value) => value.split(/[\s,]+/))
  const unknown = events.find((event) => !subscriptionWords.includes(event))
  if (unknown !== undefined) throw new RestError(400, 16_002, `Invalid ConferenceStatusCallbackEvent: ${unknown}`)
  return { url, method: form.method('ConferenceStatusCallbackMethod') ?? 'POST', events: new Set(events) }
}

/** The TwiML that such a request stands for: straight into the room, with the room's settings already made. */
function documentFor(plan: Plan): DocumentPlace {
  const { wait } = plan
  const attributes: Record<string, string> = {
    muted: String(plan.muted),
    beep: plan.beep,
    startConferenceOnEnter: String(plan.startOnEnter),
    endConferenceOnExit: String(plan.endOnExit),
    maxParticipants: String(plan.maxParticipants),
    ...(plan.label === null ? {} : { participantLabel: plan.label }),
    ...(plan.coaching && plan.callSidToCoach !== null ? { coach: plan.callSidToCoach } : {}),
    ...(wait === 'default'
      ? {}
      : wait === 'silence'
        ? { waitUrl: '' }
        : { waitUrl: wait.url, waitMethod: wait.method }),
  }
  const noun = { name: 'Conference', attributes, children: [plan.name] }
  const dial = { name: 'Dial', attributes: {}, children: [noun] }
  return { root: { name: 'Response', attributes: {}, children: [dial] } }
}
