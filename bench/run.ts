import { benchWebhooks } from './webhooks/bench-webhooks.ts'

/**
 * `npm run bench`, or `npm run bench -- webhooks --rounds 3`: what we promise about speed, against peers in the same run on this machine.
 * Prints ratios; absolute figures say little on another machine.
 */
const benches: Record<string, (rounds: number) => Promise<void>> = {
  webhooks: benchWebhooks,
}

const names = process.argv.slice(2).filter((argument) => argument in benches)
const roundsAt = process.argv.indexOf('--rounds')
const rounds = roundsAt === -1 ? 5 : Number(process.argv[roundsAt + 1])

for (const name of names.length > 0 ? names : Object.keys(benches)) {
  console.log(`\n# ${name}`)
  await benches[name]?.(rounds)
}
