import { findChromium } from '../../launcher/test-run/find-chromium.js'

/** Only the last `--disable-features` counts: these are Playwright's own, as far as they matter here. */
const offByPlaywright = [
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** The address bar of each window, which nobody sees, is made of pages: two processes and hundreds of scripts, a third of a test's work. */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']

const args = [
  `--disable-features=${[...offByPlaywright, ...addressBar].join(',')}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/** How tests launch the machine's own Chromium; as root it runs without its sandbox, which it would refuse. */
export function chromiumOptions() {
  return {
    executablePath: findChromium(process.env) ?? undefined,
    args: process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args,
  }
}
