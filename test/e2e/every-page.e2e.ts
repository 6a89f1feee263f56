import { expect, type BrowserContext, type Page } from '@playwright/test'
import { askApi, newHandset, signedInPage } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'
import { expectAccessible, expectAccessibleInEveryLook } from '../helpers/expect-accessible'

const pages = [
  '/',
  '/calls',
  '/messages',
  '/messages/new',
  '/contacts',
  '/recordings',
  '/waiting',
  '/flows',
  '/attention',
  '/settings/numbers',
  '/settings/rules',
  '/settings/recording',
  '/settings/calls',
  '/settings/templates',
  '/settings/opt-outs',
  '/settings/keywords',
  '/settings/suggestions',
]

async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

/** What somebody may write who means harm: it must be read as words, wherever it stands. */
const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`

/** Words of that kind in names, texts, tags, notes, templates, keywords, the ledger and a text for later. */
async function hostileData() {
  const mallory = await newHandset(`Mallory ${hostile}`)
  await mallory.text(`Hello ${hostile}`)
  const threads = `messages/conversations?q=${encodeURIComponent(mallory.phoneNumber)}`
  const find = async () => (await askApi<{ items: { id: string }[] }>(threads)).items[0]?.id
  await expect.poll(find).toBeDefined()
  await askApi(`messages/conversations/${await find()}/notes`, { body: `Careful: ${hostile}` })
  const { items: people } = await askApi<{ items: { id: string }[] }>(
    `contacts?phoneNumber=${encodeURIComponent(mallory.phoneNumber)}`,
  )
  await askApi(`contacts/${people[0]!.id}`, { tags: ['<b>tag</b>'] }, 'PATCH')
  const mark = mallory.phoneNumber.slice(-4)
  await askApi('sms/templates', { name: `Template ${mark} ${hostile}`, body: `Body ${hostile}` })
  await askApi('sms/keywords', {
    name: `Rule ${mark} ${hostile}`,
    match: 'exact',
    words: [`<i>${mark}</i>`],
    replyBody: hostile,
  })
  await askApi('sms/opt-outs', { phoneNumber: '+14155551999', words: hostile })
  await askApi('messages', {
    to: mallory.phoneNumber,
    body: `Later ${hostile}`,
    sendAt: new Date(Date.now() + 86_400_000).toISOString(),
  })
}

/** In the browser: what ran of it, and what became an element. */
const harm = () => [
  Reflect.get(window, 'hacked') === undefined,
  document.querySelectorAll('img[src="x"], script:not([src]):not([type])').length,
]

async function someData() {
  const aiko = await newHandset('Aiko Tanaka')
  await aiko.text('My references: Jun Mori and Clara Voss.')
  const { callSid } = await aiko.call()
  await aiko.hangUp(callSid)
  return aiko
}

const openFirstCall = async (page: Page) => {
  await page.getByRole('list', { name: 'Calls' }).getByRole('link').first().click()
  await expect(page.getByRole('article', { name: 'Call' })).toBeVisible()
}
const openConversation = (page: Page) =>
  expect(page.getByRole('region', { name: 'Texts' })).toContainText('My references')

test.describe('every page can be read by everybody, light and dark, 1440 and 375 pixels wide', () => {
  let phoneNumber: string
  let context: BrowserContext | undefined
  let page: Page

  test.beforeAll(async ({ browser }) => {
    await hostileData()
    phoneNumber = (await someData()).phoneNumber
    page = await signedInPage(browser, 'supervisor')
    context = page.context()
  })
  test.afterAll(() => context?.close())

  const visits: { name: string; path: () => string; open?: (page: Page) => Promise<void> }[] = [
    ...pages.map((path) => ({ name: path, path: () => path })),
    { name: 'a call', path: () => '/calls', open: openFirstCall },
    {
      name: 'a conversation',
      path: () => `/messages/new?to=${encodeURIComponent(phoneNumber)}`,
      open: openConversation,
    },
  ]
  for (const [index, { name, path, open }] of visits.entries()) {
    test(name, async () => {
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      // Each comes first in another look, so that all four are also loaded and not only switched to.
      await page.emulateMedia({ colorScheme: index % 2 === 0 ? 'light' : 'dark' })
      await page.setViewportSize({ width: index % 4 < 2 ? 1440 : 375, height: 800 })
      await page.goto(path())
      await open?.(page)
      await settled(page)
      await expectAccessibleInEveryLook(page)
      expect(complaints).toEqual([])
      expect(await page.evaluate(harm), 'hostile words were read as words').toEqual([true, 0])
    })
  }
})

test('on a phone one pane at a time, the navigation under the thumb', async ({ signIn }) => {
  const aiko = await someData()
  const page = await signIn('agent', { viewport: { width: 375, height: 760 }, hasTouch: true })
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

test('the dialogs can be read by everybody', async ({ signIn }) => {
  const page = await signIn('agent')
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

test('a viewer sees everything and is told why nothing can be done', async ({ signIn }) => {
  const aiko = await someData()
  const page = await signIn('viewer', { at: '/messages' })
  const conversation = page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('link')
    .filter({ hasText: 'My references' })
  await conversation.first().click()
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  // The thread may still grow under the pointer, which then hovers over something else.
  await expect(async () => {
    await page.mouse.move(0, 0)
    await send.hover()
    await expect(page.getByRole('tooltip')).toContainText('Your role (viewer) does not allow this.', { timeout: 2_000 })
  }).toPass()
  await page.goto('/calls')
  const call = page.getByRole('main').getByRole('button', { name: 'Call', exact: true })
  await expect(call).toHaveAttribute('aria-disabled', 'true')
  await call.click({ force: true })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Attention' })).toHaveCount(0)
  expect(aiko.phoneNumber).toBeTruthy()
})
