import { ControlError } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'

/** What a Play of this machine let somebody hear, so that a page can let it be heard in earnest. */
export const soundRoutes: ControlRoute[] = [
  {
    method: 'GET',
    pattern: '/sounds',
    handle: ({ world, query }) => {
      const file = world.account.sounds.find(query.get('url') ?? '')
      if (file === null) throw new ControlError(404, 'not_found', 'Nothing of that address was played here')
      return { status: 200, file }
    },
  },
]
