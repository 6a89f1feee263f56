/** First and last byte wanted, both counted in; a range that ends beyond the file ends with it. */
export type ByteRange = { start: number; end: number }

export type StoredFile = {
  /** Of the whole file. */
  sizeBytes: number
  body: ReadableStream<Uint8Array<ArrayBuffer>>
}

/**
 * Where recordings and the files of texts are kept. Keys come from `newStorageKey`; any other is refused. What is stored under a key never
 * changes. Throws UnavailableError when the store cannot be reached.
 */
export type Storage = {
  /** Whole or not at all: a file that breaks off half way leaves nothing under its key. */
  put(
    key: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    options: { contentType: string },
  ): Promise<{ sizeBytes: number }>
  /** The file or a part of it, null when there is none. The body must be read or canceled. */
  get(key: string, range?: ByteRange): Promise<StoredFile | null>
  /** The size in bytes, null when there is none. */
  size(key: string): Promise<number | null>
  /** Keys without a file are passed over. */
  delete(keys: readonly string[]): Promise<void>
}
