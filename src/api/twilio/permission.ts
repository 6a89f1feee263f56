import { Hono } from 'hono'
import { z } from 'zod'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { appendConsents } from '@/lib/services/consents/append-consents'
import { exportNumber } from '@/lib/services/consents/export-number'
import { listConsents } from '@/lib/services/consents/list-consents'
import { getRules } from '@/lib/services/permission/get-rules'
import { listVerdicts } from '@/lib/services/permission/list-verdicts'
import { findNumberLookup } from '@/lib/services/permission/find-number-lookup'
import { lookUpNumber } from '@/lib/services/permission/look-up-number'
import { previewRules } from '@/lib/services/permission/preview-rules'
import { saveRules } from '@/lib/services/permission/save-rules'
import { Consent, ListConsentsQuery, RecordConsentInput } from '@/shared/schemas/consent'
import { pageOf } from '@/shared/schemas/page'
import {
  KeptVerdict,
  ListVerdictsQuery,
  NumberExport,
  KnownLine,
  NumberLookup,
  RulesAnswer,
  RulesPreview,
  SaveRulesInput,
} from '@/shared/schemas/permission'
import { PhoneNumber } from '@/shared/schemas/phone-number'

const tag = 'Permission'

/** What may go out: the rules, the consents they ask for, and what was decided; under /api/twilio/permission. */
export function permission(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/rules',
    describeOperation({
      tag,
      summary: 'The rules in force',
      description: 'Version 0: the careful defaults; nobody has decided yet. A tool, not legal advice.',
      answers: { 200: { description: 'They', schema: RulesAnswer } },
    }),
    requirePermission('permission_rules.read'),
    async (c) => c.json(await getRules(installation)),
  )
  app.put(
    '/rules',
    describeOperation({
      tag,
      summary: 'Put other rules in force',
      description: '409: somebody else has changed them since version `basedOn`.',
      answers: { 200: { description: 'They', schema: RulesAnswer } },
    }),
    requirePermission('permission_rules.write'),
    validated('json', SaveRulesInput),
    async (c) => c.json(await saveRules(contextFrom(installation, c), c.req.valid('json'))),
  )
  app.post(
    '/rules/preview',
    describeOperation({
      tag,
      summary: 'What other rules would change',
      description: 'Judges the newest texts and calls, and all that wait, by both. Nothing is kept.',
      answers: { 200: { description: 'How many would get another verdict', schema: RulesPreview } },
    }),
    requirePermission('permission_rules.write'),
    validated('json', SaveRulesInput.pick({ rules: true })),
    async (c) => c.json(await previewRules(contextFrom(installation, c), c.req.valid('json'))),
  )
  app.get(
    '/look-up',
    describeOperation({
      tag,
      summary: 'What is known of the kind of line a number is',
      description: 'Asks nobody and costs nothing.',
      answers: { 200: { description: 'What is known; nulls: nothing', schema: KnownLine } },
    }),
    requirePermission('verdicts.read'),
    validated('query', z.object({ phoneNumber: PhoneNumber })),
    async (c) => c.json(await findNumberLookup(installation, c.req.valid('query'))),
  )
  app.post(
    '/look-up',
    describeOperation({
      tag,
      summary: 'Ask Twilio what kind of line a number is',
      description: 'Remembered: a landline is not texted from then on. Twilio charges for it.',
      answers: { 200: { description: 'What it is', schema: NumberLookup } },
    }),
    requirePermission('messages.send'),
    validated('json', z.strictObject({ phoneNumber: PhoneNumber })),
    async (c) => c.json(await lookUpNumber(contextFrom(installation, c), c.req.valid('json'))),
  )
  app.get(
    '/verdicts',
    describeOperation({
      tag,
      summary: 'What was decided about each text and call, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(KeptVerdict) } },
    }),
    requirePermission('verdicts.read'),
    validated('query', ListVerdictsQuery),
    async (c) => c.json(await listVerdicts(installation, c.req.valid('query'))),
  )
  app.get(
    '/consents',
    describeOperation({
      tag,
      summary: 'The ledger of consents, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(Consent) } },
    }),
    requirePermission('consents.read'),
    validated('query', ListConsentsQuery),
    async (c) => c.json(await listConsents(installation, c.req.valid('query'))),
  )
  app.post(
    '/consents',
    describeOperation({
      tag,
      summary: 'Record that a person agreed, or took it back',
      description: 'Appended for good, never changed. Accepts Idempotency-Key.',
      answers: { 201: { description: 'The entry', schema: Consent } },
    }),
    requirePermission('consents.write'),
    validated('json', RecordConsentInput),
    idempotent(installation),
    async (c) => {
      const [entry] = await appendConsents(contextFrom(installation, c), [
        { ...c.req.valid('json'), id: c.get('newId') },
      ])
      return c.json(entry, 201)
    },
  )
  app.get(
    '/export',
    describeOperation({
      tag,
      summary: 'All consents, opt-outs and verdicts of one number, with what proves them',
      answers: { 200: { description: 'It', schema: NumberExport } },
    }),
    requirePermission('verdicts.read'),
    validated('query', z.object({ phoneNumber: PhoneNumber })),
    async (c) => {
      const { phoneNumber } = c.req.valid('query')
      c.header('Content-Disposition', `attachment; filename="permission-${phoneNumber.slice(1)}.json"`)
      return c.json(await exportNumber(contextFrom(installation, c), { phoneNumber }))
    },
  )
  return app
}
