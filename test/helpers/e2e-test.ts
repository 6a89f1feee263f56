import { test as base, type Page } from '@playwright/test'
import { signedInPage, type PersonRole } from './e2e-people'

type Options = Parameters<typeof signedInPage>[2]

/**
 * Playwright's `test` with `signIn`. Whatever contexts a test opens are closed at its end, also those of `signedInPage(browser)`; pages of
 * `beforeAll` stay, so one signed-in page can serve a whole file.
 */
export const test = base.extend<{
  closesItsPages: void
  signIn: (role?: PersonRole, options?: Options) => Promise<Page>
}>({
  closesItsPages: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts())
      await use()
      await Promise.all(
        browser
          .contexts()
          .filter((context) => !before.has(context))
          .map((context) => context.close()),
      )
    },
    { auto: true },
  ],
  signIn: async ({ browser }, use) => use((role, options) => signedInPage(browser, role, options)),
})
