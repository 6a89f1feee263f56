// @ts-check
import { spawn } from 'node:child_process'
import { progressLine } from '../progress-line.js'
import { StartError } from '../start-error.js'

/**
 * Installs exactly what package-lock.json says. npm's warnings are kept back: only a failure shows what npm said.
 * @param {string} root
 * @returns {Promise<void>}
 */
export async function installDependencies(root) {
  const line = progressLine('Installing dependencies (only this once)')
  const { code, output } = await runNpm(root, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  line.end()
  if (code === 0) return
  throw new StartError(`${output.trim()}\n\nnpm ci failed; mend what it says above, then start again.`)
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNpm(root, args) {
  return new Promise((resolve, reject) => {
    const npmCli = process.env.npm_execpath
    const isNpm = npmCli !== undefined && /npm-cli\.c?js$/.test(npmCli)
    const [command, ...first] = isNpm ? [process.execPath, npmCli] : ['npm']
    // npm is a .cmd file on Windows, which only a shell starts.
    const shell = !isNpm && process.platform === 'win32'
    const child = spawn(command, [...first, ...args], { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => reject(new StartError(`npm could not be started (${error.message}).`)))
    child.once('close', (code) => resolve({ code, output }))
  })
}
