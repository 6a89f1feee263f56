import { geoParameters } from '../account/geo-parameters.ts'
import { isE164 } from '../account/phone-number-format.ts'
import type { World } from '../world.ts'
import type { Call } from './call.ts'

/** Numbers are somewhere; clients and SIP addresses are not. */
function geo(prefix: string, address: string): Record<string, string> {
  return isE164(address) ? geoParameters(prefix, address) : {}
}

/** What every voice request says: https://www.twilio.com/docs/voice/twiml#twilios-request-to-your-application */
export function voiceParameters(world: World, call: Call): Record<string, string> {
  return {
    AccountSid: world.account.sid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Called: call.to,
    ...geo('Called', call.to),
    Caller: call.from,
    ...geo('Caller', call.from),
    Direction: call.direction,
    From: call.from,
    ...geo('From', call.from),
    To: call.to,
    ...geo('To', call.to),
    ...(call.parentCallSid === null ? {} : { ParentCallSid: call.parentCallSid }),
    ...(call.callerName === null ? {} : { CallerName: call.callerName }),
    ...(call.forwardedFrom === null ? {} : { ForwardedFrom: call.forwardedFrom }),
  }
}
