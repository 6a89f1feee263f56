/** While somebody waits on the line, so many texts are begun in a turn of the event loop: each costs about a tenth of a millisecond. */
const textsInTurn = 4

/** Of this process, as its event loop is. */
let callersWaiting = 0
const texts: (() => void)[] = []

/** Answers what a caller waits for; texts that come meanwhile are begun a few at a time, so that his turn comes soon. */
export async function whileCallerWaits<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  callersWaiting += 1
  try {
    return await work()
  } finally {
    callersWaiting -= 1
  }
}

/** Begins what a text asks: at once, or in its turn while a caller waits. */
export function inTurn(begin: () => void): void {
  if (callersWaiting === 0 && texts.length === 0) return begin()
  texts.push(begin)
  if (texts.length === 1) setImmediate(beginSome)
}

function beginSome() {
  const many = callersWaiting > 0 ? textsInTurn : texts.length
  for (const begin of texts.splice(0, many)) begin()
  if (texts.length > 0) setImmediate(beginSome)
}
