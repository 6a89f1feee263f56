import { z } from 'zod'
import { ok, parseBody } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'

const change = z.strictObject({
  throughput: z.boolean().optional(),
  queueSeconds: z.int().min(1).optional(),
  trial: z.boolean().optional(),
  a2pRegistered: z.boolean().optional(),
  tollFreeVerified: z.boolean().optional(),
  mediaFrom: z.enum(['this-machine', 'anywhere']).optional(),
  debuggerUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
  callsPerSecond: z.number().positive().max(1000).nullable().optional(),
  openingBalance: z.number().optional(),
})

export const settingsRoutes: ControlRoute[] = [
  { method: 'GET', pattern: '/settings', handle: ({ world }) => ok(world.account.settings) },
  {
    method: 'PATCH',
    pattern: '/settings',
    handle: ({ world, body }) => {
      Object.assign(world.account.settings, parseBody(change, body))
      return ok(world.account.settings)
    },
  },
]
