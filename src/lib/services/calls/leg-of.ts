/** The leg somebody of ours talks on, as `findPersonOfPhone` knows them: by who they are where that is known, else by its number. */
export function legOf({ to }: { to: string }, personId: string | null): string {
  return personId === null ? to : `client:${personId}`
}
