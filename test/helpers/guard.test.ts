import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

type Report = {
  testResults: { name: string; status: string; message: string; assertionResults: { failureMessages: string[] }[] }[]
}

test('a leaked interval, a leaked server and another machine each fail the file, a tidy file passes', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const output = mkdtempSync(join(tmpdir(), 'eva-guard-'))
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=test/helpers/guard-fixtures/vitest.config.ts',
      '--reporter=json',
      `--outputFile=${join(output, 'report.json')}`,
    ],
    { cwd: root },
  )
  expect(status).toBe(1)
  const report = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8')) as Report
  rmSync(output, { recursive: true })
  const outcome = (file: string) => {
    const found = report.testResults.find(({ name }) => name.endsWith(`${file}.fixture.ts`))
    return `${found?.status} ${found?.message} ${found?.assertionResults.flatMap((result) => result.failureMessages).join(' ')}`
  }
  expect(outcome('leaked-interval')).toMatch(/^failed .*left open: a timer made at .*leaked-interval/s)
  expect(outcome('leaked-server')).toMatch(/^failed .*left open: 1 × TCPServerWrap/s)
  expect(outcome('other-machine')).toMatch(/^failed .*tried to reach 192\.0\.2\.1/s)
  expect(outcome('tidy')).toMatch(/^passed/)
}, 30_000)
