export type Sound = { contentType: string; body: Buffer }

const limitBytes = 16_777_216

/** Files that a Play of this machine let somebody hear, by their address; the oldest go when they are too many. */
export class Sounds {
  private readonly files = new Map<string, Sound>()
  private bytes = 0

  keep(url: string, sound: Sound): void {
    this.drop(url)
    if (sound.body.length > limitBytes) return
    this.files.set(url, sound)
    this.bytes += sound.body.length
    for (const oldest of this.files.keys()) {
      if (this.bytes <= limitBytes) return
      this.drop(oldest)
    }
  }

  find(url: string): Sound | null {
    return this.files.get(url) ?? null
  }

  private drop(url: string): void {
    this.bytes -= this.files.get(url)?.body.length ?? 0
    this.files.delete(url)
  }
}
