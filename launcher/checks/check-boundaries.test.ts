import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rules } from '../../.dependency-cruiser.js'
import { checkBoundaries } from './check-boundaries.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
let directory: string
let violations: string[]
let moduleCount: number

const forbidden = {
  'src/shared/a.ts': `import { b } from '@/lib/services/b'; b`,
  'src/shared/node.ts': `import 'node:fs'`,
  'src/shared/library.ts': `import 'pino'`,
  'src/lib/services/edge.ts': `import '@/api/app'`,
  'src/lib/services/settings.ts': `import { config } from '@/config'; config`,
  'src/lib/services/sdk.ts': `import twilio from 'twilio'; twilio`,
  'src/api/database.ts': `import '@/lib/db/client'`,
  'src/api/sql.ts': `import pg from 'pg'; pg`,
  'src/components/service.tsx': `import '@/lib/services/b'`,
  'src/hooks/api.ts': `import { app } from '@/api/app'; app`,
  'src/hooks/emulator.ts': `import type { World } from '../../emulator/world.ts'; export type W = World`,
  'emulator/witness.ts': `import type { B } from '../src/lib/services/b.ts'; export type X = B`,
  'launcher/early.js': `import '../src/config.ts'`,
  'src/lib/services/tested.ts': `import '../../../test/helpers/h'`,
  'src/routes/lost.ts': `import './nowhere'`,
}
const allowed = {
  'src/config.ts': `export const config = 1; export type Config = number`,
  'src/lib/services/b.ts': `import type { Config } from '@/config'; export type B = Config; export const b = 1`,
  'src/lib/db/client.ts': `import pg from 'pg'; export const client = pg`,
  'src/lib/twilio/port.ts': `import twilio from 'twilio'; export const port = twilio`,
  'src/api/app.ts': `import { b } from '@/lib/services/b'; export const app = b; export type App = typeof app`,
  'src/hooks/use-app.ts': `import type { App } from '@/api/app'; export type UseApp = App`,
  'src/lib/db/client.test.ts': `import '../../../test/helpers/h'; import '@/lib/db/client'`,
  'emulator/world.ts': `export type World = 1`,
  'test/helpers/h.ts': `import '@/lib/db/client'; import '../../emulator/world.ts'`,
}

beforeAll(async () => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'eva-boundaries-')))
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'))
  for (const [file, content] of Object.entries({ ...forbidden, ...allowed })) {
    mkdirSync(dirname(join(directory, file)), { recursive: true })
    writeFileSync(join(directory, file), content)
  }
  ;({ violations, moduleCount } = await checkBoundaries(directory, rules))
}, 30_000)
afterAll(() => rmSync(directory, { recursive: true }))

test.each(Object.keys(forbidden))('a forbidden import in %s is found', (file) => {
  expect(violations.filter((line) => line.startsWith(`${file} `))).not.toEqual([])
})

test.each(Object.keys(allowed))('%s may import what it imports', (file) => {
  expect(violations.filter((line) => line.startsWith(`${file} `))).toEqual([])
})

test('it read every module', () => {
  expect(moduleCount).toBe(Object.keys({ ...forbidden, ...allowed }).length)
})
