// @ts-check
import { join } from 'node:path'
import { keepEmulatorAccount } from '../data-directory/keep-emulator-account.js'
import { addHandsets, pointNumbers } from './point-numbers.js'

/** @import { Settings } from './read-settings.js' */
/** @import { RunningChild, startChild } from './start-child.js' */

// 555-01xx numbers belong to nobody, so nothing here can be mistaken for a real person's.
const ourNumber = '+14155550100'
const recruiter = '+14155550199'
const candidate = '+14155550123'

/**
 * Starts the local Twilio. `connect` waits until it listens, points its numbers at the app, puts two handsets beside
 * them, and returns the settings with which the app uses it.
 * @param {string} root
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @param {typeof startChild} launch
 * @returns {RunningChild & { connect: () => Promise<{ url: string, env: Record<string, string> }> }}
 */
export function startEmulator(root, settings, env, launch) {
  const account = keepEmulatorAccount(settings.dataDir)
  const phoneNumber = env.TWILIO_PHONE_NUMBER || ourNumber
  const transferNumber = env.TWILIO_DEFAULT_TRANSFER_NUMBER || recruiter
  const child = launch({
    name: 'The emulator',
    script: join(root, 'emulator', 'main.ts'),
    stopMs: 5000,
    env: {
      ...env,
      EMULATOR_PORT: String(settings.emulatorPort),
      EMULATOR_ACCOUNT_SID: account.accountSid,
      EMULATOR_AUTH_TOKEN: account.authToken,
      EMULATOR_PHONE_NUMBERS: phoneNumber,
    },
  })
  const connect = async () => {
    const url = String((await child.ready).url)
    const access = { url, ...account }
    await pointNumbers(access, settings.publicUrl)
    await addHandsets(access, [
      { phoneNumber: transferNumber, name: 'Recruiter' },
      { phoneNumber: candidate, name: 'Candidate' },
    ])
    return {
      url,
      env: {
        TWILIO_ACCOUNT_SID: account.accountSid,
        TWILIO_AUTH_TOKEN: account.authToken,
        TWILIO_PHONE_NUMBER: phoneNumber,
        TWILIO_DEFAULT_TRANSFER_NUMBER: transferNumber,
        TWILIO_API_BASE_URL: url,
      },
    }
  }
  return { ...child, connect }
}
