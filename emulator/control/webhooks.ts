import { ok } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'

const most = 1000

export const webhookRoutes: ControlRoute[] = [
  {
    method: 'GET',
    pattern: '/webhooks',
    handle: ({ world, query }) => {
      const kind = query.get('kind')
      const limit = Math.min(most, Number(query.get('limit')) || 200)
      const entries = world.account.webhooks.toReversed().filter((entry) => kind === null || entry.kind === kind)
      return ok(entries.slice(0, limit))
    },
  },
  {
    method: 'GET',
    pattern: '/notifications',
    handle: ({ world }) =>
      ok(world.account.notifications.toReversed().map((each) => ({ ...each, at: new Date(each.at).toISOString() }))),
  },
]
