import type { CoreContext } from '@/lib/context'
import { ringFirst } from '@/lib/services/rooms/ring-first'
import { placeCall, type PlaceCall } from '@/lib/services/calls/place-call'
import { resumeOperation } from '@/lib/services/operations/resume-operation'
import type { Call } from '@/shared/schemas/call'

/** Places a call for a request that may come again under its id, as `sendMessageOnce` sends a text. */
export async function placeCallOnce(ctx: CoreContext, input: PlaceCall): Promise<Call> {
  if (input.ringFirst !== undefined) return ringFirst(ctx, { ...input, ringFirst: input.ringFirst })
  const call = await placeCall(ctx, input)
  if (input.id === undefined || call.status !== 'failed' || call.callSid !== null) return call
  const retriedAs = await resumeOperation(ctx, { kind: 'call.place', subject: input.id })
  return retriedAs === null ? call : placeCall(ctx, { ...input, id: retriedAs })
}
