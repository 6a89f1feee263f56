// @ts-check
import { findDeadReferences } from './checks/find-dead-references.js'
import { root } from './root.js'

const { checked, dead } = findDeadReferences(root)
for (const line of dead) console.error(line)
console.log(`Checked ${checked} paths in the documents, ${dead.length} lead nowhere.`)
if (dead.length > 0 || checked === 0) process.exitCode = 1
