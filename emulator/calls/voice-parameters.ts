import { geoParameters } from '../account/geo-parameters.ts'
import type { World } from '../world.ts'
import type { Call } from './call.ts'

/** What every voice request says: https://www.twilio.com/docs/voice/twiml#twilios-request-to-your-application */
export function voiceParameters(world: World, call: Call): Record<string, string> {
  return {
    AccountSid: world.account.sid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Called: call.to,
    ...geoParameters('Called', call.to),
    Caller: call.from,
    ...geoParameters('Caller', call.from),
    Direction: call.direction,
    From: call.from,
    ...geoParameters('From', call.from),
    To: call.to,
    ...geoParameters('To', call.to),
    ...(call.parentCallSid === null ? {} : { ParentCallSid: call.parentCallSid }),
    ...(call.callerName === null ? {} : { CallerName: call.callerName }),
    ...(call.forwardedFrom === null ? {} : { ForwardedFrom: call.forwardedFrom }),
  }
}
