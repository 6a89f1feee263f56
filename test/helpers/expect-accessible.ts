import { expect, type Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'

const everyRule: RunOptions = { resultTypes: ['violations'] }

/** What colours alone decide. */
const colourRules: RunOptions = { ...everyRule, runOnly: ['color-contrast', 'link-in-text-block'] }

/** No rule of axe is broken, contrast included. */
export async function expectAccessible(page: Page) {
  await holdStill(page)
  await expectRules(page, everyRule)
  await letMove(page)
}

/**
 * The same in light and dark, wide and narrow, switched in place: one page load for the four. Dark differs from light in its colours alone.
 * Never wider than the screen.
 */
export async function expectAccessibleInEveryLook(page: Page) {
  await holdStill(page)
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      // As public/theme.js does when the page comes.
      await page.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), colorScheme === 'dark')
      await expectRules(page, colorScheme === 'light' ? everyRule : colourRules)
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${page.url()} is as wide as the screen of ${width} pixels`).toBeLessThanOrEqual(0)
  }
  await letMove(page)
}

/** What fades in has not its contrast yet, also what comes while axe is reading: nothing moves meanwhile. */
const holdStill = (page: Page) =>
  page.evaluate(() => {
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important }')
    document.adoptedStyleSheets.push(still)
  })
const letMove = (page: Page) => page.evaluate(() => void document.adoptedStyleSheets.pop())

async function expectRules(page: Page, rules: RunOptions) {
  // What waited for the end of a motion goes with the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  // Axe is half a megabyte: a document that has it is not given it again.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, ${JSON.stringify(rules)}).then(({ violations }) => ({ violations }))`,
  )
  const lines = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
  expect(lines, page.url()).toEqual([])
}
