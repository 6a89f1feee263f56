// @ts-check
import { readJsonFile } from '../read-json-file.js'

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Counts the tests in a report of Vitest's `json` reporter. A file that fails outside its tests is one failure.
 * @param {string} file
 * @returns {Count}
 */
export function countVitest(file) {
  const { numPassedTests, numFailedTests, testResults } = readJsonFile(file)
  const files = Array.isArray(testResults) ? testResults : []
  return { passed: toNumber(numPassedTests), failed: toNumber(numFailedTests) + files.filter(isBroken).length }
}

/**
 * Counts the tests in a report of Playwright's `json` reporter.
 * @param {string} file
 * @returns {Count}
 */
export function countPlaywright(file) {
  const { stats } = readJsonFile(file)
  const { expected, unexpected, flaky } = Object(stats)
  return { passed: toNumber(expected), failed: toNumber(unexpected) + toNumber(flaky) }
}

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
}

/** @param {unknown} value */
function toNumber(value) {
  return typeof value === 'number' ? value : 0
}
