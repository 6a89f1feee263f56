import { notify } from '../account/notify.ts'
import type { VoiceDocument } from '../calls/fetch-voice-document.ts'
import { hear } from '../calls/progress.ts'
import type { World } from '../world.ts'
import { fetchBackground, playBackground } from './background.ts'
import { postConferenceCallback } from './conference-callback.ts'
import { joinedOf } from './conference.ts'
import type { Conference, DocumentUrl, Participant } from './conference.ts'

export const defaultMusic = 'http://com.twilio.sounds.music.s3.amazonaws.com/MARKOVICHAMP-Borghestral.mp3'
const roundMs = 3000

function about(conference: Conference): Record<string, string> {
  return { ConferenceSid: conference.sid, FriendlyName: conference.friendlyName }
}

/** Plays to one participant until the controller is aborted; whatever goes wrong is in the debugger. */
function play(world: World, participant: Participant, controller: AbortController, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (controller.signal.aborted) return
    const text = error instanceof Error ? error.message : 'Internal failure'
    notify(world, 'error', 12_400, text, { callSid: participant.leg.call.sid })
  })
}

/** Twilio's own music while one waits or is on hold. */
function playDefault(world: World, participant: Participant): void {
  hear(world, participant.leg, { verb: 'play', url: defaultMusic }, { ms: roundMs })
}

/** What is heard until the conference starts; a document of one's own was fetched before. */
export function playWaiting(world: World, participant: Participant, document: VoiceDocument | null): void {
  if (document === null) {
    if (participant.wait === 'default') playDefault(world, participant)
    return
  }
  const controller = new AbortController()
  participant.music = controller
  const scene = { world, leg: participant.leg, signal: controller.signal, documentUrl: document.url }
  play(
    world,
    participant,
    controller,
    playBackground(scene, () => [participant.leg], document),
  )
}

/** On hold one hears nothing but the music of the hold, or Twilio's own. */
export function hold(world: World, conference: Conference, participant: Participant, url: DocumentUrl | null): void {
  participant.hold = true
  participant.music?.abort()
  if (url === null) playDefault(world, participant)
  else {
    const controller = new AbortController()
    participant.music = controller
    const scene = { world, leg: participant.leg, signal: controller.signal, documentUrl: null }
    const work = fetchBackground(scene, url, about(conference)).then(async (document) => {
      if ('code' in document) playDefault(world, participant)
      else await playBackground(scene, () => [participant.leg], document)
    })
    play(world, participant, controller, work)
  }
  postConferenceCallback(world, conference, 'participant-hold', participant)
}

export function unhold(world: World, conference: Conference, participant: Participant): void {
  participant.hold = false
  participant.music?.abort()
  postConferenceCallback(world, conference, 'participant-unhold', participant)
}

/** Lets one participant, or all who are not on hold, hear a document; a new announcement takes the old one's place. */
export function announce(world: World, conference: Conference, one: Participant | null, url: DocumentUrl): void {
  const listeners = () => (one === null ? joinedOf(conference).filter((each) => !each.hold) : [one])
  const [first] = listeners()
  if (first === undefined) return
  const subject = one ?? conference
  subject.announcement?.abort()
  const controller = new AbortController()
  subject.announcement = controller
  const scene = { world, leg: first.leg, signal: controller.signal, documentUrl: null }
  const report = (event: 'announcement-end' | 'announcement-fail', why: Record<string, string>) =>
    postConferenceCallback(world, conference, event, one, { AnnounceUrl: url.url, ...why })
  const work = fetchBackground(scene, url, about(conference)).then(async (document) => {
    if ('code' in document) return report('announcement-fail', { ReasonAnnouncementFailed: document.text })
    const isPlayed = await playBackground(scene, () => listeners().map((each) => each.leg), document)
    if (isPlayed) report('announcement-end', {})
    else report('announcement-fail', { ReasonAnnouncementFailed: 'A document of the announcement could not be had' })
  })
  play(world, first, controller, work)
}
