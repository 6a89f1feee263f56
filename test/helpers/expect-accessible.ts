import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** No rule of axe is broken, contrast included. */
export async function expectAccessible(page: Page) {
  // What fades in has not its contrast yet.
  while (await page.evaluate(waitForAnimations)) continue
  // Axe is half a megabyte: a document that has it is not given it again. Without legacy mode it opens a page more each time.
  const hasAxe = await page.evaluate(() => 'axe' in window)
  const { violations } = await new AxeBuilder({ page, ...(hasAxe && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  const lines = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
  expect(lines, page.url()).toEqual([])
}

/** The same in light and dark, wide and narrow, switched in place: one page load for the four. Never wider than the screen. */
export async function expectAccessibleInEveryLook(page: Page) {
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      // As public/theme.js does when the page comes.
      await page.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), colorScheme === 'dark')
      await expectAccessible(page)
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${page.url()} is as wide as the screen of ${width} pixels`).toBeLessThanOrEqual(0)
  }
}

/** In the browser: waits for what is moving; whether anything was. What pulses never ends; what another takes the place of is aborted. */
async function waitForAnimations() {
  const moving = document
    .getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations !== Infinity)
  await Promise.allSettled(moving.map(({ finished }) => finished))
  return moving.length > 0
}
