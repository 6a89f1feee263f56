/** `refused`: it will never be fetched; `failed`: another try may succeed. The message is a sentence for people. */
export class FetchError extends Error {
  override name = 'FetchError'
  readonly kind: 'refused' | 'failed'

  constructor(kind: 'refused' | 'failed', message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}
