import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StartError } from '../start-error.js'
import { buildTargets } from './build-targets.js'
import type { Target } from './targets.js'

let root: string
const target: Target = {
  name: 'the thing',
  output: 'dist/thing',
  entry: 'dist/thing/thing.txt',
  source: 'src/a.ts',
  inputs: ['src', 'thing.config.js'],
  except: ['src/unrelated'],
  command: ['thing.config.js'],
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'eva-build-'))
  mkdirSync(join(root, 'src/unrelated'), { recursive: true })
  write('src/a.ts', 'one')
  write('thing.config.js', builder('built'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('builds once, and again only when an input changed', async () => {
  expect(await buildTargets(root, [target])).toEqual(['the thing'])
  expect(readFileSync(join(root, target.entry), 'utf8')).toBe('built')
  expect(await buildTargets(root, [target])).toEqual([])
  write('src/b.ts', 'two')
  expect(await buildTargets(root, [target])).toEqual(['the thing'])
  write('thing.config.js', builder('built otherwise'))
  expect(await buildTargets(root, [target])).toEqual(['the thing'])
  expect(readFileSync(join(root, target.entry), 'utf8')).toBe('built otherwise')
})

test('tests and folders that cannot matter do not make it stale', async () => {
  await buildTargets(root, [target])
  write('src/a.test.ts', 'a test')
  write('src/unrelated/c.ts', 'another side')
  expect(await buildTargets(root, [target])).toEqual([])
})

test('a build that failed half-way is built again, and its output is told', async () => {
  await buildTargets(root, [target])
  const good = readFileSync(join(root, 'thing.config.js'), 'utf8')
  write('thing.config.js', `${good}\nthrow new Error('a typing mistake')`)
  await expect(buildTargets(root, [target])).rejects.toThrow(StartError)
  await expect(buildTargets(root, [target])).rejects.toThrow('a typing mistake')
  write('thing.config.js', good)
  expect(existsSync(join(root, target.entry))).toBe(true)
  expect(await buildTargets(root, [target])).toEqual(['the thing'])
})

test('an output that somebody removed is built again', async () => {
  await buildTargets(root, [target])
  rmSync(join(root, target.output), { recursive: true })
  expect(await buildTargets(root, [target])).toEqual(['the thing'])
})

test('where only the output was copied to, there is nothing to build', async () => {
  await buildTargets(root, [target])
  rmSync(join(root, 'src'), { recursive: true })
  expect(await buildTargets(root, [target])).toEqual([])
})

function builder(content: string) {
  return `const fs = require('fs'); fs.mkdirSync('dist/thing', { recursive: true }); fs.writeFileSync('${target.entry}', '${content}')`
}

function write(file: string, content: string) {
  writeFileSync(join(root, file), content)
}
