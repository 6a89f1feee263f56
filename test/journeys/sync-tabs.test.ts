import type { Browser, Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import { beforeEach, expect, test } from 'vitest'
import type { startSyncClient, TwilioSyncState } from '@/hooks/sync/sync-client'
import type { syncBrowser } from '@/hooks/sync/sync-browser'
import { launchChromium } from '../helpers/launch-chromium'
import { startSyncJourney, type SyncJourney } from '../helpers/start-sync-journey'

/** What the page holds: the client as the dashboard bundles it, and what it was brought. */
type Live = { startSyncClient: typeof startSyncClient; syncBrowser: typeof syncBrowser }
type TabWindow = { Live: Live; seen: string[]; state: TwilioSyncState }

const tabCount = 10
const patience = { timeout: 15_000 }

let journey: SyncJourney
let browser: Browser

beforeEach(async () => {
  journey = await startSyncJourney()
  browser = await launchChromium()
  return async () => {
    await browser.close()
    await journey.close()
  }
})

test('ten tabs of a real browser share one connection; when its tab closes another goes on, and no tab misses or repeats', async () => {
  const context = await browser.newContext()
  // A page of the server's origin with nothing on it but the client.
  const body = `<!doctype html><title>tab</title><script>${await bundleClient()}</script>`
  await context.route('**/tab', (route) => route.fulfill({ contentType: 'text/html', body }))
  const tabs: Page[] = []
  for (let index = 0; index < tabCount; index += 1) tabs.push(await openTab(await context.newPage()))
  for (const tab of tabs) await expect.poll(() => isConnected(tab), patience).toBe(true)
  expect(connections()).toBe(1)

  for (let index = 0; index < 20; index += 1) await append()
  const first = await journey.log()
  for (const tab of tabs) await expect.poll(() => seenBy(tab), patience).toEqual(first)

  // The first tab was there before the others and leads.
  await tabs.shift()?.close()
  await append()
  for (const tab of tabs) await expect.poll(() => seenBy(tab).then((seen) => seen.length), patience).toBe(21)
  await append()
  const all = await journey.log()
  for (const tab of tabs) await expect.poll(() => seenBy(tab), patience).toEqual(all)
  expect(connections()).toBe(1)
}, 60_000)

function connections() {
  return journey.installation.sync.stats().connections
}

function append() {
  return journey.append({ type: 'conversation.read', data: { conversationId: crypto.randomUUID() } })
}

async function openTab(page: Page) {
  await page.goto(`${journey.server.url}/tab`)
  await page.evaluate((authorization) => {
    const tab = globalThis as unknown as TabWindow
    tab.seen = []
    const client = tab.Live.startSyncClient(
      {
        url: '/api/twilio/sync',
        identity: 'ada',
        ticket: async () => {
          const answer = await fetch('/api/twilio/sync/ticket', { method: 'POST', headers: { authorization } })
          return ((await answer.json()) as { ticket: string }).ticket
        },
      },
      tab.Live.syncBrowser(),
      (state) => {
        tab.state = state
      },
    )
    client.subscribe({ onEvent: (event) => tab.seen.push(event.id), onReset: () => tab.seen.push('reset') })
  }, journey.authorization)
  return page
}

function seenBy(page: Page) {
  return page.evaluate(() => (globalThis as unknown as TabWindow).seen)
}

function isConnected(page: Page) {
  return page.evaluate(() => (globalThis as unknown as TabWindow).state.connected)
}

async function bundleClient() {
  const entry = 'live-client'
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    resolve: { alias: { '@': new URL('../../src', import.meta.url).pathname } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `export { startSyncClient } from '@/hooks/sync/sync-client'; export { syncBrowser } from '@/hooks/sync/sync-browser'`
            : null,
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'iife', name: 'Live' })
  return output[0].code
}
