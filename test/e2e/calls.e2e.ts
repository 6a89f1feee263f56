import { expect } from '@playwright/test'
import { askApi, askEmulator, newHandset } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'
import { expectAccessible, expectAccessibleInEveryLook } from '../helpers/expect-accessible'

test('a caller appears at once, the clock ticks, and the end has a duration', async ({ signIn }) => {
  const name = `Marcus Oyelaran ${process.pid}`
  const marcus = await newHandset(name)
  const page = await signIn('supervisor', { at: '/calls' })
  await expect(page.getByRole('heading', { name: 'Calls', level: 1 })).toBeVisible()

  const { callSid } = await marcus.call()
  const row = page.getByRole('list', { name: 'Calls' }).getByRole('listitem').filter({ hasText: name })
  await expect(row).toBeVisible()
  const bar = page.getByRole('region', { name: 'Phone', exact: true }).getByRole('listitem').filter({ hasText: name })
  await expect(bar).toContainText('In progress')
  await expect(bar.getByRole('timer')).toHaveText(/0:0[1-9]/)

  await bar.getByRole('link', { name }).click()
  await expect(page.getByRole('region', { name: 'Timeline' }).getByRole('listitem').first()).toBeVisible()
  await marcus.hangUp(callSid)
  await expect(row).toContainText('Completed')
  await expect(row).toContainText(/\d:\d\d/)
  await expect(bar).toBeHidden()
  const hangUp = page.getByRole('article', { name: 'Call' }).getByRole('button', { name: 'Hang up' })
  await expect(hangUp).toHaveAttribute('aria-disabled', 'true')
  await hangUp.hover()
  await expect(page.getByRole('tooltip')).toContainText('This call is already over.')
})

test('a number is dialled on the pad and hung up from the phone bar', async ({ signIn }) => {
  const sofia = await newHandset()
  await sofia.onCall('answer')
  const page = await signIn('agent')
  await page.keyboard.press('c')
  const pad = page.getByRole('dialog', { name: 'Call' })
  await expect(pad.getByRole('checkbox', { name: /Ring my phone first/ })).toBeDisabled()
  await pad.getByRole('checkbox', { name: 'Notice answering machines' }).check()
  await expectAccessible(page)
  for (const digit of sofia.phoneNumber.replace('+1', ''))
    await pad.getByRole('button', { name: digit, exact: true }).click()
  await pad.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(page).toHaveURL(/\/calls\/CA/)
  const bar = page
    .getByRole('region', { name: 'Phone', exact: true })
    .getByRole('listitem')
    .filter({ hasText: sofia.phoneNumber.slice(-4) })
  await expect(bar).toContainText('In progress')
  await bar.getByRole('button', { name: 'Hang up' }).click()
  await expect(bar).toBeHidden()
  await expect(page.getByRole('article', { name: 'Call' })).toContainText('Completed')
})

test('a call that is declined says so', async ({ signIn }) => {
  const grace = await newHandset()
  await grace.onCall('decline')
  const page = await signIn()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(grace.phoneNumber)
  await page.getByRole('option', { name: /^Call / }).click()
  await page.getByRole('dialog', { name: 'Call' }).getByRole('button', { name: 'Call', exact: true }).click()
  await expect(page.getByRole('article', { name: 'Call' })).toContainText('Busy')
})

test('the list is filtered, walked with j and k, and opened with Enter', async ({ signIn }) => {
  const [one, two] = [await newHandset(), await newHandset()]
  for (const handset of [one, two]) {
    const { callSid } = await handset.call()
    await handset.hangUp(callSid)
  }
  const page = await signIn('supervisor', { at: '/calls' })
  const list = page.getByRole('list', { name: 'Calls' })
  await expect(list.getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type(one.phoneNumber)
  await expect(page).toHaveURL(/phoneNumber=/)
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await page.getByLabel('Find by number').fill('')
  await expect(list.getByRole('listitem').nth(1)).toBeVisible()
  await page.getByRole('heading', { name: 'Calls', level: 1 }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(list.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Call' })).toBeVisible()
})

test('a call is recorded by hand once it is said that they know; a red dot and words follow it', async ({ signIn }) => {
  const olga = await newHandset(`Olga ${process.pid}`)
  const { callSid } = await olga.call()
  const call = () => askEmulator<{ waitingFor: string; childCallSids: string[] }>(`calls/${callSid}`)
  await expect.poll(async () => (await call()).childCallSids, { timeout: 20_000 }).toHaveLength(1)
  const [leg] = (await call()).childCallSids
  await askEmulator(`calls/${leg}/answer`, {})
  const taking = () => askEmulator<{ waitingFor: string }>(`calls/${leg}`)
  await expect.poll(async () => (await taking()).waitingFor, { timeout: 20_000 }).toBe('gather')
  await askEmulator(`calls/${leg}/digits`, { digits: '1' })
  const page = await signIn('agent', { at: `/calls/${callSid}` })
  const detail = page.getByRole('article', { name: 'Call' })
  const bar = page.getByRole('region', { name: 'Phone', exact: true }).getByRole('listitem').filter({ hasText: 'Olga' })
  await detail.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'They know: record' }).click()
  await expect(bar.getByText('Recording', { exact: true })).toBeVisible()
  await detail.getByRole('button', { name: 'Pause recording' }).click()
  await expect(bar.getByText('Recording paused')).toBeVisible()
  await expect(detail.getByRole('listitem', { name: /^Recording/ })).toContainText('Paused')
  await expectAccessibleInEveryLook(page)
  await detail.getByRole('button', { name: 'Resume recording' }).click()
  await detail.getByRole('button', { name: 'Stop recording' }).click()
  await expect(bar.getByText(/^Recording/)).toBeHidden()
  await expect(detail.getByRole('button', { name: 'Record', exact: true })).toBeVisible()
  await olga.hangUp(callSid)
})

test('a voicemail is listened to on its call and in the conversation, and deleted after asking', async ({ signIn }) => {
  const ines = await newHandset(`Ines ${process.pid}`)
  const { callSid } = await ines.call()
  const call = () => askEmulator<{ waitingFor: string; childCallSids: string[] }>(`calls/${callSid}`)
  // Nobody at the desk takes it.
  await expect.poll(async () => (await call()).childCallSids, { timeout: 20_000 }).toHaveLength(1)
  await askEmulator(`calls/${(await call()).childCallSids[0]}/decline`, {})
  await expect.poll(async () => (await call()).waitingFor, { timeout: 20_000 }).toBe('record')
  await askEmulator(`calls/${callSid}/record`, { seconds: 3, text: 'Please call me back.' })
  const page = await signIn('supervisor', { at: `/calls/${callSid}` })
  const voicemail = page.getByRole('region', { name: 'Recordings' }).getByRole('listitem', { name: /^Voicemail/ })
  await expect(voicemail).toBeVisible({ timeout: 20_000 })
  await voicemail.getByRole('button', { name: /^Listen/ }).click({ timeout: 20_000 })
  const sound = voicemail.locator('audio')
  await expect.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.duration > 1 && !audio.error)).toBe(true)
  await expectAccessibleInEveryLook(page)

  await page.goto(`/recordings?q=${encodeURIComponent(`Ines ${process.pid}`)}&kind=voicemail`)
  const row = page.getByRole('list', { name: 'Recordings' }).getByRole('listitem')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Left by the caller')
  await row.getByRole('button', { name: /^Listen/ }).click()
  const player = page.getByRole('region', { name: 'Player' })
  await expect
    .poll(() => player.locator('audio').evaluate((audio: HTMLAudioElement) => audio.duration > 1 && !audio.error))
    .toBe(true)
  await expectAccessibleInEveryLook(page)
  const saved = page.waitForEvent('download')
  await row.getByRole('button', { name: 'Save this voicemail as a file' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^RE[0-9a-f]{32}\.wav$/)
  await page.getByLabel('Up to this day').fill('2020-01-01')
  await expect(page.getByText('No recording fits these filters.')).toBeVisible()
  await page.getByLabel('Up to this day').fill('')
  await row.getByRole('link', { name: `Ines ${process.pid}` }).click()
  await expect(page).toHaveURL(new RegExp(`/calls/${callSid}$`))
  const viewer = await signIn('viewer', { at: '/recordings' })
  await expect(viewer.getByText('Recordings are for who may listen to them.')).toBeVisible()
  await expect(viewer.getByRole('link', { name: 'Recordings' })).toHaveCount(0)

  await ines.text('Did you hear it?')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`/messages`)
  await page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('listitem')
    .filter({ hasText: `Ines ${process.pid}` })
    .click()
  const entry = page.getByRole('listitem', { name: /^Voicemail/ })
  await expect(entry.getByRole('button', { name: /^Listen/ })).toBeVisible()
  await expect(page.getByText('They left a voicemail')).toBeVisible()
  // The entry is drawn anew when its call is read again: a click on the old one opens nothing.
  await expect(async () => {
    await entry.getByRole('button', { name: 'Delete this voicemail' }).click({ timeout: 3_000 })
    await expect(page.getByRole('alertdialog')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(entry).toBeHidden()
})

test('a call is held, keys are pressed in it, and it is handed to a colleague after a word with them', async ({
  signIn,
}) => {
  const [lena, desk, colleague] = [
    await newHandset(`Lena Fischer ${process.pid}`),
    await newHandset(),
    await newHandset(),
  ]
  // A number of its own: other tests change who answers the main one.
  const { items } = await askApi<{ items: { phoneNumber: string }[] }>('numbers/available?areaCode=312')
  const ours = items[0]!.phoneNumber
  const { id } = await askApi<{ id: string }>('numbers', { phoneNumber: ours })
  await askApi(`numbers/${id}`, { answer: { transferTo: desk.phoneNumber } }, 'PATCH')
  const { callSid } = await lena.call(ours)
  await pickUp(desk.phoneNumber)
  const page = await signIn('agent', { at: `/calls/${callSid}` })
  const call = page.getByRole('article', { name: 'Call' })
  const bar = page.getByRole('region', { name: 'Phone', exact: true })
  await call.getByRole('button', { name: 'Keys' }).click()
  const sent = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok())
  await page.keyboard.press('4')
  await expect(page.getByLabel('Keys pressed')).toHaveValue('4')
  // The call had no room before: it is prepared, and then the key is sent.
  await sent
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await call.getByRole('button', { name: 'Hold' }).click()
  await expect(bar).toContainText('On hold')
  await call.getByRole('button', { name: 'Take off hold' }).click()
  await expect(bar).not.toContainText('On hold')
  await call.getByRole('button', { name: 'Transfer' }).click()
  await page.getByLabel('To', { exact: true }).fill(colleague.phoneNumber)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(call.getByRole('region', { name: 'Transfer' })).toContainText('hears music')
  await pickUp(colleague.phoneNumber)
  await expectAccessibleInEveryLook(page)
  await expect(async () => {
    await call.getByRole('button', { name: 'Hand over' }).click()
    await expect(call.getByRole('region', { name: 'Transfer' })).toBeHidden({ timeout: 3_000 })
  }).toPass()
  await expect(bar).toContainText('In progress')
  await page.setViewportSize({ width: 1440, height: 900 })
  await call.getByLabel('What came of it').fill('Interview booked')
  await call.getByLabel('Notes').fill('Monday at ten.')
  await call.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText('Interview booked')
  await lena.hangUp(callSid)
  await expect(bar.getByRole('button', { name: 'Hang up' })).toHaveCount(0)
})

/** Answers what rings there and presses 1. */
async function pickUp(phoneNumber: string) {
  type Leg = { callSid: string; status: string }
  const ringing = async () => (await askEmulator<Leg[]>(`phones/${encodeURIComponent(phoneNumber)}/calls`))[0]
  await expect.poll(async () => (await ringing())?.status, { timeout: 20_000 }).toBe('ringing')
  const { callSid } = (await ringing())!
  await askEmulator(`calls/${callSid}/answer`, {})
  type Listening = { waitingFor: string | null }
  await expect
    .poll(async () => (await askEmulator<Listening>(`calls/${callSid}`)).waitingFor, { timeout: 20_000 })
    .toBe('gather')
  await askEmulator(`calls/${callSid}/digits`, { digits: '1' })
}
