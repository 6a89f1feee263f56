import type { Phone } from '../account/phones.ts'
import type { Call } from '../calls/call.ts'
import { durationSeconds, isOver } from '../calls/call.ts'
import type { Message } from '../messages/message.ts'
import type { World } from '../world.ts'

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

export function phoneView(world: World, phone: Phone): Record<string, unknown> {
  const active = phone.callSids.findLast((sid) => world.account.legs.has(sid)) ?? null
  const { phoneNumber, name, onCall, errorCode, lineType } = phone
  return { phoneNumber, name, onCall, errorCode, lineType, activeCallSid: active }
}

/** As the handset sees it: what it sent, what it received. A text on its way is not yet received. */
export function phoneMessageView(message: Message): Record<string, unknown> {
  return {
    messageSid: message.sid,
    direction: message.direction === 'inbound' ? 'sent' : 'received',
    from: message.from,
    to: message.to,
    body: message.body,
    mediaUrls: message.mediaUrls,
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
    startedAt: iso(call.createdAt),
    answeredAt: iso(call.answeredAt),
    endedAt: iso(call.endedAt),
  }
}

export function callView(world: World, call: Call): Record<string, unknown> {
  const recordings = [...world.account.recordings.values()].filter((recording) => recording.callSid === call.sid)
  return {
    callSid: call.sid,
    from: call.from,
    to: call.to,
    direction: call.direction,
    status: call.status,
    heard: call.heard,
    waitingFor: call.waitingFor,
    parentCallSid: call.parentCallSid,
    childCallSids: call.childCallSids,
    recordingSids: recordings.map((recording) => recording.sid),
    startedAt: iso(call.createdAt),
    answeredAt: iso(call.answeredAt),
    endedAt: iso(call.endedAt),
    durationSeconds: isOver(call.status) ? durationSeconds(call, call.updatedAt) : null,
  }
}
