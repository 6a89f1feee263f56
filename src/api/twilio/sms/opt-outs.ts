import { Hono } from 'hono'
import { describeOperation } from '@/api/describe-operation'
import { idempotent } from '@/api/middleware/idempotent'
import { requirePermission } from '@/api/middleware/require-permission'
import { contextFrom, type AppEnv } from '@/api/request-context'
import { readCsvBody } from '@/api/read-csv-body'
import { validated } from '@/api/validated'
import type { Installation } from '@/lib/context'
import { appendOptOut } from '@/lib/services/opt-outs/append-opt-out'
import { exportOptOuts } from '@/lib/services/opt-outs/export-opt-outs'
import { importOptOuts } from '@/lib/services/opt-outs/import-opt-outs'
import { listOptOuts } from '@/lib/services/opt-outs/list-opt-outs'
import { ListOptOutsQuery, OptOut, OptOutImport, RecordOptOutInput } from '@/shared/schemas/opt-out'
import { pageOf } from '@/shared/schemas/page'

const tag = 'Opt-outs'

/** The ledger of who may be texted, under /api/twilio/sms/opt-outs: appended to, never edited. */
export function optOuts(installation: Installation) {
  const app = new Hono<AppEnv>()
  app.get(
    '/',
    describeOperation({
      tag,
      summary: 'The ledger, newest first',
      answers: { 200: { description: 'A page', schema: pageOf(OptOut) } },
    }),
    requirePermission('opt_outs.read'),
    validated('query', ListOptOutsQuery),
    async (c) => c.json(await listOptOuts(installation, c.req.valid('query'))),
  )
  app.get(
    '/export',
    describeOperation({
      tag,
      summary: 'The ledger as CSV, the oldest entry first',
      description: 'All of it, or one number’s with `phoneNumber`.',
      answers: { 200: { description: 'text/csv' } },
    }),
    requirePermission('opt_outs.read'),
    validated('query', ListOptOutsQuery.pick({ phoneNumber: true })),
    async (c) => {
      const csv = await exportOptOuts(contextFrom(installation, c), c.req.valid('query'))
      return c.body(csv, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="opt-outs.csv"',
      })
    },
  )
  app.post(
    '/import',
    describeOperation({
      tag,
      summary: 'Opt out everybody of a CSV file (text/csv)',
      description: 'A column `phone`, and `words` if there are any. Who has opted out already is left as they are.',
      answers: { 200: { description: 'How it went', schema: OptOutImport } },
    }),
    requirePermission('opt_outs.write'),
    async (c) => c.json(await importOptOuts(contextFrom(installation, c), { csv: await readCsvBody(c) })),
  )
  app.post(
    '/',
    describeOperation({
      tag,
      summary: 'Record that a person opted out, or in again',
      description: 'Opting in again needs `words`: how the person agreed. Accepts Idempotency-Key.',
      answers: { 201: { description: 'The entry', schema: OptOut } },
    }),
    requirePermission('opt_outs.write'),
    validated('json', RecordOptOutInput),
    idempotent(installation),
    async (c) =>
      c.json(await appendOptOut(contextFrom(installation, c), { ...c.req.valid('json'), id: c.get('newId') }), 201),
  )
  return app
}
