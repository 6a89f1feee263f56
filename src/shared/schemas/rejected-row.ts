import { z } from 'zod'

/** A row of a file that was not taken: its line, its cells in the order of the file's columns, and why. */
export const RejectedRow = z.object({ line: z.number().int(), reason: z.string(), cells: z.array(z.string()) })
export type RejectedRow = z.infer<typeof RejectedRow>
