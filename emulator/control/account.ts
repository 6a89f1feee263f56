import { emptyAccount } from '../account/account.ts'
import { ok } from './control-route.ts'
import type { ControlRoute } from './control-route.ts'

export const accountRoutes: ControlRoute[] = [
  {
    method: 'GET',
    pattern: '/account',
    handle: ({ world: { account } }) =>
      ok({
        accountSid: account.sid,
        authToken: account.authToken,
        phoneNumbers: [...account.numbers.values()].map((number) => number.phoneNumber),
        testCredentials: account.test,
      }),
  },
  {
    method: 'POST',
    pattern: '/reset',
    handle: ({ world }) => {
      emptyAccount(world.account)
      world.faults.clear()
      world.changes.emit('reset', world.account.sid)
      return ok({ reset: true })
    },
  },
]
