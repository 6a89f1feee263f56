import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '@/hooks/api/api-error'
import { FlowDefinition } from '@/shared/ivr/definition'
import type { FlowWithDraft } from '@/shared/schemas/flow'
import { DraftSaver } from './draft-saver'

type Put = (definition: FlowDefinition, revision: number) => Promise<FlowWithDraft>
const draft = (description: string) =>
  FlowDefinition.parse({ description, initial_state: 'a', states: [{ name: 'a', type: 'trigger' }] })
const flow = (definition: FlowDefinition, draftRevision: number): FlowWithDraft => ({
  id: '018f0000-0000-7000-8000-000000000000',
  name: 'Menu',
  flowSid: 'FW0',
  draft: definition,
  draftRevision,
  draftSavedBy: 'Robin',
  draftSavedAt: '2026-01-01T00:00:00Z',
  publishedVersion: null,
  createdAt: '2026-01-01T00:00:00Z',
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is changed in a row is saved once, when it is left alone', async () => {
  const put = vi.fn<Put>(async (definition, revision) => flow(definition, revision + 1))
  const saver = new DraftSaver(flow(draft(''), 3), put)
  saver.set(draft('h'))
  saver.set(draft('hi'))
  expect(saver.status.is).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(put.mock.calls.map(([{ description }, revision]) => [description, revision])).toEqual([['hi', 3]])
  expect([saver.status.is, saver.revision, saver.isDirty]).toEqual(['saved', 4, false])
})

test('what changes while it is being saved is saved after it, on the new revision', async () => {
  const put = vi.fn<Put>(async (definition, revision) => flow(definition, revision + 1))
  const saver = new DraftSaver(flow(draft(''), 0), put)
  saver.set(draft('one'))
  const flushed = saver.flush()
  saver.set(draft('two'))
  expect(await flushed).toBe(true)
  expect(put.mock.calls.map(([{ description }, revision]) => [description, revision])).toEqual([
    ['one', 0],
    ['two', 1],
  ])
})

test('a conflict stops the saving and says who; a lost connection is tried again', async () => {
  const details = { by: 'Dana', at: '2026-01-01T00:00:00Z', revision: 9 }
  const conflict = new ApiError(409, { code: 'conflict', message: 'no', requestId: 'r', details })
  const put = vi.fn<Put>()
  put.mockRejectedValueOnce(new Error('offline')).mockRejectedValueOnce(conflict)
  const saver = new DraftSaver(flow(draft(''), 0), put)
  saver.set(draft('mine'))
  expect(await saver.flush()).toBe(false)
  expect(saver.status.is).toBe('failed')
  await vi.advanceTimersByTimeAsync(6_000)
  expect(saver.status).toMatchObject({ is: 'conflict', by: 'Dana' })
  saver.set(draft('more'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(put).toHaveBeenCalledTimes(2)
  saver.adopt(flow(draft('theirs'), 9))
  expect([saver.status.is, saver.revision]).toEqual(['saved', 9])
})
