import { expect, onTestFinished, test } from 'vitest'
import { makeDevClone } from '../test/helpers/launcher-clone/make-dev-clone'
import { runStart } from '../test/helpers/launcher-clone/run-start'
import { waitFor } from './wait-for.js'

test(
  'serves the page and the API at one address, and runs a changed server anew, also after a mistake',
  { timeout: 120_000 },
  async () => {
    const clone = makeDevClone()
    onTestFinished(() => clone.remove())
    const run = await runStart(clone.path, { script: 'dev.js' })
    await run.ready
    const address = `http://localhost:${run.port}`
    const api = async () => (await fetch(`${address}/api/x`)).text().catch(() => '')
    const page = await fetch(`${address}/some/page`, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('/src/main.tsx')
    expect(await api()).toBe('first')

    clone.writeServer(`' +`)
    expect(await waitFor(() => /error/i.test(run.text.err), { timeoutMs: 10_000 })).toBe(true)
    expect(await api()).toBe('first')
    clone.writeServer('second')
    expect(await waitFor(async () => (await api()) === 'second', { timeoutMs: 10_000 })).toBe(true)

    clone.write('emulator/main.ts', `import '../stand-in-emulator.mjs' // changed`)
    expect(await waitFor(() => run.text.out.includes('The emulator runs anew.'), { timeoutMs: 10_000 })).toBe(true)
    const asked = (await (await fetch(`http://127.0.0.1:${run.emulatorPort}/requests`)).json()) as unknown[]
    expect(asked.length).toBeGreaterThan(0)
    expect((await run.stop()).code).toBe(0)
  },
)
