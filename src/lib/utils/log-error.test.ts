import { Writable } from 'node:stream'
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createLog } from './log'

test('a failed statement is logged without the values it was given', () => {
  let text = ''
  const log = createLog(
    'error',
    new Writable({
      write(chunk, _encoding, done) {
        text += String(chunk)
        done()
      },
    }),
  )
  const cause = Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
    detail: 'Key (body)=(Dear Dana) already exists.',
  })
  log.error({ err: new DrizzleQueryError('insert into texts values ($1)', ['Dear Dana\nyou are in'], cause) }, 'failed')
  expect(text).not.toMatch(/Dear Dana|you are in/)
  expect(JSON.parse(text).err).toMatchObject({
    message: 'Failed query: insert into texts values ($1)',
    stack: expect.stringContaining('log-error.test.ts'),
    cause: { code: '23505', message: 'duplicate key value violates unique constraint' },
  })
})
