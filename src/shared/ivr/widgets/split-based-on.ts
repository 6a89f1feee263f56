import { z } from 'zod'
import { conditionHolds } from '../condition-holds'
import { text } from '../property'
import { renderText } from '../render-properties'
import { scopeOf } from '../scope-of'
import { defineWidget } from '../widget'

/** Goes on by the first `match` whose conditions all hold, else by noMatch. step() finds the transition by its number in the event. */
export const splitBasedOn = defineWidget({
  label: 'Split',
  channels: ['call', 'message'],
  properties: z.looseObject({ input: text }),
  events: () => ['match', 'noMatch'],
  failure: 'noMatch',
  enter: ({ input }, { transitions, execution, budget }) => {
    const scope = scopeOf(execution)
    const index = transitions.findIndex(
      ({ event, conditions = [] }) =>
        event === 'match' &&
        conditions.length > 0 &&
        conditions.every((condition) => {
          const { arguments: asked, type, value } = condition
          const argument = asked.length === 0 ? input : renderText(asked.join(' '), scope, budget)
          return conditionHolds(type, argument, renderText(value, scope, budget))
        }),
    )
    return { event: index === -1 ? 'noMatch' : `match:${index}` }
  },
})
