import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countPlaywright, countVitest } from './count-tests.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'eva-count-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a file that fails outside its tests is one failure more', () => {
  const testResults = [
    { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
    { status: 'failed', assertionResults: [{ status: 'passed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ]
  const file = report({ numPassedTests: 3, numFailedTests: 1, testResults })
  expect(countVitest(file)).toEqual({ passed: 3, failed: 2 })
})

test('a browser test that passes only the second time has failed', () => {
  expect(countPlaywright(report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 } }))).toEqual({
    passed: 7,
    failed: 2,
  })
})

test('a missing report counts nothing', () => {
  expect(countVitest(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 })
  expect(countPlaywright(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 })
})
