import { ZodError } from 'zod'

/** Why a webhook could not be handled, as a sentence that repeats nothing of its content. */
export function whyUnhandled(error: unknown): string {
  return error instanceof ZodError
    ? `What Twilio sent is not as we know it (${error.issues.map((issue) => issue.path.join('.')).join(', ')}).`
    : 'Something went wrong on our side while it was handled.'
}
