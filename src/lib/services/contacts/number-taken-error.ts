import { ConflictError } from '@/shared/errors'

/** A number belongs to one contact. */
export function numberTakenError(owner: { id: string; name: string } | undefined) {
  return new ConflictError(`This number belongs to ${owner?.name ?? 'another contact'} already.`, {
    contactId: owner?.id,
  })
}
