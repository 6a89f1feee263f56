import { expect, test, type Page } from '@playwright/test'
import { newHandset, signedInPage } from '../helpers/e2e-people'
import { expectAccessible } from '../helpers/expect-accessible'

const pages = ['/', '/calls', '/messages', '/messages/new', '/contacts', '/attention', '/settings/numbers']

async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

async function someData() {
  const aiko = await newHandset('Aiko Tanaka')
  await aiko.text('My references: Jun Mori and Clara Voss.')
  const { callSid } = await aiko.call()
  await aiko.hangUp(callSid)
  return aiko
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 375]) {
    test(`every page can be read by everybody, ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
      // Ten pages, each read by axe.
      test.slow()
      const aiko = await someData()
      const page = await signedInPage(browser, 'supervisor', { colorScheme, viewport: { width, height: 800 } })
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      for (const path of pages) {
        await page.goto(path)
        await settled(page)
        await expectAccessible(page)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, `${path} is as wide as the screen`).toBeLessThanOrEqual(0)
      }
      await page.goto(`/messages/new?to=${encodeURIComponent(aiko.phoneNumber)}`)
      await expect(page.getByRole('region', { name: 'Texts' })).toContainText('My references')
      await settled(page)
      await expectAccessible(page)
      await page.goto('/calls')
      await page.getByRole('list', { name: 'Calls' }).getByRole('link').first().click()
      await expect(page.getByRole('article', { name: 'Call' })).toBeVisible()
      await settled(page)
      await expectAccessible(page)
      expect(complaints).toEqual([])
    })
  }
}

test('on a phone one pane at a time, the navigation under the thumb', async ({ browser }) => {
  const aiko = await someData()
  const page = await signedInPage(browser, 'agent', { viewport: { width: 375, height: 760 }, hasTouch: true })
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /Messages/ })
    .tap()
  const list = page.getByRole('list', { name: 'Conversations' })
  await list.getByRole('link').filter({ hasText: 'Aiko Tanaka' }).first().tap()
  await expect(page.getByRole('region', { name: 'Texts' })).toBeVisible()
  await expect(list).toBeHidden()
  await page.getByRole('link', { name: 'Back to the conversations' }).tap()
  await expect(list).toBeVisible()
  await page.getByRole('button', { name: 'More' }).tap()
  await page.getByRole('menuitem', { name: 'Dial pad' }).tap()
  await expect(page.getByRole('dialog', { name: 'Call' })).toBeVisible()
  await expectAccessible(page)
  expect(aiko.phoneNumber).toMatch(/^\+1415555/)
})

test('the dialogs can be read by everybody', async ({ browser }) => {
  const page = await signedInPage(browser, 'agent')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Search or go to' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.type('add contact')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'New contact' })).toBeVisible()
  await expectAccessible(page)
})

test('a viewer sees everything and is told why nothing can be done', async ({ browser }) => {
  const aiko = await someData()
  const page = await signedInPage(browser, 'viewer')
  await page.goto('/messages')
  const conversation = page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('link')
    .filter({ hasText: 'My references' })
  await conversation.first().click()
  const send = page.getByRole('button', { name: 'Send' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await send.hover()
  await expect(page.getByRole('tooltip')).toContainText('Your role (viewer) does not allow this.')
  await page.goto('/calls')
  const call = page.getByRole('main').getByRole('button', { name: 'Call', exact: true })
  await expect(call).toHaveAttribute('aria-disabled', 'true')
  await call.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Attention' })).toHaveCount(0)
  expect(aiko.phoneNumber).toBeTruthy()
})
