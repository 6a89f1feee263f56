// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chrome.exe',
  'msedge.exe',
]
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
]

/** The package managers we know, and what installs a Chromium with each. */
const installers = [
  {
    manager: 'apt-get',
    commands: [
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-y', '-q', 'chromium'],
    ],
  },
  { manager: 'dnf', commands: [['dnf', 'install', '-y', 'chromium']] },
  { manager: 'apk', commands: [['apk', 'add', 'chromium']] },
  { manager: 'brew', commands: [['brew', 'install', '--cask', 'chromium']] },
]

/**
 * The machine's Chromium (or a relative): CHROMIUM_PATH, else the first one found.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
export function findChromium(env) {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null
  const onPath = names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  return [...onPath, ...applications].find((file) => existsSync(file)) ?? null
}

/**
 * The system's Chromium, installed with its package manager if there is none.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ path: string } | { problem: string }}
 */
export function obtainChromium(env) {
  const found = findChromium(env)
  if (found) return { path: found }
  if (env.CHROMIUM_PATH) return { problem: `CHROMIUM_PATH is ${env.CHROMIUM_PATH}, and there is nothing.` }
  const installer = installers.find(({ manager }) => spawnSync(manager, ['--version']).status === 0)
  if (installer) {
    const asRoot = process.getuid?.() === 0 || installer.manager === 'brew' ? [] : ['sudo', '-n']
    for (const command of installer.commands) {
      const [program = '', ...args] = [...asRoot, ...command]
      spawnSync(program, args, { stdio: 'inherit', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } })
    }
    const installed = findChromium(env)
    if (installed) return { path: installed }
  }
  return {
    problem: `There is no Chromium on this machine and it could not be installed${installer ? ` with ${installer.manager}` : ''}; install one, or set CHROMIUM_PATH.`,
  }
}
