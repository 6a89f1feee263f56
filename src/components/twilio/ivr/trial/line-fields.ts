import { FlowTestLine } from '@/shared/ivr/flow-test'

/** What a line of a test may be, in the order it is offered, and what is written beside it. */
export const lineKinds = [
  { kind: 'hears', label: 'hears', value: 'Words' },
  { kind: 'receives', label: 'receives the text', value: 'Words' },
  { kind: 'press', label: 'presses', value: 'Keys' },
  { kind: 'say', label: 'says', value: 'Words' },
  { kind: 'text', label: 'texts', value: 'Words' },
  { kind: 'record', label: 'speaks for', value: 'Seconds' },
  { kind: 'dialed', label: 'ringing ends', value: 'completed, no-answer, busy or failed' },
  { kind: 'wait', label: 'does nothing', value: null },
  { kind: 'hang up', label: 'hangs up', value: null },
  { kind: 'reaches', label: 'comes to the step', value: 'Name of the step' },
  { kind: 'ends', label: 'the flow ends', value: null },
] as const
export type LineKind = (typeof lineKinds)[number]['kind']
export type LineFields = { kind: LineKind; value: string }

/** A line as the form shows it. */
export function fieldsOf(line: FlowTestLine): LineFields {
  if ('hears' in line) return { kind: 'hears', value: line.hears }
  if ('receives' in line) return { kind: 'receives', value: line.receives }
  if ('reaches' in line) return { kind: 'reaches', value: line.reaches }
  if ('ends' in line) return { kind: 'ends', value: '' }
  switch (line.do) {
    case 'press':
      return { kind: 'press', value: line.digits }
    case 'say':
      return { kind: 'say', value: line.text }
    case 'text':
      return { kind: 'text', value: line.body }
    case 'record':
      return { kind: 'record', value: String(line.seconds) }
    case 'dialed':
      return { kind: 'dialed', value: line.status }
    case 'wait':
    case 'hang up':
      return { kind: line.do, value: '' }
  }
}

/** The line that the form says; null when what is written beside it is not what it needs. */
export function lineOf({ kind, value }: LineFields): FlowTestLine | null {
  const parsed = FlowTestLine.safeParse(shapes[kind](value))
  return parsed.success ? parsed.data : null
}

const shapes: Record<LineKind, (value: string) => unknown> = {
  hears: (hears) => ({ hears }),
  receives: (receives) => ({ receives }),
  reaches: (reaches) => ({ reaches }),
  ends: () => ({ ends: true }),
  press: (digits) => ({ do: 'press', digits }),
  say: (text) => ({ do: 'say', text }),
  text: (body) => ({ do: 'text', body }),
  record: (seconds) => ({ do: 'record', seconds: seconds.trim() === '' ? Number.NaN : Number(seconds) }),
  dialed: (status) => ({ do: 'dialed', status }),
  wait: () => ({ do: 'wait' }),
  'hang up': () => ({ do: 'hang up' }),
}

/** A line in words. */
export function lineWords(line: FlowTestLine): string {
  const { kind, value } = fieldsOf(line)
  const label = lineKinds.find((one) => one.kind === kind)?.label ?? kind
  return value === '' ? label : `${label} “${value}”`
}
