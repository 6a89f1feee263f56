import { describe, expect, it } from 'vitest'
import { createResource } from './create-resource.ts'

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

describe('a resource', () => {
  it('is not loaded before somebody looks at it', async () => {
    let loads = 0
    const resource = createResource(async () => (loads += 1))
    void resource.refresh()
    await settle()
    expect(loads).toBe(0)
    resource.subscribe(() => {})
    await settle()
    expect(resource.get()).toEqual({ data: 1, error: undefined })
  })

  it('answers a burst of hints during a load with exactly one more load', async () => {
    let loads = 0
    const waiting: (() => void)[] = []
    const resource = createResource(async () => {
      loads += 1
      await new Promise<void>((resolve) => waiting.push(resolve))
      return loads
    })
    resource.subscribe(() => {})
    void resource.refresh()
    void resource.refresh()
    void resource.refresh()
    waiting.shift()?.()
    await settle()
    waiting.shift()?.()
    await settle()
    expect(loads).toBe(2)
    expect(resource.get().data).toBe(2)
  })

  it('keeps what it knew when a later load fails, and says why', async () => {
    let broken = false
    const resource = createResource(async () => {
      if (broken) throw new Error('The emulator does not answer.')
      return 'known'
    })
    resource.subscribe(() => {})
    await settle()
    broken = true
    void resource.refresh()
    await settle()
    expect(resource.get()).toEqual({ data: 'known', error: 'The emulator does not answer.' })
  })

  it('loads again for whoever looks next when a hint came while nobody did', async () => {
    let loads = 0
    const resource = createResource(async () => (loads += 1))
    const leave = resource.subscribe(() => {})
    await settle()
    leave()
    void resource.refresh()
    await settle()
    expect(loads).toBe(1)
    resource.subscribe(() => {})
    await settle()
    expect(loads).toBe(2)
  })
})
