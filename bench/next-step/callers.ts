import { signedPost } from './signed-post.ts'

export type CallersOrder = { port: number; path: string; perSecond: number; seconds: number; calls: number }
export type CallersResult = { answered: number; wrong: number; medianMs: number; p99Ms: number; worstMs: number }

type Caller = { callSid: string; from: string; next: string; busy: boolean; key: number }

const callers = new Map<string, Caller[]>()

/**
 * Callers in a menu, at a fixed rate whatever the answers take, so that a server which stalls does not hide it by being asked less.
 */
async function run(order: CallersOrder): Promise<CallersResult> {
  const known = callers.get(`${order.port}`) ?? (await callAll(order))
  callers.set(`${order.port}`, known)
  const latencies: number[] = []
  let wrong = 0
  const start = performance.now()
  const count = order.perSecond * order.seconds
  const presses: Promise<void>[] = []
  for (let index = 0; index < count; index += 1) {
    const due = start + (index * 1_000) / order.perSecond
    while (performance.now() < due)
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, due - performance.now())))
    // Sent when due, whatever is still unanswered; how exactly this process' own timer kept the time is nobody's answer.
    const sentAt = performance.now()
    const caller = known[index % known.length]
    if (!caller || caller.busy) throw new Error('a caller was asked to press twice at once: too few calls')
    presses.push(
      press(order, caller).then((right) => {
        latencies.push(performance.now() - sentAt)
        if (!right) wrong += 1
      }),
    )
  }
  await Promise.all(presses)
  latencies.sort((one, other) => one - other)
  const quantile = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0
  return {
    answered: latencies.length,
    wrong,
    medianMs: quantile(0.5),
    p99Ms: quantile(0.99),
    worstMs: latencies.at(-1) ?? 0,
  }
}

/** The next document must say what was pressed: the call's own state, not a page that looks like it. */
async function press(order: CallersOrder, caller: Caller): Promise<boolean> {
  caller.busy = true
  caller.key = (caller.key % 3) + 1
  const extra = { CallStatus: 'in-progress', Digits: String(caller.key) }
  const document = await signedPost(order.port, caller.next, caller, extra)
  caller.next = actionOf(document) ?? caller.next
  caller.busy = false
  return document.includes(`You chose ${caller.key}.`)
}

async function callAll(order: CallersOrder): Promise<Caller[]> {
  const calls = Array.from({ length: order.calls }, (_, index) => ({
    callSid: `CA${String(index).padStart(32, '0')}`,
    from: `+1212555${String(index).padStart(4, '0')}`,
    next: order.path,
    busy: false,
    key: 0,
  }))
  for (const call of calls) {
    const document = await signedPost(order.port, order.path, call, { CallStatus: 'ringing' })
    call.next = actionOf(document) ?? order.path
  }
  return calls
}

/** Where Twilio would ask for what comes next, without the part that only tells it how long to wait. */
function actionOf(document: string) {
  const action = /<Gather[^>]* action="([^"]+)"/.exec(document)?.[1]?.replaceAll('&amp;', '&')
  if (action === undefined) return null
  const { pathname, search } = new URL(action)
  return pathname + search
}

process.on('message', (order: CallersOrder) => {
  run(order).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
