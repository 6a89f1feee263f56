// @ts-check

/** @import { Stack } from './start-stack.js' */

/**
 * Where to click, and how to sign in.
 * @param {Stack} stack
 * @param {string} dataDir
 */
export function printWelcome(stack, dataDir) {
  const seconds = (performance.now() / 1000).toFixed(1)
  const lines = [
    '',
    `  EVA Twilio is ready (${seconds} s)`,
    '',
    `  Dashboard   ${stack.appUrl}`,
    ...(stack.phonesUrl ? [`  Phones      ${stack.phonesUrl}   call and text it from here`] : []),
    ...(stack.firstAdminUrl ? [`  Sign in     ${stack.firstAdminUrl}   makes you the administrator`] : []),
    `  Data        ${dataDir}`,
    '',
    '  Ctrl-C stops it.',
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
