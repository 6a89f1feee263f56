import type { Edge, Node } from '@xyflow/react'
import type { FlowDefinition, FlowState } from '@/shared/ivr/definition'
import { placeOf, type Place } from '@/shared/ivr/edit/place-of'
import { waysOut } from '@/shared/ivr/edit/ways-out'
import { isWidgetType, widgets } from '@/shared/ivr/widgets'
import { wayWords } from '../event-words'
import type { PathStep } from '../editor'
import type { Decoration } from './decoration'

export type StepNode = Node<{ state: FlowState; decoration: Decoration }, 'step'>

/** The first of each name: a second one is an error that the lint says, and shows once the first is renamed. */
function distinct(definition: FlowDefinition): FlowState[] {
  return [...new Map(definition.states.toReversed().map((state) => [state.name, state])).values()].toReversed()
}

/** Boxes without a place stand in rows below each other. */
export function nodesOf(definition: FlowDefinition, decorations: ReadonlyMap<string, Decoration>): StepNode[] {
  return distinct(definition).map((state, index) => {
    const decoration = decorations.get(state.name) ?? nothing
    return {
      id: state.name,
      type: 'step',
      position: placeOf(state) ?? spare(index),
      data: { state, decoration },
      ariaLabel: describe(state, decoration),
    }
  })
}

const nothing: Decoration = {}

function spare(index: number): Place {
  return { x: (index % 4) * 340, y: Math.floor(index / 4) * 260 }
}

export function edgesOf(definition: FlowDefinition, path: readonly PathStep[] = []): Edge[] {
  const names = new Set(definition.states.map(({ name }) => name))
  const walked = new Set(path.map(({ state, event }, index) => `${state}|${event}|${path[index + 1]?.state}`))
  return distinct(definition).flatMap((state) =>
    waysOut(state).flatMap(({ key, event, transition: { next } }): Edge[] => {
      if (next === undefined || !names.has(next)) return []
      const isWalked = walked.has(`${state.name}|${event}|${next}`)
      return [
        {
          id: `${state.name}|${key}`,
          source: state.name,
          sourceHandle: key,
          target: next,
          targetHandle: 'in',
          className: isWalked ? 'walked' : '',
        },
      ]
    }),
  )
}

function describe(state: FlowState, { issues = [], mark, first }: Decoration) {
  const kind = isWidgetType(state.type) ? widgets[state.type].label : state.type
  const ways = waysOut(state).map((way) => `${wayWords(way)}: ${way.transition.next ?? 'the flow ends'}`)
  return [
    `${state.name}, ${kind}`,
    first ? 'the flow begins here' : '',
    mark ?? '',
    ...issues.map(({ message }) => message),
    ...ways,
  ]
    .filter((part) => part !== '')
    .join('. ')
}
