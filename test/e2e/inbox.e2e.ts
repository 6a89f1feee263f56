import { expect, test, type Page } from '@playwright/test'
import { newHandset, signedInPage } from '../helpers/e2e-people'
import { expectAccessible } from '../helpers/expect-accessible'

const thread = (page: Page) => page.getByRole('region', { name: 'Texts', exact: true })
const rowOf = (page: Page, words: string) =>
  page.getByRole('list', { name: 'Conversations' }).getByRole('link').filter({ hasText: words })
const composer = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })
const openWith = async (page: Page, phoneNumber: string) => {
  await page.goto(`/messages/new?to=${encodeURIComponent(phoneNumber)}`)
  await expect(page).toHaveURL(/\/messages\/[0-9a-f]{8}-/)
  await expect(composer(page)).toBeVisible()
}

test('two recruiters answering one candidate: each sees the other write, and only one answer goes out', async ({
  browser,
}) => {
  const dana = await newHandset('Dana Twice')
  await dana.text('Is the nurse job still open?')
  const [maria, tom] = await Promise.all([
    signedInPage(browser, 'agent', { name: 'Maria Lopez' }),
    signedInPage(browser, 'agent', { name: 'Tom Reed' }),
  ])
  // Maria's answer does not reach Tom's screen: his page hears nothing while he writes.
  await tom.route('**/api/twilio/sync**', (route) => route.abort())
  await openWith(maria, dana.phoneNumber)
  await openWith(tom, dana.phoneNumber)
  await expect(maria.getByText('Tom is reading')).toBeVisible()
  await composer(tom).fill('Yes, it is open. Shall we talk?')
  await expect(maria.getByText('Tom is writing…')).toBeVisible()
  await composer(maria).fill('It is! Are you free at ten?')
  await composer(maria).press('Enter')
  await expect(thread(maria).getByText('Delivered')).toBeVisible()
  await composer(tom).press('Enter')
  const dialog = tom.getByRole('alertdialog', { name: 'Maria Lopez has answered already' })
  await expect(dialog).toContainText('Your text was not sent.')
  await expect(dialog).toContainText('It is! Are you free at ten?')
  await expect(dialog).toContainText('Yes, it is open. Shall we talk?')
  await expectAccessible(tom)
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await expect(composer(tom)).toHaveValue('Yes, it is open. Shall we talk?')
  await expect(thread(tom)).toContainText('It is! Are you free at ten?')
  const received = async () => (await dana.received()).map((text) => text.body)
  expect(await received()).toContain('It is! Are you free at ten?')
  expect(await received()).not.toContain('Yes, it is open. Shall we talk?')

  await composer(maria).fill('Or at eleven?')
  await composer(maria).press('Enter')
  await expect(thread(maria).getByText('Delivered')).toHaveCount(2)
  await composer(tom).fill('And bring your licence, please.')
  await composer(tom).press('Enter')
  await dialog.getByRole('button', { name: 'Send anyway' }).click()
  await expect(dialog).toBeHidden()
  await expect(composer(tom)).toHaveValue('')
  await expect.poll(received).toContain('And bring your licence, please.')
  await maria.context().close()
  await tom.context().close()
})

test('a conversation is noted, mentioned, assigned, set aside and done by keyboard, and the colleague is told', async ({
  browser,
}) => {
  const evil = '<img src=x onerror="window.hacked=1">'
  const kim = await newHandset(`Kim ${evil}`)
  await kim.text(`I am late ${evil}`)
  const page = await signedInPage(browser, 'agent', { name: 'Ada Byron' })
  const colleague = await signedInPage(browser, 'agent', { name: `Bo ${evil}` })
  await openWith(page, kim.phoneNumber)
  await expect(thread(page)).toContainText(`I am late ${evil}`)

  await page.getByRole('heading', { level: 2 }).click()
  await page.keyboard.press('n')
  const note = page.getByRole('textbox', { name: 'Note' })
  await expect(note).toBeFocused()
  await page.keyboard.type('Please call back, @bo')
  await expect(page.getByRole('list', { name: 'Colleagues' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(note).toHaveValue(`Please call back, @Bo ${evil} `)
  await page.keyboard.type(`today ${evil}`)
  await page.keyboard.press('Enter')
  await expect(thread(page)).toContainText(`Please call back, @Bo ${evil} today ${evil}`)
  await expectAccessible(page)

  await colleague.goto('/messages')
  await colleague.getByRole('button', { name: /^Mentions/ }).click()
  await colleague
    .getByRole('list', { name: 'Mentions' })
    .getByRole('link')
    .filter({ hasText: 'Please call back' })
    .click()
  await expect(thread(colleague)).toContainText('Please call back')
  await expect(colleague.getByRole('button', { name: 'Mentions', exact: true })).toBeVisible()

  await page.getByRole('heading', { level: 2 }).click()
  await page.keyboard.press('a')
  await page.getByRole('menuitemcheckbox', { name: 'Me' }).click()
  await expect(thread(page)).toContainText('You assigned it to yourself')
  await page.getByRole('button', { name: /^Mine/ }).click()
  await expect(rowOf(page, 'Kim')).toBeVisible()
  await page.keyboard.press('s')
  await page.getByRole('menuitem', { name: 'In three hours' }).click()
  await expect(page.getByText(/^Snoozed until/).first()).toBeVisible()
  await expect(rowOf(page, 'Kim')).toHaveCount(0)
  await kim.text('Hello?')
  await expect(rowOf(page, 'Hello?')).toBeVisible()
  await rowOf(page, 'Hello?').focus()
  await page.keyboard.press('e')
  await expect(rowOf(page, 'Hello?')).toHaveCount(0)
  // It slides in; a person would wait for it, too.
  const toast = page.getByRole('listitem').filter({ hasText: /^Done/ })
  await toast.getByRole('button', { name: 'Undo' }).dispatchEvent('click')
  await expect(rowOf(page, 'Hello?')).toBeVisible()
  for (const each of [page, colleague]) expect(await each.evaluate(() => 'hacked' in window)).toBe(false)
  await colleague.context().close()
})

test('a word, a name and a number are searched for, and a found text opens where it stands', async ({ browser }) => {
  const noor = await newHandset('Noor Haddad')
  const word = `quokka${noor.phoneNumber.slice(-4)}`
  await noor.text(`The ${word} interview was fine`)
  for (let n = 0; n < 3; n += 1) await noor.text(`line ${n}`)
  const { callSid } = await noor.call()
  await noor.hangUp(callSid)
  const page = await signedInPage(browser, 'agent')
  await page.goto('/messages')
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(word.slice(0, -1))
  const hits = page.getByRole('list', { name: 'Texts and notes' })
  await expect(hits.getByRole('link')).toHaveCount(1)
  await expect(hits.locator('mark')).toHaveText(word)
  await hits.getByRole('link').click()
  await expect(thread(page).getByText(`The ${word} interview was fine`)).toBeInViewport()
  await expect(thread(page)).toContainText(/Missed call|Call from them/)
  await page.getByRole('searchbox').fill('noor hadd')
  await expect(rowOf(page, 'Noor Haddad').first()).toBeVisible()
  await page.getByRole('searchbox').fill(`(415) ${noor.phoneNumber.slice(5, 8)}-${noor.phoneNumber.slice(8)}`)
  await expect(rowOf(page, 'Noor Haddad')).toHaveCount(1)
  await expectAccessible(page)
})
