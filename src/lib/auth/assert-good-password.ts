import { InvalidError } from '@/shared/errors'

export const passwordLength = { minimum: 12, maximum: 128 } as const

/** The one rule for passwords: long, and not the address they belong to (whole, or the part before the @). */
export function assertGoodPassword(password: string, email: string) {
  if (password.length < passwordLength.minimum)
    throw new InvalidError(`The password needs at least ${passwordLength.minimum} characters.`)
  if (password.length > passwordLength.maximum)
    throw new InvalidError(`The password may have at most ${passwordLength.maximum} characters.`)
  const lower = password.toLowerCase()
  if (lower === email.toLowerCase() || lower === email.toLowerCase().split('@')[0])
    throw new InvalidError('The password must not be the e-mail address.')
}
