/** So many texts are begun, or answered, in a turn of the event loop: each costs about a tenth of a millisecond. */
const textsInTurn = 12
/** While somebody waits on the line. */
const textsBehindCaller = 1

/** Of this process, as its event loop is. */
let callersWaiting = 0
const texts: (() => void)[] = []
let isTurnComing = false

/** Answers what a caller waits for; texts that come meanwhile are begun a few at a time, so that his turn comes soon. */
export async function whileCallerWaits<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  callersWaiting += 1
  try {
    return await work()
  } finally {
    callersWaiting -= 1
  }
}

/** Begins a text, or sends its answer, in its turn: a batch of them at once would be what a caller waits for. */
export function inTurn(begin: () => void): void {
  texts.push(begin)
  comeBack()
}

function comeBack() {
  if (isTurnComing || texts.length === 0) return
  isTurnComing = true
  setImmediate(() => {
    isTurnComing = false
    const many = callersWaiting > 0 ? textsBehindCaller : textsInTurn
    for (const begin of texts.splice(0, many)) begin()
    comeBack()
  })
}
