import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FlowDefinition } from '@/shared/ivr/definition'
import { boxWidth, layoutFlow } from './layout-flow'

const flows = fc.integer({ min: 1, max: 25 }).chain((count) =>
  fc.array(fc.option(fc.nat(count - 1)), { minLength: count, maxLength: count }).map((nexts) =>
    FlowDefinition.parse({
      initial_state: 's0',
      states: nexts.map((next, index) => ({
        name: `s${index}`,
        type: 'say-play',
        transitions: [{ event: 'audioComplete', ...(next !== null && { next: `s${next}` }) }],
      })),
    }),
  ),
)

test('arranged boxes never lie on each other, also in circles and without connections', () => {
  fc.assert(
    fc.property(flows, (flow) => {
      const places = [...layoutFlow(flow).values()]
      expect(places).toHaveLength(flow.states.length)
      for (const [index, one] of places.entries())
        for (const other of places.slice(index + 1))
          expect(Math.abs(one.x - other.x) >= boxWidth || Math.abs(one.y - other.y) >= 104).toBe(true)
    }),
    { numRuns: 40 },
  )
})
