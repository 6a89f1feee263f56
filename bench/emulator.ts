import { execFileSync, fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { Agent } from 'node:http'
import { fileURLToPath } from 'node:url'
import twilio from 'twilio'
import { z } from 'zod'
import { cpuMillisecondsOf } from './webhooks/cpu-time.ts'

const messageCount = 10_000
const callCount = 1_000
const atOnce = 32
const promised = { messagesPerSecond: 500, megabytes: 400 }

const ready = z.object({ url: z.string() })
const account = z.object({ accountSid: z.string(), authToken: z.string(), phoneNumbers: z.array(z.string()) })

/**
 * The emulator in a process of its own, the official SDK in this one: how many texts a second it takes, and how much memory 10,000 texts
 * and 1,000 simultaneous calls cost.
 */
export async function run() {
  const child = fork(fileURLToPath(new URL('../emulator/main.ts', import.meta.url)), {
    env: { ...process.env, EMULATOR_PORT: '0' },
  })
  try {
    const { url } = ready.parse(await new Promise((resolve) => child.once('message', resolve)))
    const { accountSid, authToken, phoneNumbers } = account.parse(await (await fetch(`${url}/emulator/account`)).json())
    const client = connect(accountSid, authToken, url)
    const from = phoneNumbers[0] ?? ''
    const empty = megabytesOf(child)
    const before = cpuMillisecondsOf(child.pid ?? 0)
    const ownBefore = process.cpuUsage()
    const seconds = await text(client, from)
    const own = process.cpuUsage(ownBefore)
    const cpu = {
      emulator: (cpuMillisecondsOf(child.pid ?? 0) - before) / messageCount,
      sdk: (own.user + own.system) / 1000 / messageCount,
    }
    const afterTexts = megabytesOf(child)
    await call(client, url, from)
    const peak = megabytesOf(child)
    report({ empty, afterTexts, peak, messagesPerSecond: messageCount / seconds, cpu })
  } finally {
    child.kill()
  }
}

/** The SDK keeps connections open to https only; plain http needs an agent that does. */
function connect(accountSid: string, authToken: string, url: string): twilio.Twilio {
  const httpClient = new twilio.RequestClient()
  httpClient.axios.defaults.httpAgent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const client = twilio(accountSid, authToken, { httpClient })
  client.api.baseUrl = url
  return client
}

function numberOf(index: number): string {
  return `+1415556${String(index).padStart(4, '0')}`
}

async function inTurns(count: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function text(client: twilio.Twilio, from: string): Promise<number> {
  const started = performance.now()
  await inTurns(messageCount, (index) =>
    client.messages.create({ from, to: numberOf(index % callCount), body: `Text number ${index} about the job` }),
  )
  return (performance.now() - started) / 1000
}

/** Calls to phones that answer, all held until the last one talks. */
async function call(client: twilio.Twilio, url: string, from: string): Promise<void> {
  await inTurns(callCount, async (index) => {
    const body = JSON.stringify({ phoneNumber: numberOf(index), onCall: 'answer' })
    await (await fetch(`${url}/emulator/phones`, { method: 'POST', body })).arrayBuffer()
  })
  const twiml = '<Response><Say>One moment, please.</Say><Pause length="600"/></Response>'
  await inTurns(callCount, (index) => client.calls.create({ from, to: numberOf(index), twiml }))
  for (let talking = 0; talking < callCount;) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    talking = (await client.calls.list({ status: 'in-progress', pageSize: callCount })).length
  }
}

function megabytesOf(child: ChildProcess): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}

type Found = {
  empty: number
  afterTexts: number
  peak: number
  messagesPerSecond: number
  /** Milliseconds of processor time a text, of the two processes. */
  cpu: { emulator: number; sdk: number }
}

function report(found: Found): void {
  const speed = Math.round(found.messagesPerSecond)
  console.log(
    `${messageCount} texts by the SDK, ${atOnce} at once: ${speed}/s (promised ${promised.messagesPerSecond})`,
  )
  console.log(`processor time a text: emulator ${found.cpu.emulator.toFixed(2)} ms, SDK ${found.cpu.sdk.toFixed(2)} ms`)
  const sizes = [found.empty, found.afterTexts, found.peak].map((size) => `${Math.round(size)} MB`)
  console.log(
    `resident memory: ${sizes[0]} at first, ${sizes[1]} with the texts, ${sizes[2]} with ${callCount} calls besides`,
  )
  const isKept = found.messagesPerSecond >= promised.messagesPerSecond && found.peak <= promised.megabytes
  console.log(isKept ? 'as promised' : `NOT as promised: ${promised.megabytes} MB, ${promised.messagesPerSecond}/s`)
  if (!isKept) process.exitCode = 1
}
