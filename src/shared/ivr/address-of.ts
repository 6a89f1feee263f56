import { z } from 'zod'
import type { Execution } from './execution'

const Address = z.object({ channel: z.object({ address: z.string() }) })

/** The other party's number. */
export function addressOf(execution: Execution): string {
  return Address.parse(execution.contact).channel.address
}
