import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildTargets } from '../../launcher/build/build-targets.js'
import { targets } from '../../launcher/build/targets.js'
import { findFreePort } from '../../launcher/find-free-port.js'
import { startThrowawayPostgres } from '../../launcher/postgres/start-throwaway-postgres.js'
import { root } from '../../launcher/root.js'
import { startStack, type Part } from '../../launcher/stack/start-stack.js'
import type { E2eStack } from './e2e-stack'

/** Starts what `npm start` starts, built, on free ports, with a database that is gone afterwards. */
// oxlint-disable-next-line import/no-default-export -- Playwright asks for one
export default async function setup() {
  await buildTargets(root, targets)
  const dataDir = mkdtempSync(join(tmpdir(), 'eva-e2e-'))
  chmodSync(dataDir, 0o711)
  const database = await startThrowawayPostgres()
  const port = await findFreePort()
  const apiKey = randomBytes(24).toString('hex')
  const parts: Part[] = []
  const teardown = async () => {
    for (const part of parts.toReversed()) await part.stop()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const stack = await startStack({
      root,
      parts,
      settings: {
        port,
        dataDir,
        emulatorPort: await findFreePort(),
        publicUrl: `http://localhost:${port}`,
        production: false,
        withPostgres: false,
        withEmulator: true,
      },
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATABASE_URL: database.url,
        EVA_API_KEY: apiKey,
        LOG_LEVEL: 'warn',
      },
    })
    const told: E2eStack = {
      appUrl: stack.appUrl,
      emulatorUrl: stack.phonesUrl ?? '',
      firstAdminUrl: stack.firstAdminUrl ?? '',
      databaseUrl: database.url,
      apiKey,
    }
    process.env.E2E_STACK = JSON.stringify(told)
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}
