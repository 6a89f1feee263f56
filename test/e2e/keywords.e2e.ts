import { expect } from '@playwright/test'
import { newHandset } from '../helpers/e2e-people'
import { test } from '../helpers/e2e-test'

test('a rule is written, tried, answers a text, and a refusal is decided in the conversation', async ({ signIn }) => {
  const ines = await newHandset('Ines Duarte')
  const word = `roles ${ines.phoneNumber.slice(-4)}`
  const page = await signIn('supervisor')
  await page.goto('/settings/keywords')
  await page.getByRole('button', { name: 'Add a rule' }).click()
  const editor = page.getByRole('dialog', { name: 'Add a rule' })
  await editor.getByLabel('Name').fill(`Open ${word}`)
  await editor.getByLabel('Words').fill('stop')
  await editor.getByLabel('Reply').fill('We look for nurses and welders.')
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor.getByRole('alert')).toContainText('Twilio answers STOP itself')
  await editor.getByLabel('Words').fill(word)
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toBeHidden()
  const rule = page
    .getByRole('list', { name: 'Rules' })
    .getByRole('listitem')
    .filter({ hasText: `Open ${word}` })
  await expect(rule).toContainText('We look for nurses and welders.')

  await page.getByLabel('If somebody texts').fill(word.toUpperCase())
  await page.getByRole('button', { name: 'Try', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'answers: We look for nurses' })).toBeVisible()

  await ines.text(word)
  await expect(page.getByRole('list', { name: 'Lately' })).toContainText('Answered')
  await expect
    .poll(async () => (await ines.received()).map((message) => message.body))
    .toContain('We look for nurses and welders.')
  // It changes when the server has answered.
  await rule.getByLabel(`Open ${word} is on`).click()
  await expect(rule.getByText('Off')).toBeVisible()

  await ines.text('Thanks, but please stop texting me')
  await page.goto(`/messages/new?to=${encodeURIComponent(ines.phoneNumber)}`)
  const question = page.getByRole('region', { name: 'A possible refusal' })
  await expect(question).toContainText('stop texting me')
  await question.getByRole('button', { name: 'Opt out' }).click()
  await expect(page.getByText('This person asked not to be texted.')).toBeVisible()
  await expect(question).toBeHidden()
})
