import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { addCallBack } from '@/lib/services/call-backs/add-call-back'
import { listCallBacks } from '@/lib/services/call-backs/list-call-backs'
import { updateCallBack } from '@/lib/services/call-backs/update-call-back'
import { CallBack, CreateCallBackInput, ListCallBacksQuery, UpdateCallBackInput } from '@/shared/schemas/call-back'
import { pageOf } from '@/shared/schemas/page'

const tag = 'Calls'
const Id = z.object({ id: z.uuid() })

/** People who are to be called back, under /api/twilio/call-backs. */
export function callBacks(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'List who is to be called back, in that order; with open=false what came of the others',
      answers: { 200: { description: 'A page', schema: pageOf(CallBack) } },
    }),
    requirePermission('calls.read'),
    validated('query', ListCallBacksQuery),
    async (c) => c.json(await listCallBacks(installation, c.req.valid('query'))),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Write down that somebody is to be called back',
      description: 'Who waits for a call already is answered with 200: what is new is added to what is there.',
      answers: {
        201: { description: 'It', schema: CallBack },
        200: { description: 'The one that was there', schema: CallBack },
      },
    }),
    requirePermission('calls.place'),
    validated('json', CreateCallBackInput),
    async (c) => {
      const { callBack, isNew } = await addCallBack(contextFrom(installation, c), {
        ...c.req.valid('json'),
        id: c.get('newId'),
      })
      return c.json(callBack, isNew ? 201 : 200)
    },
  )
  app.patch(
    '/:id',
    describeOperation({
      tag,
      summary: 'Say that you will call them, when, or that it is done',
      description: 'A call that reaches them settles it by itself. 409: another has said so, or it is settled.',
      answers: { 200: { description: 'It', schema: CallBack } },
    }),
    requirePermission('calls.place'),
    validated('param', Id),
    validated('json', UpdateCallBackInput),
    async (c) =>
      c.json(await updateCallBack(contextFrom(installation, c), { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  return app
}
