import { expect, type Browser, type Page } from '@playwright/test'
import { readE2eStack } from './e2e-stack'

export type PersonRole = 'supervisor' | 'agent' | 'viewer'

const password = 'a quiet morning in november'
let people = 0

/** Asks the app's API with the administrator's key. */
export async function askApi<Answer = Record<string, unknown>>(
  path: string,
  body?: unknown,
  method = body ? 'POST' : 'GET',
) {
  const { appUrl, apiKey } = readE2eStack()
  const response = await fetch(`${appUrl}/api/twilio/${path}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await response.text()
  expect(response.ok, `${method} ${path}: ${text}`).toBe(true)
  return JSON.parse(text === '' ? 'null' : text) as Answer
}

/** Asks the emulator for what a person with a handset does. */
export async function askEmulator<Answer = Record<string, unknown>>(
  path: string,
  body?: unknown,
  method = body ? 'POST' : 'GET',
) {
  const { emulatorUrl } = readE2eStack()
  const response = await fetch(`${emulatorUrl}/emulator/${path}`, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
  })
  const text = await response.text()
  expect(response.ok, `${method} ${path}: ${text}`).toBe(true)
  return JSON.parse(text === '' ? 'null' : text) as Answer
}

/** Our number, as callers know it. */
export async function ourNumber() {
  const { phoneNumbers } = await askEmulator<{ phoneNumbers: string[] }>('account')
  return phoneNumbers[0]!
}

let handsets = 0

/** A handset of its own, so that tests do not meet in one conversation: each worker of the run has 400 numbers. */
export async function newHandset(name: string | null = null) {
  handsets += 1
  const phoneNumber = `+1415555${String(2000 + ((Number(process.env.TEST_WORKER_INDEX ?? 0) * 400 + handsets) % 7999))}`
  await askEmulator('phones', { phoneNumber, ...(name && { name }) })
  if (name) await askApi('contacts', { phoneNumber, name })
  const path = `phones/${encodeURIComponent(phoneNumber)}`
  return {
    phoneNumber,
    text: async (body: string) => askEmulator(`${path}/messages`, { to: await ourNumber(), body }),
    received: () => askEmulator<{ body: string }[]>(`${path}/messages`),
    call: async (to?: string) => askEmulator<{ callSid: string }>(`${path}/calls`, { to: to ?? (await ourNumber()) }),
    onCall: (what: 'answer' | 'decline' | 'ignore') => askEmulator(path, { onCall: what }, 'PATCH'),
    hangUp: (callSid: string) => askEmulator(`calls/${callSid}/hangup`, {}),
  }
}

/**
 * A page on which someone of that role is signed in, at the overview unless told `at` where. Not an administrator: the first of
 * them comes in test/e2e/first-administrator.e2e.ts, and only once.
 */
export async function signedInPage(
  browser: Browser,
  role: PersonRole = 'supervisor',
  {
    at = '/',
    name = `Robin ${role}`,
    ...options
  }: Parameters<Browser['newContext']>[0] & { at?: string; name?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: readE2eStack().appUrl, ...options })
  await context.addCookies(await signIn(role, name))
  const page = await context.newPage()
  await page.goto(at)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  return page
}

/** Invites someone and uses the link as its page would; the cookies that come back. */
async function signIn(role: PersonRole, name: string) {
  people += 1
  const { appUrl } = readE2eStack()
  const email = `${role}-${process.pid}-${people}-${Math.floor(Math.random() * 1e6)}@firm.example`
  const { inviteUrl } = await askApi<{ inviteUrl: string }>('people', { name, email, role })
  const token = new URL(inviteUrl).searchParams.get('token')
  const arrived = await fetch(`${appUrl}/api/twilio/welcome`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: appUrl },
    body: JSON.stringify({ token, password }),
  })
  expect(arrived.status, 'the link is taken').toBe(201)
  return arrived.headers.getSetCookie().map((cookie) => {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: appUrl }
  })
}
