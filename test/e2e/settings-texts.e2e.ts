import { readFile } from 'node:fs/promises'
import { expect, type BrowserContext, type Page } from '@playwright/test'
import { askApi, newHandset, signedInPage } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'

let context: BrowserContext
let page: Page
const hostile = '<img src=x onerror=alert(1)>'

test.beforeAll(async ({ browser }) => {
  page = await signedInPage(browser, 'agent', { name: 'Robin Ames' })
  context = page.context()
  page.on('dialog', (dialog) => {
    throw new Error(`a script ran: ${dialog.message()}`)
  })
})
test.afterAll(() => context.close())

test('a template is written with a preview, changed, restored and put away', async () => {
  const lena = await newHandset('Lena Osei')
  const name = `Interview ${lena.phoneNumber.slice(-4)} ${hostile}`
  await page.goto('/settings/templates')
  await page.getByRole('button', { name: 'Add a template' }).click()
  const editor = page.getByRole('dialog', { name: 'Add a template' })
  await editor.getByLabel('Name', { exact: true }).fill(name)
  await editor.getByLabel('Text', { exact: true }).fill(`Hi , your interview is {{ day }}. ${hostile}`)
  await editor.getByLabel('Text', { exact: true }).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 3))
  await editor.getByRole('button', { name: 'contact.first_name' }).click()
  await expect(editor.getByLabel('Text', { exact: true })).toHaveValue(/^Hi \{\{ contact\.first_name \}\}, your/)
  const preview = editor.getByRole('region', { name: 'Preview' })
  await preview.getByLabel('As it reaches').fill('Lena Osei')
  await expect(preview).toContainText('“day” is missing')
  await preview.getByLabel('day').fill('on Monday')
  await expect(preview).toContainText(`Hi Lena, your interview is on Monday. ${hostile}`)
  await expect(preview).toContainText('1 segment')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toBeHidden()

  await page.getByLabel('Find a template').fill(name)
  const row = page.getByRole('list', { name: 'Templates' }).getByRole('listitem')
  await expect(row).toHaveCount(1)
  await row.getByRole('button', { name: `Edit ${name}` }).click()
  const again = page.getByRole('dialog', { name: 'Edit the template' })
  await again.getByLabel('Text', { exact: true }).fill('Hi {{ contact.first_name }}, see you.')
  await again.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('see you')
  await row.getByRole('button', { name: `Edit ${name}` }).click()
  const versions = again.getByRole('list', { name: 'Versions' })
  await expect(versions.locator('ins')).toContainText(['see', 'you.'])
  await expect(versions).toContainText('You')
  await versions.getByRole('button', { name: 'Restore version 1' }).click()
  await expect(row).toContainText('your interview is')
  await expect(row).toContainText('version 3')

  await row.getByRole('button', { name: `Put ${name} away` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Put away' }).click()
  await expect(page.getByText('No template has')).toBeVisible()
})

test('a contact gets tags and an address, and is found by a tag', async () => {
  const { phoneNumber } = await newHandset('Otis Bell')
  const tag = `welder-${phoneNumber.slice(-4)} ${hostile}`
  await page.goto('/contacts?q=Otis+Bell')
  await page
    .getByRole('button', { name: /^Otis Bell/ })
    .first()
    .click()
  const form = page.getByRole('dialog', { name: 'Contact' })
  await form.getByLabel('E-mail').fill('otis@example.com')
  await form.getByLabel('Tags', { exact: true }).fill(tag)
  await form.getByLabel('Tags', { exact: true }).press('Enter')
  await form.getByLabel('State').fill('TX')
  await form.getByLabel('Country').fill('us')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  await page.goto('/contacts')
  await page.getByLabel('Tag', { exact: true }).selectOption(tag)
  const list = page.getByRole('list', { name: 'Contacts' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText('Otis Bell')
  await expect(list).toContainText(tag)
})

test('a CSV file of contacts is imported, and its bad rows are saved harmlessly', async () => {
  await page.goto('/contacts')
  await page.getByRole('button', { name: 'Import contacts' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import contacts' })
  await expect(dialog).toContainText('At most 1 MB and 20,000 rows')
  const last = String(Math.floor(Math.random() * 900) + 1000)
  const csv = `name,phone,Shoe size\n${hostile} ${last},(212) 555-${last},38\n"=HYPERLINK(""x"")",12,40\n`
  await dialog
    .getByLabel('CSV file')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(dialog).toContainText('1 added, 0 brought up to date.')
  await expect(dialog).toContainText('left out: Shoe size')
  await expect(dialog).toContainText('Line 3:')
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save these rows' }).click()
  const saved = await readFile(await (await saving).path(), 'utf8')
  expect(saved).toBe(
    'name,phone,Shoe size,line,why it was not taken\r\n' +
      `"'=HYPERLINK(""x"")",12,40,3,“12” is a number that nobody can have.\r\n`,
  )
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByLabel('Find a name or number').fill(`${hostile} ${last}`)
  await expect(page.getByRole('list', { name: 'Contacts' })).toContainText(hostile)
})

test('the ledger is searched, written and exported; a refusal in plain words is decided', async () => {
  const ines = await newHandset('Ines Abara')
  await ines.text('please stop texting me')
  await page.goto('/settings/opt-outs')
  const waiting = page
    .getByRole('list', { name: 'Possible refusals' })
    .getByRole('listitem')
    .filter({ hasText: ines.phoneNumber.slice(-4) })
  await expect(waiting.locator('mark')).toContainText('stop texting me')
  await waiting.getByRole('button', { name: 'Opt out' }).click()
  await expect(waiting).toBeHidden()
  await page.getByLabel('Find a number').fill(ines.phoneNumber)
  const ledger = page.getByRole('list', { name: 'Ledger' }).getByRole('listitem')
  await expect(ledger).toHaveCount(1)
  await expect(ledger).toContainText('please stop texting me')

  await page.getByRole('button', { name: 'Write down' }).click()
  const form = page.getByRole('dialog', { name: 'Write down an opt-out' })
  await form.getByLabel('They').selectOption('agreed to texts again')
  await form.getByRole('button', { name: 'Write down' }).click()
  await expect(form).toBeVisible()
  await form.getByLabel('In these words').fill(`=HYPERLINK("x") ${hostile}`)
  await form.getByRole('button', { name: 'Write down' }).click()
  await expect(ledger).toHaveCount(2)
  await expect(ledger.first()).toContainText('Opted in')
  await expect(ledger.first()).toContainText(hostile)
  await expect(ledger.first()).toContainText('entered by hand · You')
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export this number' }).click()
  const saved = await readFile(await (await saving).path(), 'utf8')
  expect(saved).toContain(`"'=HYPERLINK(""x"") ${hostile}"`)
  expect(saved.trim().split('\r\n')).toHaveLength(3)

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`/messages/new?to=${encodeURIComponent(ines.phoneNumber)}`)
  const panel = page.getByRole('complementary', { name: 'Contact' }).getByRole('region', { name: 'Opt-outs' })
  await expect(panel).toContainText('Opted in')
  await expect(panel.getByRole('link', { name: 'Export' })).toHaveAttribute('href', /phoneNumber=/)
  expect(await askApi(`contacts?phoneNumber=${encodeURIComponent(ines.phoneNumber)}`)).toBeTruthy()
})
