import type { ZodType } from 'zod'
import type { Sound } from '../account/sounds.ts'
import type { World } from '../world.ts'

export type ControlRequest = {
  world: World
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
}

export type ControlAnswer = { status: number; json: unknown } | { status: number; file: Sound }

export type ControlRoute = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The path after `/emulator`, with `:names`. */
  pattern: string
  handle: (request: ControlRequest) => ControlAnswer | Promise<ControlAnswer>
}

export class ControlError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The body as the schema has it. Throws ControlError with the first complaint. */
export function parseBody<T>(schema: ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const where = issue?.path.join('.') ?? ''
  throw new ControlError(400, 'invalid', `${where === '' ? '' : `${where}: `}${issue?.message ?? 'Invalid'}`)
}

export function ok(json: unknown, status = 200): ControlAnswer {
  return { status, json }
}

/** Under a virtual clock an answer waits until what it caused has come to rest, so that nothing needs polling. */
export async function whenQuiet(world: World, answer: () => unknown, status = 200): Promise<ControlAnswer> {
  if (world.clock.mode === 'virtual') await world.clock.quiet()
  return ok(answer(), status)
}
