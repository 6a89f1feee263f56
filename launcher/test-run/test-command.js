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
  const began = performance.now()
  const isFine = await runAll(reports, total)
  rmSync(reports, { recursive: true })
  if (!isFine && total.failed === 0) total.failed = 1
  console.log(`\nAll of it: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return isFine && total.passed > 0
}

/**
 * @param {string} reports
 * @param {Count} total
 */
async function runAll(reports, total) {
  const unit = join(reports, 'unit.json')
  // Two workers leave gaps on two cores, which these fill.
  const beside = runEach([...staticChecks, buildStep])
  const isUnitFine = await runTests(vitestStep('unit', unit), total, () => countVitest(unit))
  if (!showOutcomes(await beside) || !isUnitFine) return false
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

/**
 * One after the other, until one fails.
 * @param {Step[]} steps
 */
async function runEach(steps) {
  const outcomes = []
  for (const step of steps) {
    const outcome = { name: step.name, ...(await runQuietly(step)) }
    outcomes.push(outcome)
    if (!outcome.passed) break
  }
  return outcomes
}

/**
 * What a step said is shown only when it failed.
 * @param {Awaited<ReturnType<typeof runEach>>} outcomes
 */
function showOutcomes(outcomes) {
  for (const { name, passed, output, seconds } of outcomes) {
    heading(name, `${passed ? 'fine' : 'failed'}, ${seconds.toFixed(1)} s`)
    if (!passed) console.log(output.trim())
  }
  return outcomes.every(({ passed }) => passed)
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
