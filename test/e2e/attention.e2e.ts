import { expect, test } from '@playwright/test'
import pg from 'pg'
import { newHandset, ourNumber, signedInPage } from '../helpers/e2e-people'
import { expectAccessible } from '../helpers/expect-accessible'
import { readE2eStack } from '../helpers/e2e-stack'

/** What fails on our side, in the database of this run. */
async function rows(sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: readE2eStack().databaseUrl })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

test('what fails is shown with its reason, is tried again or dismissed, and what was lost is told', async ({
  browser,
}) => {
  test.slow()
  const vera = await newHandset('Vera Lind')
  const page = await signedInPage(browser, 'supervisor')
  // A text and a call that never reached Twilio, and a text of Vera's that our side cannot write down.
  const to = vera.phoneNumber
  const failed = (id: string, kind: string, payload: object, retryAt: string | null) =>
    rows(
      `insert into failed_operations (id, kind, subject, reason, payload, status, automatic, retry_at, created_at, updated_at)
       values ($1::uuid, $2, $1::text, 'Twilio could not be reached, so nothing was sent.', $3, 'failed', true, $4, now(), now())`,
      [id, kind, payload, retryAt],
    )
  const from = await ourNumber()
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  await failed('01980000-0000-7000-8000-0000000000eb', 'message.send', { to, from, body: 'Are you free at ten?' }, null)
  await failed('01980000-0000-7000-8000-0000000000ec', 'call.place', { to, from }, inAnHour)
  await rows(`create function refuse_vera() returns trigger language plpgsql as
              $$ begin if new.from_number = '${to}' then raise exception 'broken'; end if; return new; end $$`)
  await rows(`create trigger refuse_vera before insert on twilio_messages for each row execute function refuse_vera()`)
  await vera.text('I can start in May.')
  await page.goto('/attention')
  const list = page.getByRole('list', { name: 'Failed operations' })
  const row = (title: string) => list.getByRole('listitem').filter({ hasText: title })
  await expect(row('Text not sent')).toContainText('“Are you free at ten?”')
  await expect(row('Call not placed')).toContainText('tries again by itself')
  const lost = row('Incoming text not taken in')
  await expect(lost).toContainText('Something went wrong on our side')

  // What nobody told us of.
  await rows(
    `insert into twilio_recoveries (id, recovered_at, texts, calls, recordings, first_at, last_at)
     values ('01980000-0000-7000-8000-0000000000ee', now(), 3, 1, 0, now() - interval '20 minutes', now() - interval '8 minutes')`,
  )
  // A job that failed for good.
  await rows(
    `insert into failed_operations (id, kind, subject, reason, payload, status, created_at, updated_at)
     values ('01980000-0000-7000-8000-0000000000ed', 'job', 'sync-numbers:sync-numbers', 'Twilio does not accept the credentials.',
             '{"task":"sync-numbers","payload":{}}', 'failed', now(), now())`,
  )
  await page.reload()
  await expect(page.getByRole('list', { name: 'Recovered' })).toContainText('3 texts and 1 call recovered from Twilio')
  await expect(row('Background work not done')).toContainText('sync numbers')
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 375]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await expectAccessible(page)
      await page.screenshot({ path: test.info().outputPath(`attention-${colorScheme}-${width}.png`) })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })

  await lost.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('It failed again.')).toBeVisible()
  await expect(lost).toContainText('tried 2 times')
  await rows('drop trigger refuse_vera on twilio_messages')
  await lost.getByRole('button', { name: 'Try again' }).click()
  await expect(lost).toHaveCount(0)
  await row('Text not sent').getByRole('button', { name: 'Try again' }).click()
  await expect(row('Text not sent')).toHaveCount(0)
  await row('Call not placed').getByRole('button', { name: 'Dismiss' }).click()
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Dismiss' }).click()
  await expect(row('Call not placed')).toHaveCount(0)
  await page.getByRole('button', { name: 'Got it' }).click()
  await expect(page.getByRole('list', { name: 'Recovered' })).toHaveCount(0)

  await page.goto(`/messages/new?to=${encodeURIComponent(to)}`)
  const thread = page.getByRole('region', { name: 'Texts' })
  await expect(thread).toContainText('I can start in May.')
  await expect(thread).toContainText('Are you free at ten?')
})
