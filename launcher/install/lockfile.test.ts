import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../root.js'

type Package = {
  version: string
  optionalDependencies?: Record<string, string>
  integrity?: string
  resolved?: string
  link?: boolean
  inBundle?: boolean
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>
}

test('package-lock.json names the optional packages of every platform, without which npm ci refuses it everywhere', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => /^\d/.test(range) && find(packages, path, name)?.version !== range)
      .map(([name, range]) => `${path} → ${name}@${range}`),
  )
  expect(missing).toEqual([])
})

test('package-lock.json says of every package what it must hash to, those of other platforms too, and names no registry', () => {
  // What is bundled is hashed with the package that brings it.
  const unproven = Object.entries(packages).filter(
    ([path, { integrity, link, inBundle }]) => path !== '' && !link && !inBundle && !integrity?.startsWith('sha512-'),
  )
  expect(unproven.map(([path]) => path)).toEqual([])
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})

/** Node's way: the nearest node_modules folder that has it. */
function find(packages: Record<string, Package>, path: string, name: string): Package | undefined {
  const here = packages[`${path}${path && '/'}node_modules/${name}`]
  if (here || path === '') return here
  return find(packages, path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name)
}
