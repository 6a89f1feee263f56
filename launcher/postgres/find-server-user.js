// @ts-check
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/**
 * @typedef {object} ServerUser
 * @property {number} uid
 * @property {number} gid
 */

const systemUser = 'eva-postgres'

/**
 * PostgreSQL refuses to run as root. The user it runs as then: the owner of existing data, else a system user of its
 * own (made if this system can make one), else `nobody`.
 * @param {string} [existingData]
 * @returns {ServerUser | null} null when we are not root and it runs as ourselves
 */
export function findServerUser(existingData) {
  if (process.getuid?.() !== 0) return null
  const owner = existingData && statSync(existingData, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return lookUp(systemUser) ?? createSystemUser() ?? lookUp('nobody') ?? { uid: 65534, gid: 65534 }
}

function createSystemUser() {
  spawnSync('useradd', [
    '--system',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    systemUser,
  ])
  return lookUp(systemUser)
}

/** @param {string} name */
function lookUp(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  return uid?.status === 0 && gid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}
