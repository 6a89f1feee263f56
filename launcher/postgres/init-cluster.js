// @ts-check
import { spawnSync } from 'node:child_process'
import { chownSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programPath } from './find-binaries.js'

/** @import { Binaries } from './find-binaries.js' */
/** @import { ServerUser } from './find-server-user.js' */

export const superuser = 'eva'

/**
 * Makes a new cluster whose only user is `eva`, signing in with the password, and which holds the database `eva`.
 * It appears at `<parent>/data` only when complete, so a killed start leaves nothing half-made.
 * @param {{ binaries: Binaries, parent: string, user: ServerUser | null, password: string, sync?: boolean }} options
 */
export function initCluster({ binaries, parent, user, password, sync = true }) {
  const draft = join(parent, 'data.new')
  const passwordFile = join(parent, 'password.new')
  rmSync(draft, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  // PostgreSQL's own C.UTF-8 needs no locale of the machine, so the data can move to another one.
  const builtin = Number.parseInt(binaries.version, 10) >= 17
  const locale = builtin ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C']
  try {
    run(binaries, 'initdb', user, [
      '-D',
      draft,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...locale,
      '--data-checksums',
      '--no-instructions',
      ...(sync ? [] : ['--no-sync']),
    ])
    run(binaries, 'postgres', user, ['--single', '-D', draft, '-F', 'postgres'], `CREATE DATABASE ${superuser}\n`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, join(parent, 'data'))
}

/**
 * @param {Binaries} binaries
 * @param {'initdb' | 'postgres'} program
 * @param {ServerUser | null} user
 * @param {string[]} args
 * @param {string} [input]
 */
function run(binaries, program, user, args, input = '') {
  const done = spawnSync(programPath(binaries, program), args, { cwd: '/', encoding: 'utf8', input, ...user })
  if (done.status === 0) return
  throw new Error(`PostgreSQL's ${program} failed: ${done.error?.message ?? done.stderr.trim()}`)
}
