import { chromium } from '@playwright/test'
import { chromiumOptions } from './chromium-options'

/** The machine's own Chromium. */
export function launchChromium() {
  const options = chromiumOptions()
  if (!options.executablePath) throw new Error('No Chromium was found; set CHROMIUM_PATH.')
  return chromium.launch(options)
}
