import { expect } from '@playwright/test'
import sharp from 'sharp'
import { expectAccessible } from '../helpers/expect-accessible'
import { askEmulator, newHandset, ourNumber } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'

const draw = (background: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer()

test('pictures come and go with texts, are looked at in full, and are deleted with them', async ({ signIn }) => {
  const mona = await newHandset('Mona Reyes')
  const page = await signIn()
  page.on('dialog', (dialog) => expect(dialog.message(), 'nothing in a file’s name may run').toBe(''))
  const picture = await draw('#2f6f4f')
  await askEmulator(`phones/${encodeURIComponent(mona.phoneNumber)}/messages`, {
    to: await ourNumber(),
    body: 'My certificate',
    mediaUrls: [`data:image/jpeg;base64,${picture.toString('base64')}`],
  })
  await page.goto('/messages')
  await page.getByRole('list', { name: 'Conversations' }).getByRole('link').filter({ hasText: 'Mona Reyes' }).click()
  const thread = page.getByRole('region', { name: 'Texts' })
  const thumbnail = thread.getByRole('button', { name: 'Show Picture' })
  await expect(thumbnail).toBeVisible()
  await thumbnail.press('Enter')
  const viewer = page.getByRole('dialog')
  await expect(viewer.getByRole('img')).toHaveJSProperty('naturalWidth', 900)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(viewer).toBeHidden()
  await expect(thumbnail).toBeFocused()

  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles([
    { name: '<img src=x onerror=alert(1)>.jpg', mimeType: 'image/jpeg', buffer: await draw('#7a4a1f') },
    { name: 'cv.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04', 'latin1') },
  ])
  const attached = page.getByRole('list', { name: 'Attached files' })
  await expect(attached.getByRole('alert')).toContainText('Carriers do not deliver files of this kind.')
  await expectAccessible(page)
  await attached.getByRole('button', { name: 'Remove cv.zip' }).click()
  await page.getByLabel('Text', { exact: true }).fill('And the way to us')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(thread.getByRole('button', { name: 'Show _img src=x onerror=alert(1)_.jpg' })).toBeVisible()
  await expect(thread.getByText('Delivered')).toBeVisible()
  const [received] = await askEmulator<{ mediaUrls: string[] }[]>(
    `phones/${encodeURIComponent(mona.phoneNumber)}/messages`,
  )
  expect(received?.mediaUrls).toHaveLength(1)

  await thread.getByRole('button', { name: 'Delete this text' }).first().click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('dialog')).toContainText('What remains')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(thread.getByText('My certificate')).toBeHidden()
  await expect(thread.getByText('And the way to us')).toBeVisible()
})

test('words and files that are not sent yet stay while one looks elsewhere and over a reload, for their writer alone', async ({
  signIn,
}) => {
  const [ida, oto] = [await newHandset('Ida Stern'), await newHandset('Oto Stern')]
  await ida.text('Hi')
  await oto.text('Hello')
  const page = await signIn('agent', { at: '/messages' })
  const open = (name: string) =>
    page.getByRole('list', { name: 'Conversations' }).getByRole('link').filter({ hasText: name }).click()
  const words = page.getByLabel('Text', { exact: true })
  const files = page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')
  await open('Ida Stern')
  await words.fill('Half a thought 😀 שלום')
  const buffer = await draw('#334455')
  const pictures = Array.from({ length: 10 }, (_, index) => ({ name: `p${index}.jpg`, mimeType: 'image/jpeg', buffer }))
  await page.locator('input[type=file]').setInputFiles(pictures)
  await expect(files.locator('img')).toHaveCount(10)
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeInViewport()
  await open('Oto Stern')
  await expect(files).toHaveCount(0)
  await expect(words).toHaveValue('')
  await open('Ida Stern')
  await page.reload()
  await expect(words).toHaveValue('Half a thought 😀 שלום')
  await expect(files).toHaveCount(10)

  // Nothing of it is there for who signs in next.
  const kept = () => page.evaluate(() => JSON.stringify(sessionStorage))
  expect(await kept()).toContain('Half a thought')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Texts' }).getByText('Delivered')).toBeVisible()
  expect((await ida.received())[0]?.body).toBe('Half a thought 😀 שלום')
  await expect(files).toHaveCount(0)
  await words.fill('For my eyes')
  await page.getByRole('button', { name: /Robin agent/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(await kept()).not.toContain('For my eyes')
})
