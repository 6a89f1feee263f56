import { Graph, layout } from '@dagrejs/dagre'
import type { FlowDefinition } from '@/shared/ivr/definition'
import type { Place } from '@/shared/ivr/edit/place-of'
import { waysOut } from '@/shared/ivr/edit/ways-out'

export const boxWidth = 264

/** About as tall as a box is drawn. */
function heightOf(ways: number) {
  return 104 + ways * 26
}

/** Places for all boxes, from the beginning to the right, without any on top of another. */
export function layoutFlow(definition: FlowDefinition): Map<string, Place> {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 110, marginx: 20, marginy: 20 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const state of definition.states)
    graph.setNode(state.name, { width: boxWidth, height: heightOf(waysOut(state).length) })
  for (const state of definition.states)
    for (const { key, transition } of waysOut(state))
      if (transition.next !== undefined && graph.hasNode(transition.next))
        graph.setEdge(state.name, transition.next, {}, key)
  layout(graph)
  return new Map(
    definition.states.map((state) => {
      const { x = 0, y = 0, height = 0 } = graph.node(state.name)
      return [state.name, { x: Math.round(x - boxWidth / 2), y: Math.round(y - height / 2) }]
    }),
  )
}
