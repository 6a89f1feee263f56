/** Cookies of one call or of one pair of numbers. Names and values only: the jar is dropped when its owner ends. */
export class CookieJar {
  private readonly values = new Map<string, string>()

  store(setCookie: readonly string[]): void {
    for (const line of setCookie) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      if (at < 1) continue
      const name = pair.slice(0, at).trim()
      const expired = attributes.some((attribute) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(attribute))
      if (expired) this.values.delete(name)
      else this.values.set(name, pair.slice(at + 1).trim())
    }
  }

  header(): string | null {
    if (this.values.size === 0) return null
    return [...this.values].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}
