import { run as benchEmulator } from './emulator.ts'
import { run as benchLiveFanout } from './sync-fanout.ts'
import { benchWebhooks } from './webhooks/bench-webhooks.ts'

/**
 * `npm run bench`, or `npm run bench -- webhooks --rounds 3`: what we promise about speed, measured on this machine. Against peers the figures
 * are ratios within one run; absolute ones say little on another machine.
 */
const benches: Record<string, (rounds: number) => Promise<void>> = {
  webhooks: benchWebhooks,
  live: () => benchLiveFanout(),
  emulator: () => benchEmulator(),
}

const names = process.argv.slice(2).filter((argument) => argument in benches)
const roundsAt = process.argv.indexOf('--rounds')
const rounds = roundsAt === -1 ? 5 : Number(process.argv[roundsAt + 1])

for (const name of names.length > 0 ? names : Object.keys(benches)) {
  console.log(`\n# ${name}`)
  await benches[name]?.(rounds)
}
