import type { FlowState } from '@/shared/ivr/definition'
import type { Place } from '@/shared/ivr/edit/place-of'
import { widgets, type WidgetType } from '@/shared/ivr/widgets'
import { widgetForms } from './widget-forms'

/** A box as the palette lays it down: its ways out are there and lead nowhere yet. */
export function newState(type: WidgetType, offset: Place): FlowState {
  const { name, start } = widgetForms[type]
  const properties = { ...start, offset }
  const transitions = widgets[type]
    .events(properties)
    .filter((event) => event !== 'match')
    .map((event) => ({ event }))
  return { name, type, transitions, properties }
}
