/** Small preferences of this browser. A browser that keeps nothing (private mode) just forgets them. */
export const readStored = (key: string): string | undefined => {
  try {
    return localStorage.getItem(`phones.${key}`) ?? undefined
  } catch {
    return undefined
  }
}

export const writeStored = (key: string, value: string | undefined): void => {
  try {
    if (value === undefined) localStorage.removeItem(`phones.${key}`)
    else localStorage.setItem(`phones.${key}`, value)
  } catch {
    // Forgetting a preference harms nobody.
  }
}
