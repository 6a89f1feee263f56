import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clock } from './clock.ts'

function virtual(patienceMs = 1000): Clock {
  return new Clock({ mode: 'virtual', now: 0, patienceMs })
}

describe('a virtual clock', () => {
  it('fires timers in the order they fall due, those of one moment in the order they were set', async () => {
    const clock = virtual()
    const fired: string[] = []
    clock.after(20, () => void fired.push('c'))
    clock.after(10, () => void fired.push('a'))
    clock.after(10, () => void fired.push('b'))
    await clock.advance(20)
    expect(fired).toEqual(['a', 'b', 'c'])
  })

  it('shows each timer its own moment', async () => {
    const clock = virtual()
    const moments: number[] = []
    for (const ms of [5, 15]) clock.after(ms, () => void moments.push(clock.now()))
    await clock.advance(100)
    expect([...moments, clock.now()]).toEqual([5, 15, 100])
  })

  it('fires what a timer sets within the same advance', async () => {
    const clock = virtual()
    let fired = 0
    clock.after(10, () => void clock.after(10, () => void (fired = clock.now())))
    await clock.advance(20)
    expect(fired).toBe(20)
  })

  it('waits for work under way before it fires the next timer', async () => {
    const clock = virtual()
    const fired: string[] = []
    clock.after(10, () => {
      void clock.track(new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => void fired.push('work')))
    })
    clock.after(11, () => void fired.push('timer'))
    await clock.advance(20)
    expect(fired).toEqual(['work', 'timer'])
  })

  it('loses its patience with work that never ends', async () => {
    const clock = virtual(5)
    void clock.track(new Promise(() => {}))
    await clock.advance(10)
    expect(clock.now()).toBe(10)
  })

  it('lets sleepers wake in time, and be woken by a signal', async () => {
    const clock = virtual()
    const stop = new AbortController()
    const sleeping = clock.sleep(10, stop.signal)
    stop.abort(new Error('enough'))
    await expect(sleeping).rejects.toThrow('enough')
    const waking = clock.sleep(10)
    await clock.advance(10)
    await waking
  })

  it('keeps to the order of time for any timers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(50), fc.boolean()), { maxLength: 60 }), async (wanted) => {
        const clock = virtual()
        const fired: number[] = []
        for (const [ms, isCanceled] of wanted) {
          const timer = clock.after(ms, () => void fired.push(ms))
          if (isCanceled) timer.cancel()
        }
        await clock.advance(50)
        const expected = wanted.filter(([, isCanceled]) => !isCanceled).map(([ms]) => ms)
        expect(fired).toEqual(expected.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('a real clock', () => {
  it('fires by itself', async () => {
    const clock = new Clock()
    const before = clock.now()
    await clock.sleep(2)
    expect(clock.now()).toBeGreaterThan(before)
    clock.close()
  })

  it('goes on from where a virtual one stood', async () => {
    const clock = virtual()
    await clock.change({ mode: 'real' })
    expect(clock.now()).toBeGreaterThanOrEqual(0)
    expect(clock.now()).toBeLessThan(10_000)
    clock.close()
  })
})
