import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ann, own, useStage } from './helpers/stage.ts'

const script = fileURLToPath(new URL('python/drive_emulator.py', import.meta.url))
const run = promisify(execFile)

/** A Python that has Twilio's library; Debian has it as `python3-twilio`. */
const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import twilio.rest.messaging'], { stdio: 'ignore' }).status === 0,
)

if (python === undefined) process.stderr.write('No Twilio library for Python here: it drives nothing in this run\n')

describe.runIf(python !== undefined)('Twilio’s Python library', () => {
  const stage = useStage()

  it('texts, calls, lists, uses a Messaging Service and sees Twilio’s errors', async () => {
    const { url, accountSid, authToken } = stage().emulator
    const callback = stage().app.on('/status', { status: 204 })
    const { stdout } = await run(python ?? '', [script, url, accountSid, authToken, own, ann, callback], {
      timeout: 20_000,
    })
    const seen = JSON.parse(stdout)
    expect(seen).toMatchObject({
      text: ['queued', 'outbound-api', '1'],
      call: ['queued', 'outbound-api'],
      accepted: ['accepted', true],
      pool: [own],
      services: ['News'],
      blank: [400, 21602],
      unknown: [404, 20404],
      currency: 'USD',
      usage: ['sms'],
    })
    expect(seen.listed.slice(1)).toEqual(seen.sids.toReversed())
    await stage().advance(2000)
    expect(stage().app.at('/status')).toHaveLength(6)
  }, 30_000)
})

describe('curl', () => {
  const stage = useStage()

  it('sends a text by a form with Basic credentials', async () => {
    const { url, accountSid, authToken } = stage().emulator
    const messages = `${url}/2010-04-01/Accounts/${accountSid}/Messages.json`
    const fields = [`From=${own}`, `To=${ann}`, 'Body=It’s 5 & counting'].flatMap((field) => [
      '--data-urlencode',
      field,
    ])
    const { stdout } = await run('curl', ['-sS', '-u', `${accountSid}:${authToken}`, ...fields, messages])
    expect(JSON.parse(stdout)).toMatchObject({ status: 'queued', body: 'It’s 5 & counting' })
  })
})
