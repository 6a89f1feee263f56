import { fillReadably } from './fill-readably'

/** Throws InvalidError, saying what is wrong, for words that could be filled for nobody. */
export function assertReadable(body: string) {
  fillReadably(body, {})
}
