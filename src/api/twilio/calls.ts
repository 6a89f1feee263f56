import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Context, Installation } from '@/lib/context'
import { endCall } from '@/lib/services/calls/end-call'
import { getCall } from '@/lib/services/calls/find-call'
import { listCallTimeline } from '@/lib/services/calls/list-call-timeline'
import { noteCall } from '@/lib/services/calls/note-call'
import { listCalls } from '@/lib/services/calls/list-calls'
import { placeCallOnce } from '@/lib/services/calls/place-call-once'
import { holdCall } from '@/lib/services/rooms/hold-call'
import { muteCall } from '@/lib/services/rooms/mute-call'
import { sendKeys } from '@/lib/services/rooms/send-keys'
import { consultations } from '@/api/twilio/calls/consultations'
import { transferCall } from '@/lib/services/calls/transfer-call'
import { Call, CallTimelineEntry, CreateCallInput, ListCallsQuery, UpdateCallInput } from '@/shared/schemas/call'
import { pageOf } from '@/shared/schemas/page'
import { CallSid as Sid } from '@/api/twilio/calls/call-sid'

const tag = 'Calls'

/** Calls, under /api/twilio/calls. */
export function calls(installation: Installation) {
  const app = new Hono<AppEnv>()

  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List calls, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(Call) } },
    }),
    requirePermission('calls.read'),
    validated('query', ListCallsQuery),
    async (c) => c.json(await listCalls(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Place a call',
      description:
        'Answers when Twilio has. 422: the call is not permitted. 502: Twilio refused (twilioCode) or could not be reached. 202: no answer ' +
        'came back, so the call may or may not be ringing; it has no callSid until a callback or Twilio’s list settles it. Accepts ' +
        'Idempotency-Key.',
      answers: {
        201: { description: 'Twilio took it', schema: Call },
        202: { description: 'Not confirmed yet', schema: Call },
      },
    }),
    requirePermission('calls.place'),
    validated('json', CreateCallInput),
    idempotent(installation),
    async (c) => {
      const call = await placeCallOnce(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') })
      return c.json(call, call.callSid === null && call.endedAt === null ? 202 : 201)
    },
  )
  app.get(
    '/:callSid',
    describeOperation({ tag, summary: 'One call', answers: { 200: { description: 'It', schema: Call } } }),
    requirePermission('calls.read'),
    validated('param', Sid),
    async (c) => c.json(await getCall(installation, c.req.valid('param').callSid)),
  )
  app.patch(
    '/:callSid',
    describeOperation({
      tag,
      summary: 'Hang up, transfer, hold, mute, press keys, or write down what came of it',
      description:
        'Twilio is asked and the answer may show the call as it was: what happens to it arrives as live events.',
      answers: { 200: { description: 'The call', schema: Call } },
    }),
    requirePermission('calls.control'),
    validated('param', Sid),
    validated('json', UpdateCallInput),
    async (c) => {
      const ctx = contextFrom(installation, c)
      const { callSid } = c.req.valid('param')
      const change = c.req.valid('json')
      return c.json(await changeCall(ctx, callSid, change))
    },
  )
  app.get(
    '/:callSid/timeline',
    describeOperation({
      tag,
      summary: 'What happened in a call, oldest first, its other legs included',
      answers: {
        200: {
          description: 'The lines',
          schema: z.object({ items: z.array(CallTimelineEntry), nextCursor: z.null() }),
        },
      },
    }),
    requirePermission('calls.read'),
    validated('param', Sid),
    async (c) => c.json(await listCallTimeline(installation, c.req.valid('param'))),
  )
  app.route('/', consultations(installation))
  return app
}

async function changeCall(ctx: Context, callSid: string, change: UpdateCallInput): Promise<Call> {
  if ('status' in change) return endCall(ctx, { callSid })
  if ('hold' in change) return holdCall(ctx, { callSid, ...change })
  if ('muted' in change) return muteCall(ctx, { callSid, ...change })
  if ('digits' in change) return sendKeys(ctx, { callSid, ...change })
  if ('transferTo' in change) return transferCall(ctx, { callSid, ...change })
  return noteCall(ctx, { callSid, ...change })
}
