// @ts-check
import { pathToFileURL } from 'node:url'
import { checkBoundaries } from './checks/check-boundaries.js'
import { root } from './root.js'

const { rules } = await import(pathToFileURL(`${root}/.dependency-cruiser.js`).href)
const { moduleCount, violations } = await checkBoundaries(root, rules)
for (const violation of violations) console.error(violation)
console.log(`Read ${moduleCount} modules, ${violations.length} forbidden imports.`)
if (moduleCount === 0) console.error('It read nothing, so it proves nothing.')
if (violations.length > 0 || moduleCount === 0) process.exitCode = 1
