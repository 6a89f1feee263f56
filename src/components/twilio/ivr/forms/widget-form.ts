import type { LucideIcon } from 'lucide-react'

export type FormField = {
  key: string
  label: string
  hint?: string
} & (
  | { kind: 'text' | 'long'; variables?: boolean; placeholder?: string }
  | { kind: 'number'; unit?: string }
  | { kind: 'flag'; initially: boolean }
  | { kind: 'choice'; options: readonly (readonly [value: string, label: string])[] }
  | { kind: 'rows'; parse?: true; add: string }
  | { kind: 'words' }
  | { kind: 'hours' }
)

export type WidgetForm = {
  icon: LucideIcon
  group: 'Talk' | 'Text' | 'Decide' | 'Connect' | 'Data'
  help: string
  /** What a new box begins with. */
  start: Readonly<Record<string, unknown>>
  /** The name of a new box. */
  name: string
  fields: readonly FormField[]
  /** What later steps can use, as `widgets.<name>.<output>`. */
  outputs: readonly string[]
  /** The field that the box shows. */
  shows?: string
}
