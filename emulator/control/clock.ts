import { z } from 'zod'
import type { World } from '../world.ts'
import { ok, parseBody } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'

const change = z.object({
  mode: z.enum(['real', 'virtual']).optional(),
  now: z.union([z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)), z.number()]).optional(),
  advanceMs: z.int().min(0).max(31_536_000_000).optional(),
})

function view(world: World): Record<string, unknown> {
  return { mode: world.clock.mode, now: world.clock.date().toISOString() }
}

export const clockRoutes: ControlRoute[] = [
  { method: 'GET', pattern: '/clock', handle: ({ world }) => ok(view(world)) },
  {
    method: 'POST',
    pattern: '/clock',
    handle: async ({ world, body }) => {
      await world.clock.change(parseBody(change, body))
      return ok(view(world))
    },
  },
]
