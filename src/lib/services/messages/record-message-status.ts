import type { Installation } from '@/lib/context'
import { storable } from '@/lib/utils/storable'
import type { TextStatus } from './text-report'

/** Writes down what has become of a text we sent. Late, twice or out of order leaves the same row. Resolves when it is durable. */
export function recordMessageStatus(
  ctx: Pick<Installation, 'recorder' | 'clock'>,
  input: Omit<TextStatus, 'kind'> & { raw: string },
) {
  return ctx.recorder.texts.write({
    ...input,
    kind: 'status',
    raw: storable(input.raw),
    receivedAt: ctx.clock.now(),
  })
}
