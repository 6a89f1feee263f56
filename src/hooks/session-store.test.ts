import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { keepFor } from './session-owner'
import { createSessionStore } from './session-store'

/** What a browser's tab keeps: a page that is loaded again finds it. */
function tab() {
  const kept = new Map<string, string>()
  const methods = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
  return new Proxy(methods, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
}

const open = () => createSessionStore('notes', z.string(), (text) => (text.startsWith('!') ? null : text))

beforeEach(() => {
  vi.stubGlobal('sessionStorage', tab())
  keepFor('ada')
})
afterEach(() => vi.unstubAllGlobals())

test('what is kept is there after a reload, without what is not worth it', () => {
  const store = open()
  store.set('one', 'Hello 😀')
  store.set('two', '!uploading')
  expect(open().entries()).toEqual([['one', 'Hello 😀']])
  store.set('one', null)
  expect(open().entries()).toEqual([])
})

test('listeners hear of every change; what moves finds its new place, unless it is taken', () => {
  const store = open()
  const heard = vi.fn<() => void>()
  const leave = store.subscribe(heard)
  store.set('new', 'Hi')
  store.move('new', 'conversation')
  store.set('new', 'Again')
  store.move('new', 'conversation')
  expect(store.entries()).toEqual([
    ['conversation', 'Hi'],
    ['new', 'Again'],
  ])
  expect(heard).toHaveBeenCalledTimes(3)
  leave()
  store.set('new', null)
  expect(heard).toHaveBeenCalledTimes(3)
})

test('the same person finds it again, another one does not, nor anybody after signing out', () => {
  const store = open()
  store.set('one', 'For Ada')
  keepFor('ada')
  expect(store.get('one')).toBe('For Ada')
  keepFor('ben')
  expect(store.get('one')).toBeUndefined()
  expect(open().entries()).toEqual([])
  store.set('one', 'For Ben')
  keepFor(null)
  expect(store.entries()).toEqual([])
  expect(open().entries()).toEqual([])
})

test('what makes no sense is as if nothing were kept', () => {
  sessionStorage.setItem('eva kept notes', '[["one",7]]')
  expect(open().entries()).toEqual([])
  sessionStorage.setItem('eva kept notes', 'no JSON')
  expect(open().entries()).toEqual([])
})
