import type { LiquidScope } from '../liquid/render-liquid'
import { addressOf } from './address-of'
import type { Execution } from './execution'

/** What Liquid sees in a flow: `trigger`, `flow`, `widgets`, `contact`, as in Studio. */
export function scopeOf(execution: Execution): LiquidScope {
  return {
    trigger: execution.trigger,
    contact: execution.contact,
    widgets: execution.widgets,
    flow: {
      sid: execution.id,
      flow_sid: execution.flowId,
      channel: { address: addressOf(execution) },
      data: execution.data,
      variables: execution.variables,
    },
  }
}
