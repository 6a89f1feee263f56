// @ts-check

/**
 * Says what one is waiting for, with the seconds so far: in place on a terminal, as a line now and then in a log.
 * @param {string} what
 * @param {NodeJS.WriteStream} [out]
 * @returns {{ end: () => void }}
 */
export function progressLine(what, out = process.stderr) {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  const everyMs = out.isTTY ? 200 : 15_000
  if (!out.isTTY) out.write(`${what} …\n`)
  const timer = setInterval(() => out.write(out.isTTY ? `\r${what} … ${seconds()}` : `… ${seconds()}\n`), everyMs)
  return {
    end() {
      clearInterval(timer)
      out.write(`${out.isTTY ? '\r' : ''}${what}: ${seconds()}\n`)
    },
  }
}
