import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './test/helpers/chromium-options'

const { args, executablePath } = chromiumOptions()

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  workers: 2,
  timeout: 90_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'line',
  globalSetup: './test/helpers/e2e-global.ts',
  use: {
    // Known to the workers, which read this file after the global setup has started the stack.
    baseURL: process.env.E2E_STACK ? String(JSON.parse(process.env.E2E_STACK).appUrl) : undefined,
    // A trace films every test, which is a third of the work; `--trace on` gives one of a test that fails.
    screenshot: 'only-on-failure',
    // A microphone that beeps; who may use it is asked as anywhere.
    launchOptions: { executablePath, args: [...args, '--use-fake-device-for-media-stream'] },
  },
})
