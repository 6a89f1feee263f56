import { expect, type Page } from '@playwright/test'
import { askApi, askEmulator, newHandset, signedInPage } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'
import { expectAccessible, expectAccessibleInEveryLook } from '../helpers/expect-accessible'

let page: Page
/** A number of its own: other tests are answered on the main one. */
let ours: string

test.beforeAll(async ({ browser }) => {
  page = await signedInPage(browser, 'supervisor', { viewport: { width: 1440, height: 900 } })
  const { items } = await askApi<{ items: { phoneNumber: string }[] }>('numbers/available?areaCode=512')
  ours = (await askApi<{ phoneNumber: string }>('numbers', { phoneNumber: items[0]!.phoneNumber })).phoneNumber
})
const box = (name: string) => page.locator(`.react-flow__node[data-id="${name}"]`)
const panel = (name: string) => page.getByRole('complementary', { name, exact: true })

async function newFlow(name: string) {
  await page.goto('/flows')
  await page.getByRole('button', { name: 'New flow' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Make it' }).click()
  await expect(box('welcome')).toBeVisible()
}

const way = (event: string, next?: string) => ({ event, ...(next !== undefined && { next }) })

async function saved() {
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
}

test('a menu of three branches is drawn by mouse, tried, published, and a phone hears the same words', async () => {
  await newFlow('By mouse')
  await box('welcome').click()
  const kinds = panel('Kinds of steps')
  await kinds.getByRole('button', { name: 'Gather input' }).click()
  const step = panel('Step')
  await step.getByLabel('Say', { exact: true }).fill('Press one for jobs, two for interviews, three for pay.')
  await expect(step.getByLabel('Name', { exact: true })).toHaveValue('menu')
  await kinds.getByRole('button', { name: 'Split' }).click()
  await step.getByRole('button', { name: 'Insert a variable into Look at' }).click()
  await page.getByRole('menuitem', { name: 'widgets.menu.Digits' }).click()
  const answers = ['Here are the jobs.', 'Your interview is noted.', 'Pay comes on Friday.']
  for (const [index, words] of answers.entries()) {
    await page.getByRole('button', { name: 'Everything in view' }).click()
    await box('split').click()
    await step.getByRole('button', { name: 'Add a branch' }).click()
    await step.getByLabel(`Value of branch ${index + 1}`).fill(String(index + 1))
    await page.getByRole('button', { name: 'Everything in view' }).click()
    await kinds.getByRole('button', { name: 'Say or play' }).click()
    await step.getByLabel('Say', { exact: true }).fill(words)
    await box('split').click()
    await step.getByLabel(`Branch ${index + 1} leads to`).selectOption(index === 0 ? 'say' : `say_${index + 1}`)
  }
  await page.getByRole('button', { name: 'Arrange the steps' }).click()
  // The line is drawn: from “otherwise” back to the menu.
  await page.getByRole('button', { name: 'Everything in view' }).click()
  await box('split').locator('[data-handleid=noMatch]').dragTo(box('menu').locator('[data-handleid=in]'))
  await expect(step.getByLabel('Otherwise')).toHaveValue('menu')
  await saved()

  await page.getByRole('button', { name: 'Try it' }).first().click()
  const trial = panel('Try it')
  await trial.getByRole('button', { name: 'Call', exact: true }).click()
  await trial.getByRole('button', { name: 'Press 2' }).click()
  const transcript = trial.getByRole('list', { name: 'Transcript' })
  await expect(transcript).toContainText('Your interview is noted.')
  await expect(transcript).toContainText('The flow has ended.')
  await expectAccessible(page)
  const heard = ['Thank you for calling.', 'Press one for jobs, two for interviews, three for pay.', answers[1]!]
  await expect(transcript.getByRole('listitem')).toContainText([...heard.slice(0, 2), 'presses 2', heard[2]!])
  await trial.getByRole('button', { name: 'Save as a test' }).click()
  await trial.getByRole('button', { name: 'Tests', exact: true }).click()
  await panel('Tests').getByRole('button', { name: 'Run all' }).click()
  await expect(panel('Tests')).toContainText('Passed')

  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByLabel('What has changed').fill('The first menu')
  await page.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByText('Version 1 is published.')).toBeVisible()
  await panel('Tests').getByRole('button', { name: 'Versions', exact: true }).click()
  await expect(panel('Versions').getByRole('list', { name: 'Versions' })).toContainText('The first menu')
  await panel('Versions').getByRole('button', { name: 'Numbers', exact: true }).click()
  const calls = panel('Numbers').getByRole('checkbox', { name: /^Calls to \(512\)/ })
  // Checked once the server has it.
  await calls.click()
  await expect(calls).toBeChecked()

  const handset = await newHandset()
  const { callSid } = await handset.call(ours)
  type Call = { waitingFor: string | null; heard: { text?: string }[] }
  const call = () => askEmulator<Call>(`calls/${callSid}`)
  await expect.poll(async () => (await call()).waitingFor, { timeout: 20_000 }).toBe('gather')
  await askEmulator(`calls/${callSid}/digits`, { digits: '2' })
  await expect
    .poll(async () => (await call()).heard.flatMap(({ text }) => text ?? []), { timeout: 20_000 })
    .toEqual(heard)
  await page.getByRole('button', { name: 'Close the panel' }).click()
  await expectAccessibleInEveryLook(page)
})

test('the same menu by keyboard alone', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await newFlow('By keyboard')
  const step = panel('Step')
  const add = async (kind: string) => {
    await page.keyboard.press('a')
    await expect(page.getByRole('menu')).toBeVisible()
    // A menu forgets what was typed a second ago, which a busy machine may take between two keys.
    await expect(async () => {
      await page.keyboard.type(kind)
      await expect(page.getByRole('menuitem', { name: kind })).toBeFocused({ timeout: 1_500 })
    }).toPass()
    await page.keyboard.press('Enter')
    await expect(step).toBeVisible()
  }
  await box('welcome').focus()
  await add('Gather')
  await expect(box('menu')).toBeVisible()
  await box('menu').focus()
  await add('Split')
  await box('split').focus()
  for (const key of ['1', '2', '3']) {
    await box('split').focus()
    await page.keyboard.press('Enter')
    await step.getByRole('button', { name: 'Add a branch' }).press('Enter')
    await step.getByLabel(`Value of branch ${key}`).focus()
    await page.keyboard.type(key)
    await page.keyboard.press('Escape')
  }
  await box('split').focus()
  await page.keyboard.press('c')
  await expect(page.getByRole('combobox', { name: 'Lead to' })).toBeFocused()
  await page.keyboard.type('menu')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  const before = await box('split').boundingBox()
  await box('split').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await box('split').boundingBox())!.y).not.toBe(before!.y)
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(box('split_2')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(box('split_2')).toHaveCount(0)
  await saved()
})

test('a flow from Studio is brought in, found through, tested, called, compared; and two who edit lose nothing', async () => {
  await page.goto('/flows')
  await page.getByRole('button', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('From Studio')
  await dialog.getByLabel('Or its JSON').fill('{"states": 1}')
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  const fromStudio = {
    description: 'Asked',
    initial_state: 'ask',
    states: [
      {
        name: 'ask',
        type: 'make-http-request',
        properties: { method: 'GET', url: 'https://jobs.example.com/open' },
        transitions: [way('success', 'good'), way('failed', 'bad')],
      },
      {
        name: 'good',
        type: 'say-play',
        properties: { say: 'We have {{widgets.ask.parsed.jobs}} jobs.' },
        transitions: [],
      },
      { name: 'bad', type: 'say-play', properties: { say: 'Please call again.' }, transitions: [] },
    ],
  }
  await dialog.getByLabel('Or its JSON').fill(JSON.stringify(fromStudio))
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(box('good')).toBeVisible()
  await expect(dialog).toHaveCount(0)

  await page.keyboard.press('/')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('again')
  await expect(dialog.getByRole('option', { selected: true })).toContainText('bad')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(box('bad')).toBeFocused()

  await page.getByRole('button', { name: 'Try it' }).first().click()
  const trial = panel('Try it')
  await trial.getByText('Who, when, and what others answer').click()
  await trial.getByLabel('Answer to ask').selectOption('worked')
  await trial.getByLabel('What ask is told').fill('{"jobs": 7}')
  await trial.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(trial.getByRole('list', { name: 'Transcript' })).toContainText('We have 7 jobs.')
  await trial.getByRole('button', { name: 'Save as a test' }).click()
  await trial.getByRole('button', { name: 'Tests', exact: true }).click()
  const tests = panel('Tests')
  await tests.getByRole('button', { name: /^Change the test/ }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('Seven jobs')
  await dialog.getByLabel('Words of line 1').fill('We have 8 jobs.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await tests.getByRole('button', { name: 'Run all' }).click()
  await expect(tests).toContainText('“We have 8 jobs.” was not heard')
  await tests.getByRole('button', { name: 'Change the test Seven jobs' }).click()
  await dialog.getByLabel('Words of line 1').fill('We have 7 jobs.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await tests.getByRole('button', { name: 'Run all' }).click()
  await expect(tests).toContainText('Passed')

  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByText('Version 1 is published.')).toBeVisible()
  const handset = await newHandset()
  await tests.getByRole('button', { name: 'Try it', exact: true }).click()
  await panel('Try it').getByLabel('Call a phone').fill(handset.phoneNumber)
  await panel('Try it').getByRole('button', { name: 'Call it now' }).click()
  type Call = { callSid: string; status: string }
  const ringing = () => askEmulator<Call[]>(`phones/${encodeURIComponent(handset.phoneNumber)}/calls`)
  await expect.poll(async () => (await ringing())[0]?.status, { timeout: 20_000 }).toBe('ringing')
  await askEmulator(`calls/${(await ringing())[0]!.callSid}/decline`, {})

  await box('bad').click()
  await panel('Step').getByLabel('Say', { exact: true }).fill('Please call tomorrow.')
  await saved()
  await panel('Step').getByRole('button', { name: 'Versions', exact: true }).click()
  await panel('Versions').getByRole('button', { name: 'Compare' }).click()
  await expect(dialog.getByRole('list', { name: 'Changes' })).toContainText('Changed bad')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  // A colleague saves the same draft behind our back, so that the next change of ours is too late.
  const flowId = new URL(page.url()).pathname.split('/').at(-1)
  const { draftRevision } = await askApi<{ draftRevision: number }>(`ivr/flows/${flowId}`)
  await page.route(
    `**/ivr/flows/${flowId}/draft`,
    async (route) => {
      await askApi(`ivr/flows/${flowId}/draft`, { definition: fromStudio, revision: draftRevision }, 'PUT')
      await route.continue()
    },
    { times: 1 },
  )
  await box('bad').click()
  await panel('Step').getByLabel('Say', { exact: true }).fill('Please call on Monday.')
  await expect(dialog).toContainText('Somebody else has saved this flow')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
  await expect(panel('Step').getByLabel('Say', { exact: true })).toHaveValue('Please call on Monday.')
  await page.getByRole('button', { name: 'Choose whose' }).click()
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await expect(
    panel('Step')
      .or(page.getByText('Saved', { exact: true }))
      .first(),
  ).toBeVisible()
  await box('bad').click()
  await expect(panel('Step').getByLabel('Say', { exact: true })).toHaveValue('Please call again.')
  await saved()
})
