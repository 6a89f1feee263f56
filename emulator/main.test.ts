import { fork, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
let children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
  children = []
})

async function start(env: Record<string, string> = {}): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(main, { env: { ...process.env, EMULATOR_PORT: '0', ...env }, silent: true })
  children.push(child)
  const [message] = await once(child, 'message')
  expect(message).toMatchObject({ type: 'ready' })
  return { child, url: (message as { url: string }).url }
}

describe('the emulator as a process', { timeout: 30_000 }, () => {
  it('keeps the account that its environment names', async () => {
    const accountSid = `AC${'1'.repeat(32)}`
    const numbers = { EMULATOR_PHONE_NUMBERS: '+13105550100, +13105550101' }
    const { url } = await start({ EMULATOR_ACCOUNT_SID: accountSid, EMULATOR_AUTH_TOKEN: 'secret', ...numbers })
    const account = await (await fetch(`${url}/emulator/account`)).json()
    expect(account).toMatchObject({ accountSid, authToken: 'secret', phoneNumbers: ['+13105550100', '+13105550101'] })
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s', async (signal) => {
    const { child } = await start()
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('ends when whoever started it is gone', async () => {
    const { child } = await start()
    child.disconnect()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('says in one sentence that its port is taken', async () => {
    const { url } = await start()
    const env = { ...process.env, EMULATOR_PORT: new URL(url).port }
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    children.push(child)
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    const [code] = await once(child, 'exit')
    expect([code, said.trim()]).toEqual([1, expect.stringMatching(/^Port \d+ is taken: [^\n]+\.$/)])
  })
})
