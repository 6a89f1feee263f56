import { newExecution, type Execution } from '@/shared/ivr/execution'
import { step } from '@/shared/ivr/step'
import { menuFlow } from './menu-flow.ts'

const seconds = 5

const fresh = () =>
  newExecution({
    id: 'FN1',
    flowId: 'FW1',
    version: 1,
    channel: 'call',
    address: '+12125550123',
    trigger: { call: { From: '+12125550123' } },
  })

/** Promise: 20,000 states a second and core. Counts the states that run, kept and read again after each answer, as between two webhooks. */
export async function run() {
  const now = new Date('2026-03-02T15:00:00Z')
  let states = 0
  let answers = 0
  const begun = process.cpuUsage()
  const until = performance.now() + seconds * 1_000
  while (performance.now() < until) {
    let { execution } = step(menuFlow, fresh(), { input: 'start' }, now)
    for (let key = 0; key < 50; key += 1) {
      const kept: Execution = structuredClone(execution)
      const parameters = { Digits: String((key % 4) + 1), CallSid: 'CA1', CallStatus: 'in-progress' }
      const stepped = step(menuFlow, kept, { input: 'outcome', outcome: 'reported', parameters }, now)
      states += stepped.visits.length
      answers += 1
      execution = stepped.execution
    }
  }
  const { user, system } = process.cpuUsage(begun)
  const cpuSeconds = (user + system) / 1e6
  console.log(`states a second and core: ${Math.round(states / cpuSeconds).toLocaleString('en')} (promised 20,000)`)
  console.log(`answers a second and core: ${Math.round(answers / cpuSeconds).toLocaleString('en')}`)
}
