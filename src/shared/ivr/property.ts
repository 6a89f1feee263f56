import { z } from 'zod'

/** Studio writes many numbers and booleans as text; an empty text means not set. */
const blankless = (value: unknown) => (value === '' || value === null ? undefined : value)

/** A whole number of at least `minimum`, as number or text. */
export function whole(fallback: number, minimum: number, maximum: number) {
  return z.preprocess(blankless, z.coerce.number().int().min(minimum).max(maximum).default(fallback))
}

export function optionalWhole(minimum: number, maximum: number) {
  return z.preprocess(blankless, z.coerce.number().int().min(minimum).max(maximum).optional())
}

export function flag(fallback: boolean) {
  return z.preprocess(
    (value) =>
      typeof value === 'string'
        ? blankless(value.toLowerCase() === 'true' ? true : value.toLowerCase() === 'false' ? false : value)
        : blankless(value),
    z.boolean().default(fallback),
  )
}

export const text = z.preprocess((value) => value ?? '', z.coerce.string())
export const optionalText = z.preprocess(blankless, z.coerce.string().optional())

/** Text that must be there once variables are filled in. */
export function neededText(what: string) {
  return z.preprocess((value) => value ?? '', z.coerce.string().trim().min(1, `${what} is missing.`))
}
