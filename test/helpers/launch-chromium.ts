import { chromium } from '@playwright/test'
import { findChromium } from '../../launcher/test-run/find-chromium.js'

/** The machine's own Chromium; as root it runs without its sandbox, which it would refuse. */
export function launchChromium() {
  const executablePath = findChromium(process.env)
  if (!executablePath) throw new Error('No Chromium was found; set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}
