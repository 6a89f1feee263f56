// @ts-check

/**
 * How Node runs the server. A collection of garbage is silence for whoever waits on the line: room for the young (MB) makes collections rare,
 * and the old are left alone until they are many instead of in every quiet minute. Costs some 300 MB a process (docs/decisions/0011).
 */
export const serverFlags = [
  '--enable-source-maps',
  '--min-semi-space-size=128',
  '--max-semi-space-size=128',
  '--initial-old-space-size=256',
  '--no-memory-reducer',
]
