import { registerHooks } from 'node:module'

/**
 * `npm run bench`, or `npm run bench -- webhooks --rounds 3` (a minute for its setting up, half a minute a round): what we promise about speed, measured on this machine. Against peers the figures
 * are ratios within one run; absolute ones say little on another machine.
 */
const benches: Record<string, (rounds: number) => Promise<void>> = {
  webhooks: async (rounds) => (await import('./webhooks/bench-webhooks.ts')).benchWebhooks(rounds),
  inbox: async () => (await import('./inbox.ts')).run(),
  flows: async () => (await import('./flows.ts')).run(),
  'next-step': async (rounds) => (await import('./next-step/bench-next-step.ts')).benchNextStep(rounds),
  live: async () => (await import('./sync-fanout.ts')).run(),
  emulator: async () => (await import('./emulator.ts')).run(),
  plans: async () => (await import('./plans/bench-plans.ts')).benchPlans(),
}

// The benches run unbundled; Node does not know that `@/` is src/, nor which file an import without an ending means.
registerHooks({
  resolve: (specifier, context, nextResolve) => {
    if (specifier.startsWith('@/')) {
      return nextResolve(new URL(`../src/${specifier.slice(2)}.ts`, import.meta.url).href, context)
    }
    const isOurs = context.parentURL?.includes('/node_modules/') === false && /^\.\.?\/(?:.*\/)?[^./]+$/.test(specifier)
    return nextResolve(isOurs ? `${specifier}.ts` : specifier, context)
  },
})

const names = process.argv.slice(2).filter((argument) => argument in benches)
const roundsAt = process.argv.indexOf('--rounds')
const rounds = roundsAt === -1 ? 5 : Number(process.argv[roundsAt + 1])

for (const name of names.length > 0 ? names : Object.keys(benches)) {
  console.log(`\n# ${name}`)
  await benches[name]?.(rounds)
}
