import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What kills programs and waits for them begins first: last, it would run while the other workers have nothing left. */
class FaultsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own
    const sorted = await super.sort(files)
    const { faults = [], others = [] } = Object.groupBy(sorted, ({ moduleId }) =>
      moduleId.includes('/test/faults/') ? 'faults' : 'others',
    )
    return [...faults, ...others]
  }
}

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Files of a worker share its process and what they import: a process of its own for each was half of the work. The guard watches each file.
    isolate: false,
    unstubEnvs: true,
    sequence: { sequencer: FaultsFirst },
    globalSetup: 'test/helpers/postgres-global.ts',
    setupFiles: 'test/helpers/guard.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Some of them start programs; a busy machine is no failure.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          include: ['src', 'emulator', 'launcher', 'bench', 'test/helpers'].map(
            (folder) => `${folder}/**/*.test.{ts,tsx}`,
          ),
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts', 'test/faults/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
