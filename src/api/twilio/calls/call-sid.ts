import { z } from 'zod'

/** The parameter of paths under calls/:callSid. */
export const CallSid = z.object({
  callSid: z.string().regex(/^CA[0-9a-f]{32}$/, 'A call SID is CA and 32 hexadecimal digits.'),
})
