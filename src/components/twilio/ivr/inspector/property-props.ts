import type { FlowState } from '@/shared/ivr/definition'
import type { FormField } from '../forms/widget-form'

export type PropertyProps = {
  state: FlowState
  field: FormField
  error: string | undefined
  /** Sets one property, or with undefined takes it away. */
  onSet: (key: string, value: unknown) => void
}

/** A property as a field shows it; what is not text, number or yes and no is not shown. */
export function wordsOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
}
