// @ts-check

/** @import { Step } from './run-step.js' */

/**
 * What needs neither a build nor a database.
 * @type {Step[]}
 */
export const staticChecks = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js'] },
  { name: 'boundaries', command: ['launcher/check-boundaries.js'] },
  { name: 'format', command: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
  { name: 'doc references', command: ['launcher/check-doc-references.js'] },
]

/**
 * @param {'unit' | 'journeys'} project
 * @param {string} report
 * @returns {Step}
 */
export function vitestStep(project, report) {
  return {
    name: project,
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      `--project=${project}`,
      // Journeys wait for programs and for each other's answers; three keep two processors busy.
      ...(project === 'journeys' ? ['--maxWorkers=3'] : []),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
  }
}

/** @type {Step} */
export const buildStep = { name: 'build', command: ['launcher/build.js'] }

/**
 * @param {string} report
 * @param {string} chromium
 * @returns {Step}
 */
export function playwrightStep(report, chromium) {
  return {
    name: 'e2e',
    command: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, CHROMIUM_PATH: chromium },
  }
}
