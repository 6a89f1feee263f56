import { expect, test, type Page } from '@playwright/test'
import { askApi, newHandset, signedInPage } from '../helpers/e2e-people'
import { expectAccessible } from '../helpers/expect-accessible'

const field = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })
const thread = (page: Page) => page.getByRole('region', { name: 'Texts', exact: true })
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send', exact: true })
type Handset = Awaited<ReturnType<typeof newHandset>>
const isUntold = async (handset: Handset, own: string[] = []) =>
  expect((await handset.received()).map((text) => text.body)).toEqual(own)
const write = async (page: Page, phoneNumber: string) => {
  await page.goto(`/messages/new?to=${encodeURIComponent(phoneNumber)}`)
  await expect(field(page)).toBeVisible()
}

let page: Page
test.beforeAll(async ({ browser }) => {
  page = await signedInPage(browser, 'agent')
})
test.afterAll(() => page.context().close())

test('the character that makes a text two segments is named and repaired; emoji go only when told', async () => {
  const nina = await newHandset('Nina Okafor')
  await write(page, nina.phoneNumber)
  const long = 'that we would like to talk with you about the night shift at the clinic.'
  await field(page).fill(`It’s ${long}`)
  await expect(page.getByText('“’” makes this 2 segments instead of 1')).toBeVisible()
  await expect(page.getByText('2 segments · $0.025')).toBeVisible()
  await page.getByRole('button', { name: 'Use plain characters' }).click()
  await expect(field(page)).toHaveValue(`It's ${long}`)
  await expect(page.getByText('1 segment · $0.0125')).toBeVisible()
  await field(page).fill('See you 🎉 soon')
  await page.getByRole('button', { name: 'Remove 🎉' }).click()
  await expect(field(page)).toHaveValue('See you soon')
  await field(page).fill('')
})

test('a template is found by keyboard, filled with the person, and not sent while something is missing', async () => {
  const mark = String(Math.floor(Math.random() * 1e6))
  await askApi('sms/templates', {
    name: `Interview ${mark}`,
    body: 'Hi {{ contact.first_name }}, can you come at {{ interview_time }}?',
  })
  const omar = await newHandset('Omar Haddad')
  await omar.text('Is the job open?')
  await write(page, omar.phoneNumber)
  await expect(thread(page)).toContainText('Is the job open?')
  await field(page).press('/')
  await expect(page.getByRole('combobox', { name: 'Search the templates' })).toBeFocused()
  await page.keyboard.type(mark)
  await expect(page.getByText('Hi Omar, can you come at [interview_time]?')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('Hi Omar, can you come at [interview_time]?')
  await expect(page.getByLabel('Interview time')).toBeFocused()
  await sendButton(page).focus()
  await expect(page.getByRole('tooltip')).toContainText('Fill in first: Interview time.')
  await field(page).press('Enter')
  await isUntold(omar, ['Is the job open?'])

  // The words and what is open in them are still there after looking elsewhere.
  await page.getByRole('link', { name: 'Overview' }).first().click()
  await page.goBack()
  await page.getByLabel('Interview time').fill('9:30')
  await expect(field(page)).toHaveValue('Hi Omar, can you come at 9:30?')
  await page.getByLabel('Interview time').press('Enter')
  await field(page).press('Enter')
  await expect(thread(page).getByText('Delivered')).toBeVisible()
  expect((await omar.received()).map((text) => text.body)).toContain('Hi Omar, can you come at 9:30?')
})

test('a suggestion is put into the field and not sent', async () => {
  const lena = await newHandset('Lena Fox')
  await lena.text('Sounds great, tell me more')
  await write(page, lena.phoneNumber)
  const suggestion = page.getByRole('region', { name: 'Suggested reply' })
  await expect(suggestion).toContainText('Interested')
  await suggestion.getByRole('button', { name: 'Use' }).click()
  await expect(field(page)).toHaveValue(/Great to hear!/)
  await expect(suggestion).toBeHidden()
  await isUntold(lena, ['Sounds great, tell me more'])
  await field(page).fill('')
})

test('a text for later waits in the thread, is edited there and canceled', async () => {
  const zoe = await newHandset('Zoe Marsh')
  await zoe.text('Write to me tomorrow')
  await write(page, zoe.phoneNumber)
  await expect(thread(page)).toContainText('Write to me tomorrow')
  await field(page).fill('Good morning, Zoe')
  await page.getByRole('button', { name: 'Send later' }).click()
  await page.getByRole('menuitem', { name: 'Tomorrow morning' }).click()
  await expect(page.getByText(/^Goes out/)).toContainText('9:00 AM in Los Angeles')
  await field(page).focus()
  await expect(page.getByRole('tooltip')).toBeHidden()
  await expectAccessible(page)
  await field(page).press('Enter')
  const waiting = thread(page).getByRole('listitem').filter({ hasText: 'Good morning, Zoe' })
  await expect(waiting).toContainText('Waiting')
  await expect(waiting).toContainText('9:00 AM in Los Angeles')
  await expect(field(page)).toHaveValue('')
  await waiting.getByRole('button', { name: 'Edit this text' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit the waiting text' })
  await dialog.getByLabel('Text', { exact: true }).fill('Good morning')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const edited = thread(page)
    .getByRole('listitem')
    .filter({ hasText: /^Good morning(?!, Zoe)/ })
  await expect(edited).toBeVisible()
  await edited.getByRole('button', { name: 'Cancel this text' }).click()
  await page.getByRole('button', { name: 'Cancel the text' }).click()
  await expect(edited).toBeHidden()
  await isUntold(zoe, ['Write to me tomorrow'])
})

test('who opted out is named with the day before anything is sent', async () => {
  const ray = await newHandset('Ray Stone')
  await askApi('sms/opt-outs', { phoneNumber: ray.phoneNumber, kind: 'opted_out', words: 'Please do not text me' })
  await write(page, ray.phoneNumber)
  await field(page).fill('Hello Ray')
  await expect(page.getByRole('status').filter({ hasText: /Ray opted out of texts on \w+ \d+/ })).toBeVisible()
  await expect(sendButton(page)).toHaveAttribute('aria-disabled', 'true')
  await field(page).press('Enter')
  await isUntold(ray)
})
