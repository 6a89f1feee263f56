import { expect, type Page } from '@playwright/test'
import { askApi, askEmulator, newHandset, ourNumber } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'
import { expectAccessible, expectAccessibleInEveryLook } from '../helpers/expect-accessible'

type Call = { callSid: string; status: string; heard: { text?: string }[] }
type Handset = Awaited<ReturnType<typeof newHandset>>

const allowed = { permissions: ['microphone'] }
const phoneOf = (page: Page) => page.getByRole('region', { name: 'Phone', exact: true })
const ownCall = (page: Page) => phoneOf(page).getByRole('group', { name: 'Your call' })
const ringing = (page: Page) => page.getByRole('alertdialog')
const newestCall = async ({ phoneNumber }: Handset) =>
  (await askEmulator<Call[]>(`phones/${encodeURIComponent(phoneNumber)}/calls`))[0]
const look = (callSid: string) => askEmulator<Call>(`calls/${callSid}`)

async function turnOn(page: Page) {
  await phoneOf(page).getByRole('button', { name: 'Turn on' }).click()
  const dialog = page.getByRole('dialog', { name: 'Phone in this browser' })
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(dialog.getByRole('meter')).toBeVisible()
  return dialog
}

async function isReady(page: Page) {
  await expect(phoneOf(page)).toContainText('Phone ready')
}

async function callFromBrowser(page: Page, { phoneNumber }: Handset) {
  await page.keyboard.press('c')
  const pad = page.getByRole('dialog', { name: 'Call' })
  await pad.getByLabel('Number to call').fill(phoneNumber)
  await pad.getByRole('button', { name: 'Call from this browser' }).click()
}

/** Erin's candidate picks up, and both are in the room. */
async function talking(page: Page, candidate: Handset) {
  await candidate.onCall('answer')
  await callFromBrowser(page, candidate)
  await expect(phoneOf(page)).toContainText('Talking with')
  await expect.poll(async () => (await newestCall(candidate))?.status).toBe('in-progress')
  return (await newestCall(candidate))!.callSid
}

/** Whom they called or wrote to reaches the same recruiter when they call back. */
async function reachLastRecruiter(lastRecruiterFirst: boolean) {
  const main = await ourNumber()
  const { items } = await askApi<{ items: { id: string; phoneNumber: string }[] }>('numbers')
  const number = items.find(({ phoneNumber }) => phoneNumber === main)!
  await askApi(`numbers/${number.id}`, { answer: { lastRecruiterFirst } }, 'PATCH')
}
test.beforeAll(() => reachLastRecruiter(true))
test.afterAll(() => reachLastRecruiter(false))

test('the phone is turned on, calls, and after a reload in mid-call the two still talk', async ({ signIn }) => {
  const candidate = await newHandset(`Dana Reed ${process.pid}`)
  const page = await signIn('agent', { ...allowed, name: 'Erin Quinn' })
  await expect(phoneOf(page)).toContainText('Phone off')
  const dialog = await turnOn(page)
  await expect(dialog.getByRole('combobox', { name: 'Microphone' }).getByRole('option')).not.toHaveCount(1)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await isReady(page)

  const theirs = await talking(page, candidate)
  await expect(phoneOf(page)).toContainText(`Dana Reed ${process.pid}`)
  // The call stands in the bar once, with one set of controls: the microphone's mute is the call's, here and on its page.
  await expect(phoneOf(page).getByText(`Dana Reed ${process.pid}`)).toHaveCount(1)
  await ownCall(page).getByRole('button', { name: 'Mute' }).click()
  await expect(ownCall(page).getByRole('button', { name: 'Unmute' })).toHaveAttribute('aria-pressed', 'true')
  await ownCall(page)
    .getByRole('link', { name: `Dana Reed ${process.pid}` })
    .click()
  const detail = page.getByRole('article', { name: 'Call' })
  await detail.getByRole('button', { name: 'Unmute' }).click()
  await expect(ownCall(page).getByRole('button', { name: 'Mute', exact: true })).toBeVisible()
  await ownCall(page).getByRole('button', { name: 'Hold' }).click()
  await expect(ownCall(page)).toContainText('On hold')
  await detail.getByRole('button', { name: 'Take off hold' }).click()
  await expect(ownCall(page)).not.toContainText('On hold')
  await ownCall(page).getByRole('button', { name: 'Keypad' }).click()
  await expect(phoneOf(page).getByRole('group', { name: 'Keypad' }).getByRole('button')).toHaveCount(12)
  await expectAccessibleInEveryLook(page)

  await page.reload()
  await expect(phoneOf(page)).toContainText('Talking with')
  await expect
    .poll(async () => (await look(theirs)).heard.map(({ text }) => text).join(' '))
    .toContain('Please stay on the line')
  expect(await look(theirs)).toMatchObject({ status: 'in-progress' })

  await ownCall(page).getByRole('button', { name: 'Hang up' }).click()
  await isReady(page)
  await expect.poll(async () => (await look(theirs)).status).toBe('completed')
})

test('one tab rings for all: answered from another one, declined by key, and handed on when its tab is closed', async ({
  signIn,
}) => {
  const candidate = await newHandset(`Iris Lang ${process.pid}`)
  const owner = await signIn('agent', { ...allowed, name: 'Frank Ott' })
  await (await turnOn(owner)).getByRole('button', { name: 'Done' }).click()
  await isReady(owner)
  const other = await owner.context().newPage()
  await other.goto('/contacts')
  await isReady(other)
  await expect(phoneOf(other)).toContainText('Rings in another tab')

  const first = await talking(other, candidate)
  await candidate.hangUp(first)
  await isReady(other)

  await candidate.call()
  await expect(ringing(owner)).toContainText(`Iris Lang ${process.pid}`)
  await expect(ringing(other)).toBeVisible()
  await expect(other).toHaveTitle(/Call from Iris Lang/)
  await expectAccessibleInEveryLook(other)
  await other.keyboard.press('a')
  await expect(phoneOf(other)).toContainText('Talking with')
  await expect(phoneOf(owner)).toContainText('Talking with')
  await expect(ringing(owner)).toBeHidden()
  await ownCall(other).getByRole('button', { name: 'Hang up' }).click()
  await isReady(owner)
  await expect.poll(async () => (await newestCall(candidate))?.status).toBe('completed')

  await candidate.call()
  await expect(ringing(owner)).toBeVisible()
  await owner.close()
  await expect(ringing(other)).toBeVisible()
  await expect(phoneOf(other)).not.toContainText('Rings in another tab')
  expect(await newestCall(candidate)).toMatchObject({ status: 'in-progress' })
  await ringing(other).getByRole('button', { name: 'Answer' }).click()
  await expect(phoneOf(other)).toContainText('Talking with')
  await expect.poll(async () => (await newestCall(candidate))?.status).toBe('in-progress')

  await other.reload()
  await expect(phoneOf(other)).toContainText('Talking with')
  expect((await newestCall(candidate))?.status).toBe('in-progress')
  await candidate.hangUp((await newestCall(candidate))!.callSid)
  await isReady(other)
})

test('who does not allow the microphone is told what to do', async ({ signIn }) => {
  const page = await signIn('agent')
  await phoneOf(page).getByRole('button', { name: 'Turn on' }).click()
  const dialog = page.getByRole('dialog', { name: 'Phone in this browser' })
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(dialog.getByRole('alert')).toContainText('does not let EVA use the microphone')
  await page.keyboard.press('Escape')
  await expect(phoneOf(page)).toContainText('Phone off')
})
