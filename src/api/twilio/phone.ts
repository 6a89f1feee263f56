import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { changePhone } from '@/lib/services/phone/change-phone'
import { checkCall } from '@/lib/services/phone/check-call'
import { endPhoneCall } from '@/lib/services/phone/end-phone-call'
import { getPhone } from '@/lib/services/phone/get-phone'
import { BrowserPhoneChange, BrowserPhoneDocument, PhoneCheck, PhoneCheckInput } from '@/shared/schemas/phone'

const tag = 'Phone'
const answers = { 200: { description: 'My phone', schema: BrowserPhoneDocument } }

/** A person's phone in the browser, at /api/twilio/phone. */
export function phone(installation: Installation) {
  const app = new Hono<AppEnv>()
  const mayCall = requirePermission('calls.place')
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'My phone in the browser, and the call it belongs to',
      description:
        'After a reload the page joins that call again: it connects with the parameter `Room`, or with `Pickup` takes one that rings.',
      answers,
    }),
    mayCall,
    async (c) => c.json(await getPhone(contextFrom(installation, c))),
  )
  app.put(
    '/',
    describeOperation({
      tag,
      summary: 'Say whether my phone in the browser can be rung',
      description: 'Believed for eleven minutes; a browser that stays says it again with each token.',
      answers,
    }),
    mayCall,
    validated('json', BrowserPhoneChange),
    async (c) => c.json(await changePhone(contextFrom(installation, c), c.req.valid('json'))),
  )
  app.delete(
    '/call',
    describeOperation({ tag, summary: 'Hang up or decline the call of my phone in the browser', answers }),
    mayCall,
    async (c) => c.json(await endPhoneCall(contextFrom(installation, c))),
  )
  app.post(
    '/check',
    describeOperation({
      tag,
      summary: 'Whether a number may be called from my phone now',
      answers: { 200: { description: 'Why not, or null', schema: PhoneCheck } },
    }),
    mayCall,
    validated('json', PhoneCheckInput),
    async (c) => c.json(await checkCall(contextFrom(installation, c), c.req.valid('json'))),
  )
  return app
}
