// @ts-check

// As it was when the command began, whenever somebody asks.
const parent = process.ppid

/**
 * npm passes a SIGTERM on to the shell it runs us in, and many shells die of it without telling us: only then do we get
 * another parent. Where nothing but npm started us this says so, once.
 * @param {() => void} then
 */
export function whenParentEnds(then) {
  if (process.env.npm_lifecycle_event === undefined) return
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    then()
  }, 250)
  timer.unref()
}
