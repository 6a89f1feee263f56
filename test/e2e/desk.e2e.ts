import { expect } from '@playwright/test'
import { askApi, askEmulator, newHandset } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'
import { expectAccessible, expectAccessibleInEveryLook } from '../helpers/expect-accessible'

test('a greeting is made and left, and what a call came to is said when it ends', async ({ signIn }) => {
  const ada = await newHandset(`Ada Byron ${process.pid}`)
  await ada.onCall('answer')
  const page = await signIn('agent', { at: '/settings/calls' })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a greeting' })
  await dialog.getByLabel('Name').fill('First contact')
  await dialog.getByLabel('Words').fill('Hello, this is Robin. Please call me back.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('list', { name: 'Greetings' })).toContainText('First contact')
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true')

  await page.keyboard.press('c')
  const pad = page.getByRole('dialog', { name: 'Call' })
  await pad.getByLabel('Number to call').fill(ada.phoneNumber)
  await pad.getByRole('checkbox', { name: 'Notice answering machines' }).check()
  await expect(pad.getByLabel('When a machine answers')).toContainText('Then leave “First contact”')
  await pad.getByRole('checkbox', { name: 'Notice answering machines' }).uncheck()
  await pad.getByRole('button', { name: 'Call', exact: true }).click()
  const call = page.getByRole('article', { name: 'Call' })
  await expect(call).toContainText('In progress')
  await call.getByRole('button', { name: 'Leave a voicemail' }).click()
  await page.getByRole('menuitem', { name: 'First contact' }).click()
  await expect(call).toContainText('Left on their voicemail: First contact')
  await expect(call.getByLabel('What came of it')).toHaveValue('Left voicemail')
  await call.getByRole('button', { name: 'Hang up' }).click()
  await expect(call).toContainText('Completed')

  await call.getByRole('button', { name: 'Call again' }).click()
  await pad.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(call).toContainText('In progress')
  await call.getByRole('button', { name: 'Hang up' }).click()
  const after = page.getByRole('region', { name: 'After the call' })
  await expect(after).toContainText('Ada Byron')
  await after.getByRole('combobox').selectOption('Interview booked')
  await expect(after).toBeHidden()
  await expect(call.getByLabel('What came of it')).toHaveValue('Interview booked')
  await page.goto('/settings/calls')
  await expect(page.getByRole('list', { name: 'Greetings' })).toBeVisible()
  await expectAccessibleInEveryLook(page)
})

test('who waits for a call is seen live, taken and called; a call that reached nobody is tried again', async ({
  signIn,
}) => {
  const name = `Grace Hopper ${process.pid}`
  const grace = await newHandset(name)
  await grace.onCall('decline')
  const page = await signIn('agent', { at: '/waiting' })
  await page.keyboard.press('c')
  const pad = page.getByRole('dialog', { name: 'Call' })
  await pad.getByLabel('Number to call').fill(grace.phoneNumber)
  await pad.getByRole('checkbox', { name: 'Call again later' }).check()
  await pad.getByRole('button', { name: 'Call', exact: true }).click()
  const call = page.getByRole('article', { name: 'Call' })
  await expect(call).toContainText('Will be called again')
  await expectAccessible(page)
  await page.goto('/waiting')
  const retry = page
    .getByRole('region', { name: 'Calls to be tried again' })
    .getByRole('listitem')
    .filter({ hasText: name })
  await expect(retry).toContainText('The call was busy. First retry.')

  await askForCall(grace.phoneNumber)
  const wish = page.getByRole('region', { name: 'Call-backs' }).getByRole('listitem').filter({ hasText: name })
  await expect(wish).toContainText('Nobody yet')
  await wish.getByRole('button', { name: 'I will call' }).click()
  await expect(wish).toContainText('You will call')
  await expectAccessibleInEveryLook(page)
  await wish.getByRole('button', { name: 'Call them' }).click()
  await expect(pad.getByLabel('Number to call')).not.toHaveValue('')
  await pad.getByRole('checkbox', { name: 'Call again later' }).uncheck()
  await page.keyboard.press('Escape')
  await wish.getByRole('button', { name: 'Done' }).click()
  await expect(wish).toBeHidden()

  // By hand: whom by name or number, for when, what about; moved afterwards.
  await page.getByRole('button', { name: 'Call back', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Call back' })
  await form.getByLabel('Whom').fill(name)
  await expect(form.locator('datalist option')).toHaveText([name])
  await form.getByLabel('Whom').fill(grace.phoneNumber)
  await expect(form).toContainText(name)
  await form.getByRole('button', { name: 'In three hours' }).click()
  await form.getByLabel('What about').fill('The offer')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Write it down' }).click()
  await expect(wish).toContainText('The offer')
  await expect(wish).toContainText('You will call')
  await expect(wish).toContainText(/At .*\d:\d\d/)
  await expectAccessibleInEveryLook(page)
  await wish.getByRole('button', { name: 'Change' }).click()
  await page
    .getByRole('dialog', { name: /^Call back Grace/ })
    .getByRole('button', { name: 'Soon' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(wish).not.toContainText(/At .*\d:\d\d/)
  await wish.getByRole('button', { name: 'No call is needed' }).click()
  await expect(wish).toBeHidden()
  await retry.getByRole('button', { name: 'Cancel' }).click()
  await expect(retry).toBeHidden()
})

/** As the voicemail of a number of its own offers it. */
async function askForCall(from: string) {
  const { items } = await askApi<{ items: { phoneNumber: string }[] }>('numbers/available?areaCode=212')
  const { phoneNumber } = items[0]!
  const number = await askApi<{ id: string }>('numbers', { phoneNumber })
  const answer = { callBack: true, transferTo: null, voicemailGreeting: 'Oh.' }
  await askApi(`numbers/${number.id}`, { answer }, 'PATCH')
  const path = `phones/${encodeURIComponent(from)}/calls`
  const { callSid } = await askEmulator<{ callSid: string }>(path, { to: phoneNumber })
  const waitingFor = async () => (await askEmulator<{ waitingFor: string | null }>(`calls/${callSid}`)).waitingFor
  await expect.poll(waitingFor).toBe('gather')
  await askEmulator(`calls/${callSid}/digits`, { digits: '1' })
  await askApi(
    `numbers/${number.id}?${new URLSearchParams({ confirm: phoneNumber, force: 'true' })}`,
    undefined,
    'DELETE',
  )
}
