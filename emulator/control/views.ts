import type { Phone } from '../account/phones.ts'
import { lastActivityOf, missedBy, unseenOf } from '../account/unseen.ts'
import type { Call, Heard } from '../calls/call.ts'
import { durationSeconds, isOver } from '../calls/call.ts'
import type { Participant } from '../conferences/conference.ts'
import { mediaTypeOf } from '../messages/media-type.ts'
import { mediaUrl, messageMedia } from '../messages/message-media.ts'
import type { Message } from '../messages/message.ts'
import type { World } from '../world.ts'

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

export function phoneView(world: World, phone: Phone): Record<string, unknown> {
  const active = phone.callSids.findLast((sid) => world.account.legs.has(sid)) ?? null
  const { phoneNumber, name, onCall, errorCode, lineType, timeZone } = phone
  return {
    phoneNumber,
    name,
    onCall,
    errorCode,
    lineType,
    timeZone,
    activeCallSid: active,
    unseen: unseenOf(world.account, phone),
    lastActivityAt: iso(lastActivityOf(world.account, phone)),
  }
}

/** In the order of `mediaUrls`: where the emulator serves it, if it has the bytes. */
function storedMedia(world: World, message: Message): { url: string; contentType: string; isStored: boolean }[] {
  return messageMedia(message).map(({ sid, url }) => {
    const file = world.account.messaging.media.get(sid)
    if (file === undefined) return { url, contentType: mediaTypeOf(url), isStored: false }
    return { url: mediaUrl(world, message, sid), contentType: file.contentType, isStored: true }
  })
}

/** The room that a call is in or on its way to, as someone at the handset may know it. */
function conferenceView(world: World, call: Call): Record<string, unknown> | null {
  for (const { sid, friendlyName, status, participants } of world.account.conferences.values()) {
    if (status === 'completed' || !participants.has(call.sid)) continue
    return {
      conferenceSid: sid,
      name: friendlyName,
      status,
      participants: [...participants.values()].map(participantView),
    }
  }
  return null
}

function participantView(participant: Participant): Record<string, unknown> {
  const { leg, label, joined, muted, hold, coaching, callSidToCoach } = participant
  const { sid, direction, from, to } = leg.call
  const phoneNumber = leg.handset ?? (direction === 'inbound' ? from : to)
  return { callSid: sid, phoneNumber, label, joined, muted, hold, coaching, callSidToCoach }
}

/** As the handset sees it: what it sent, what it received. A text on its way is not yet received. */
export function phoneMessageView(world: World, message: Message): Record<string, unknown> {
  return {
    messageSid: message.sid,
    direction: message.direction === 'inbound' ? 'sent' : 'received',
    from: message.from,
    to: message.to,
    body: message.body,
    mediaUrls: message.mediaUrls,
    media: storedMedia(world, message),
    status: message.status,
    errorCode: message.errorCode,
    at: iso(message.createdAt),
  }
}

export function phoneCallView(phone: Phone, call: Call): Record<string, unknown> {
  return {
    callSid: call.sid,
    from: call.from,
    to: call.to,
    direction: call.to === phone.phoneNumber ? 'incoming' : 'outgoing',
    status: call.status,
    missed: missedBy(phone, call),
    voicemail: phone.voicemailSids.has(call.sid),
    startedAt: iso(call.createdAt),
    answeredAt: iso(call.answeredAt),
    endedAt: iso(call.endedAt),
  }
}

/** With the address here of the sound, where the emulator has it. */
function heardView(world: World, heard: Heard): Record<string, unknown> {
  const { url } = heard
  if (url === undefined || world.account.sounds.find(url) === null) return heard
  return { ...heard, soundUrl: `/emulator/sounds?url=${encodeURIComponent(url)}` }
}

export function callView(world: World, call: Call): Record<string, unknown> {
  const recordings = [...world.account.recordings.values()].filter((recording) => recording.callSid === call.sid)
  return {
    callSid: call.sid,
    from: call.from,
    to: call.to,
    direction: call.direction,
    status: call.status,
    heard: call.heard.map((heard) => heardView(world, heard)),
    waitingFor: call.waitingFor,
    conference: isOver(call.status) ? null : conferenceView(world, call),
    parentCallSid: call.parentCallSid,
    childCallSids: call.childCallSids,
    recordingSids: recordings.map((recording) => recording.sid),
    startedAt: iso(call.createdAt),
    answeredAt: iso(call.answeredAt),
    endedAt: iso(call.endedAt),
    durationSeconds: isOver(call.status) ? durationSeconds(call, call.updatedAt) : null,
  }
}
