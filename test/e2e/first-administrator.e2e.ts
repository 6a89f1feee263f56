import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { expectAccessible } from '../helpers/expect-accessible'
import { readE2eStack } from '../helpers/e2e-stack'

// One story in chapters: the link that makes the first administrator works once.
test.describe.configure({ mode: 'serial' })

let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext({ baseURL: readE2eStack().appUrl })
  page = await context.newPage()
})

test.afterAll(() => context.close())

test('the first administrator comes in by the link that was printed', async () => {
  await page.goto(readE2eStack().firstAdminUrl)
  await expect(page.getByRole('heading', { name: 'Welcome to EVA' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Your name').fill('Maya Brandt')
  await page.getByLabel('E-mail').fill('maya@firm.example')
  await page.getByLabel('Password').fill('a quiet morning in november')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Maya Brandt/ })).toBeVisible()
})

test('signs out, is told of a wrong password, and signs in again', async () => {
  await page.getByRole('button', { name: /^Maya Brandt/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('E-mail').fill('maya@firm.example')
  await page.getByLabel('Password').fill('not my password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('do not belong together')
  await page.getByLabel('Password').fill('a quiet morning in november')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
})

test('says what callers hear', async () => {
  await page.goto('/settings/numbers')
  await page.getByLabel('Greeting', { exact: true }).fill('Good morning, this is The Well.')
  await page.getByLabel('Transfer calls to').fill('415 555 0177')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('is saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Greeting', { exact: true })).toHaveValue('Good morning, this is The Well.')
  await expect(page.getByLabel('Transfer calls to')).toHaveValue('(415) 555-0177')
  await expectAccessible(page)
})

test('says which phone is theirs, who is rung at which hours, and what is texted to whom nobody answered', async () => {
  await page.getByRole('button', { name: /^Maya Brandt/ }).click()
  await page.getByRole('menuitem', { name: 'Your phone' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your phone' })
  await dialog.getByLabel('Phone number').fill('nonsense')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Write a whole number')
  await dialog.getByLabel('Phone number').fill('(415) 555-0142')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()

  const form = page.locator('form').first()
  await form.getByRole('radio', { name: 'In turn' }).click()
  await form.getByRole('button', { name: 'Add a person' }).click()
  await form.getByLabel('Person 2').selectOption({ label: 'Maya Brandt' })
  await form.getByRole('button', { name: 'Ring number 2 earlier' }).click()
  await expect(form.getByLabel('Number 2', { exact: true })).toHaveValue('(415) 555-0177')
  await form.getByLabel('Ring the recruiter first whom the caller knows').check()
  await form.getByLabel('Put callers through at business hours only').check()
  await form.getByLabel('Time zone').fill('America/New_York')
  await form.getByLabel('Holidays').fill('12-25,')
  await form.getByLabel('At other times').selectOption('goodbye')
  await form.getByLabel('Greeting when closed').fill('We are asleep.')
  await form.getByLabel('Text callers who reached nobody').check()
  await form.getByLabel('Text to missed callers').fill('Sorry, {{ contact.first_name | default: "there" }}!')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('is saved.').first()).toBeVisible()

  await page.reload()
  await expect(form.getByLabel('Number 2', { exact: true })).toHaveValue('(415) 555-0177')
  await expect(form.getByLabel('Greeting when closed')).toHaveValue('We are asleep.')
  await expect(form.getByLabel('Holidays')).toHaveValue('12-25')
  await form.getByRole('radio', { name: 'One number' }).click()
  await form.getByLabel('Put callers through at business hours only').uncheck()
  await form.getByLabel('Text callers who reached nobody').uncheck()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('is saved.').first()).toBeVisible()
})

test('invites a colleague by a link and changes what they may do', async () => {
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByLabel('Name').fill('Ines Okafor')
  await page.getByLabel('E-mail').fill('ines@firm.example')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  expect(link).toContain('/welcome?token=')
  await page.getByRole('button', { name: 'Done' }).click()

  const row = page.getByRole('row', { name: /Ines Okafor/ })
  await expect(row).toContainText('Invited')
  await row.getByLabel('Role of Ines Okafor').selectOption('supervisor')
  await expect(row.getByLabel('Role of Ines Okafor')).toHaveValue('supervisor')
  await row.getByRole('button', { name: 'More for Ines Okafor' }).click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click()
  await expect(row).toContainText('Disabled')
  await expectAccessible(page)
})

test('makes a key for a program, sees it once, and revokes it', async () => {
  await page.getByRole('link', { name: 'API keys' }).click()
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByLabel('Name').fill('Nightly import')
  await page.getByRole('button', { name: 'Make the key' }).click()
  const secret = await page.getByLabel('Key', { exact: true }).inputValue()
  const ask = () => fetch(`${readE2eStack().appUrl}/api/twilio/me`, { headers: { authorization: `Bearer ${secret}` } })
  expect((await ask()).status).toBe(200)
  await page.getByRole('button', { name: 'Done' }).click()

  const row = page.getByRole('row', { name: /Nightly import/ })
  await row.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toContainText('Revoked')
  expect((await ask()).status).toBe(401)
  await expectAccessible(page)
})

test('tries a change of the sending rules out before it is in force', async () => {
  await page.goto('/settings/rules')
  const most = page.getByLabel('Automatic messages to one person in a day')
  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled')
  await most.fill('4')
  await page.getByRole('button', { name: 'What would change?' }).click()
  await expect(page.getByRole('region', { name: 'What would change' })).toContainText('Nothing would change')
  const florida = page.getByRole('listitem').filter({ hasText: 'FL, USA' })
  await florida.getByText('FL, USA', { exact: true }).click()
  await florida.getByRole('checkbox', { name: 'Sundays' }).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The rules are in force.')).toBeVisible()
  await page.reload()
  await expect(most).toHaveValue('4')
  await expectAccessible(page)
})

test('the settings are as readable in the dark', async () => {
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const path of ['/settings/numbers', '/settings/people', '/settings/api-keys', '/attention']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expectAccessible(page)
  }
})
