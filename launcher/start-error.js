// @ts-check

/** Something the person at the terminal can mend: shown as its one sentence, without a stack. */
export class StartError extends Error {
  /** @override */
  name = 'StartError'
}
