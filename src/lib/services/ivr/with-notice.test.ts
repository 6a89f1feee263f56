import { expect, test } from 'vitest'
import { openDatabase } from '@/lib/db/client'
import { createLog } from '@/lib/utils/log'
import type { Verb } from '@/shared/ivr/instruction'
import { withNotice } from './with-notice'

test('nothing is recorded when it cannot be found out what must be heard first, and whom the flow rings is rung all the same', async () => {
  const database = openDatabase({ connectionString: 'postgres://nobody@127.0.0.1:1/nowhere' })
  const dial: Verb = { verb: 'dial', noun: 'number', to: ['+12125550100'], record: true, timeout: 30 }
  const verbs: Verb[] = [{ verb: 'start-recording', dual: true }, dial]
  const ctx = { database, log: createLog('silent') }
  expect(await withNotice(ctx, { callSid: 'CA1', verbs })).toEqual([{ ...dial, record: false }])
  await database.close()
})
