import { faultsInput } from '../faults/fault-rules.ts'
import { ok, parseBody } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'

export const faultRoutes: ControlRoute[] = [
  { method: 'GET', pattern: '/faults', handle: ({ world }) => ok(world.faults.view()) },
  {
    method: 'POST',
    pattern: '/faults',
    handle: ({ world, body }) => {
      world.faults.set(parseBody(faultsInput, body))
      world.changes.emit('faults', 'faults')
      return ok(world.faults.view())
    },
  },
  {
    method: 'DELETE',
    pattern: '/faults',
    handle: ({ world }) => {
      world.faults.clear()
      world.changes.emit('faults', 'faults')
      return ok(world.faults.view())
    },
  },
]
