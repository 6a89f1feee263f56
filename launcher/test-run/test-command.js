// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countPlaywright, countVitest } from './count-tests.js'
import { obtainChromium } from './find-chromium.js'
import { runQuietly, runVisibly } from './run-step.js'
import { buildStep, playwrightStep, staticChecks, vitestStep } from './steps.js'

/** @import { Count } from './count-tests.js' */
/** @import { Step } from './run-step.js' */

/**
 * Everything that CI runs, until something fails. The last line is the sum of the tests; a step that fails without
 * tests counts as one failure.
 * @returns {Promise<boolean>} whether all of it passed
 */
export async function testCommand() {
  const reports = mkdtempSync(join(tmpdir(), 'eva-reports-'))
  /** @type {Count} */
  const total = { passed: 0, failed: 0 }
  const isFine = await runAll(reports, total)
  rmSync(reports, { recursive: true })
  if (!isFine && total.failed === 0) total.failed = 1
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return isFine && total.passed > 0
}

/**
 * @param {string} reports
 * @param {Count} total
 */
async function runAll(reports, total) {
  if (!(await runStaticChecks())) return false
  const unit = join(reports, 'unit.json')
  if (!(await runTests(vitestStep('unit', unit), total, () => countVitest(unit)))) return false
  if (!(await runTests(buildStep, total))) return false
  const journeys = join(reports, 'journeys.json')
  if (!(await runTests(vitestStep('journeys', journeys), total, () => countVitest(journeys)))) return false
  const chromium = obtainChromium(process.env)
  if ('problem' in chromium) {
    heading('e2e')
    console.log(chromium.problem)
    return false
  }
  const e2e = join(reports, 'e2e.json')
  return runTests(playwrightStep(e2e, chromium.path), total, () => countPlaywright(e2e))
}

/** Two at a time; each is shown when it is done, its output only when it failed. */
async function runStaticChecks() {
  const waiting = [...staticChecks]
  let isFine = true
  const work = async () => {
    for (let step = waiting.shift(); step && isFine; step = waiting.shift()) {
      const { passed, output, seconds } = await runQuietly(step)
      heading(step.name, `${passed ? 'fine' : 'failed'}, ${seconds.toFixed(1)} s`)
      if (!passed) console.log(output.trim())
      isFine &&= passed
    }
  }
  await Promise.all([work(), work()])
  return isFine
}

/**
 * @param {Step} step
 * @param {Count} total
 * @param {() => Count} [count]
 */
async function runTests(step, total, count) {
  heading(step.name)
  const { passed, seconds } = await runVisibly(step)
  const counted = count?.() ?? { passed: 0, failed: 0 }
  total.passed += counted.passed
  total.failed += counted.failed
  console.log(`${step.name}: ${passed ? 'fine' : 'failed'}, ${seconds.toFixed(1)} s`)
  return passed
}

/**
 * @param {string} name
 * @param {string} [outcome]
 */
function heading(name, outcome) {
  console.log(`\n== ${name}${outcome ? `: ${outcome}` : ''}`)
}
