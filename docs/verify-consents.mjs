// Checks the consents in an export of one number without any of EVA's code: node verify-consents.mjs permission-14155550123.json
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const fields = ['sequence', 'id', 'phoneNumber', 'kind', 'medium', 'source', 'words', 'evidence', 'occurredAt', 'recordedBy', 'recordedAt']

const { consents, chain } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const problems = []
const hashes = new Map()
let hash = chain.previousHash
chain.digests.forEach((digest, index) => {
  hash = sha256(hash + digest)
  hashes.set(chain.firstSequence + index, { digest, hash })
})
if (chain.digests.length > 0 && hash !== chain.headHash) problems.push('the chain does not lead to its head')
for (const entry of consents) {
  const digest = sha256(JSON.stringify(fields.map((field) => entry[field])))
  const link = hashes.get(entry.sequence)
  if (digest !== entry.digest) problems.push(`entry ${entry.sequence} does not say what it said when it was written`)
  if (!link || link.digest !== entry.digest || link.hash !== entry.hash) problems.push(`entry ${entry.sequence} is not in the chain`)
}
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exit(1)
}
process.stdout.write(`${consents.length} entries stand. The head of the chain is ${chain.headHash}.\n`)
