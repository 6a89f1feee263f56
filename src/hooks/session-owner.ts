/** What this tab keeps for a person begins with this. */
const prefix = 'eva kept '
const ownerName = 'eva kept for'

const forgetters = new Set<() => void>()

/** Where something is kept under a name, until the tab is closed or somebody else signs in. */
export function keptName(name: string) {
  return prefix + name
}

/** `forget` is called when what is kept is nobody's business any more. */
export function onForget(forget: () => void) {
  forgetters.add(forget)
}

/** What was begun and not sent is for who began it: with another person it is gone. Null: nobody is here any more. */
export function keepFor(personId: string | null) {
  try {
    if (personId !== null && sessionStorage.getItem(ownerName) === personId) return
    for (const forget of forgetters) forget()
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name)
    if (personId === null) sessionStorage.removeItem(ownerName)
    else sessionStorage.setItem(ownerName, personId)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
