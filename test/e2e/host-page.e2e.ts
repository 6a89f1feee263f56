import { expect } from '@playwright/test'
import { rolldown } from 'rolldown'
import { fileURLToPath } from 'node:url'
import { test } from '../helpers/e2e-test'
import { newHandset } from '../helpers/e2e-people'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A host application's page, as its bundler would make it. */
async function bundleHostPage() {
  const bundle = await rolldown({
    input: `${root}test/helpers/host-page/host-page.tsx`,
    cwd: root,
    platform: 'browser',
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    resolve: { alias: { '@': `${root}src` } },
  })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  await bundle.close()
  return output[0].code
}

test('a host’s own component lists, sends, dials, hangs up, hears live events, and is told why not', async ({
  signIn,
}) => {
  const hana = await newHandset('Hana Sato')
  const page = await signIn('agent')
  const code = await bundleHostPage()
  await page.route('**/host-page', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Host</title><body><script type="module" src="/host-page.js"></script>',
    }),
  )
  await page.route('**/host-page.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }))
  const heard: string[] = []
  page.on('console', (message) => message.text().startsWith('Call event:') && heard.push(message.text()))
  await page.goto('/host-page')
  await expect(page.getByText('Connected: Yes')).toBeVisible()
  await expect(page.getByRole('status')).toHaveText('Loaded, 0 conferences')

  await page.getByLabel('Number').fill(hana.phoneNumber)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const text = page.getByRole('list', { name: 'Texts' }).getByRole('listitem').filter({ hasText: hana.phoneNumber })
  await expect(text).toContainText('Hello from the host delivered')
  await expect.poll(async () => (await hana.received()).map(({ body }) => body)).toEqual(['Hello from the host'])

  await page.getByRole('button', { name: 'Dial' }).click()
  const call = page.getByRole('list', { name: 'Calls' }).getByRole('listitem').filter({ hasText: hana.phoneNumber })
  await expect(call).toContainText('ringing')
  await page.getByRole('button', { name: 'Hang up' }).click()
  await expect(call).toContainText(/canceled|completed/)
  await expect.poll(() => heard).toEqual(expect.arrayContaining(['Call event: call.ringing', 'Call event: call.ended']))

  await page.getByLabel('Number').fill('+999')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('alert')).not.toBeEmpty()
})
