import { describe, expect, test } from 'vitest'
import { createActorCache } from '@/lib/auth/actor-cache'
import { createMovableClock } from '@/lib/utils/clock'

const actor = { type: 'api-key', keyId: 'k', role: 'agent' } as const

describe('what is remembered of who is asking', () => {
  test('lasts two seconds', () => {
    const clock = createMovableClock(new Date(0))
    const cache = createActorCache(clock)
    cache.remember('a')(actor)
    clock.advance(1_999)
    expect(cache.get('a')).toEqual(actor)
    clock.advance(1)
    expect(cache.get('a')).toBeUndefined()
  })

  test('is forgotten at once after a change, even by a lookup that began before it', () => {
    const cache = createActorCache(createMovableClock(new Date(0)))
    cache.remember('a')(actor)
    const late = cache.remember('b')
    cache.forgetAll()
    late(actor)
    expect([cache.get('a'), cache.get('b')]).toEqual([undefined, undefined])
  })

  test('does not grow without end', () => {
    const cache = createActorCache(createMovableClock(new Date(0)))
    for (let index = 0; index <= 5_000; index++) cache.remember(`k${index}`)(actor)
    expect(cache.get('k0')).toBeUndefined()
    expect(cache.get('k5000')).toEqual(actor)
  })
})
