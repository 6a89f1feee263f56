import { newestFirst, pageOf } from './paging.ts'
import type { Route } from './route.ts'
import { accountView } from './account-view.ts'

/** https://www.twilio.com/docs/iam/api/account; its own list is served by the router. */
export const accountRoutes: Route[] = [
  { method: 'GET', pattern: '', handle: ({ world }) => ({ status: 200, json: accountView(world) }) },
  {
    method: 'POST',
    pattern: '',
    handle: ({ world, form }) => {
      world.account.friendlyName = form.text('FriendlyName') ?? world.account.friendlyName
      return { status: 200, json: accountView(world) }
    },
  },
]

export const accountListRoute: Route = {
  method: 'GET',
  pattern: '',
  handle: (request) =>
    pageOf(request, 'accounts', newestFirst([request.world.account]), () => accountView(request.world)),
}
